import { useId } from "react";
import type { ComparableSet } from "@/lib/answer/comparable-results";
import {
  createForestLayout,
  type ForestLayout,
  type ForestPool,
  type ForestRow,
  type ForestSet,
} from "@/lib/plots/forest-layout";

type Props = {
  sets: readonly ComparableSet[];
  title: string;
};

/**
 * The figures of one domain on one scale, those that count the same under one heading. Two drawings of the same layout: the
 * wide one stands where its whole width has room, because a drawing that is made smaller takes its letters along.
 */
export function ForestPlot({ sets, title }: Props) {
  return (
    <div className="@container my-2 print:break-inside-avoid [&_svg]:h-auto">
      <div className="@min-[660px]:hidden">
        <Drawing layout={createForestLayout(sets, "narrow")} title={title} />
      </div>
      <div className="hidden @min-[660px]:block">
        <Drawing layout={createForestLayout(sets, "wide")} title={title} />
      </div>
    </div>
  );
}

/** A layout as SVG: black on white or white on black, distinguished by shape and never by colour. */
export function Drawing({ layout, title }: { layout: ForestLayout; title: string }) {
  const id = useId();
  const { width, height, ticks, sets } = layout;
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="max-w-full"
      fontSize={13}
      fill="currentColor"
      stroke="none"
    >
      <title id={`${id}-title`}>{`Forest plot: ${title}`}</title>
      <desc id={`${id}-text`}>{describePlot(sets)}</desc>
      {ticks.map((tick) => (
        <g key={tick.x}>
          <line x1={tick.x} x2={tick.x} y1={tick.y1} y2={tick.y2} stroke="var(--line)" />
          <text x={tick.x} y={height - 6} textAnchor="middle" fontSize={11}>
            {tick.text}
          </text>
        </g>
      ))}
      {sets.map(({ headings, rows, pool }) => (
        <g key={headings.map(({ text }) => text).join()}>
          {headings.map(({ x, y, text }) => (
            <text key={text} x={x} y={y} fontSize={12} fontStyle="italic">
              {text}
            </text>
          ))}
          {rows.map((row) => (
            <Row key={row.id} {...row} />
          ))}
          {pool && <PoolRow {...pool} />}
        </g>
      ))}
    </svg>
  );
}

function Row({ isComparison, name, count, interval, square }: ForestRow) {
  return (
    <g>
      <text x={name.x} y={name.y}>
        {name.text}
      </text>
      <text x={count.x} y={count.y} textAnchor={count.anchor}>
        {count.text}
      </text>
      <line x1={interval.x1} x2={interval.x2} y1={interval.y} y2={interval.y} stroke="currentColor" strokeWidth={1.5} />
      <rect
        x={square.x}
        y={square.y}
        width={square.side}
        height={square.side}
        fill={isComparison ? "var(--surface, #fff)" : "currentColor"}
        stroke="currentColor"
        strokeWidth={1.5}
      />
    </g>
  );
}

function PoolRow({ name, count, diamond, prediction }: ForestPool) {
  return (
    <g>
      <text x={name.x} y={name.y} fontWeight="bold">
        {name.text}
      </text>
      <text x={count.x} y={count.y} textAnchor={count.anchor} fontWeight="bold">
        {count.text}
      </text>
      <polygon points={diamond} />
      {prediction && (
        <line
          x1={prediction.x1}
          x2={prediction.x2}
          y1={prediction.y}
          y2={prediction.y}
          stroke="currentColor"
          strokeWidth={1.5}
          strokeDasharray="4 3"
        />
      )}
    </g>
  );
}

/** The plot read aloud: every heading, row and pool in order. */
function describePlot(sets: readonly ForestSet[]): string {
  return sets
    .map(({ headings, rows, pool }) => {
      const lines = [...rows, ...(pool ? [pool] : [])].map(({ name, count }) => `${name.text} ${count.text}`);
      return `${headings.map(({ text }) => text).join(", ")}: ${lines.join("; ")}.`;
    })
    .join(" ");
}
