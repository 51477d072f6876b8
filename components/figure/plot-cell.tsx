import type { ReactNode } from "react";
import type { SetPool } from "@/lib/answer/comparable-results";
import { type CountedArm, layOutInterval, layOutPool, scaleMarks, toX } from "@/lib/plots/interval-layout";

/** Width of a drawing in its own units; a cell may show it smaller, for it holds no letters. */
const plotWidth = 240;
const rowHeight = 22;

type Props = {
  /** the count, and the comparison group's where there is one */
  arms: readonly CountedArm[];
  /** patients of the largest count in the same table */
  most: number;
};

/**
 * Counts drawn on a scale from nobody to everybody: a square at each proportion, as large as its patients, and a line
 * for its interval. The comparison group is hollow. The words in the same row say the same, so it is hidden from screen
 * readers, and it holds no letters, so that none gets smaller with it.
 */
export function PlotCell({ arms, most }: Props) {
  return (
    <Scale rows={arms.length}>
      {arms.map((arm, index) => {
        const { x1, x2, square } = layOutInterval(arm, plotWidth, most);
        const y = index * rowHeight + rowHeight / 2;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the arms of a count have no other name than their place
          <g key={index}>
            <line x1={x1} x2={x2} y1={y} y2={y} stroke="currentColor" strokeWidth={1.5} />
            <rect
              x={square.x}
              y={y - square.side / 2}
              width={square.side}
              height={square.side}
              fill={index === 0 ? "currentColor" : "var(--surface, #fff)"}
              stroke="currentColor"
              strokeWidth={1.5}
            />
          </g>
        );
      })}
    </Scale>
  );
}

/** A pool on the same scale: a diamond for its interval, and a dashed line for where a further study might lie. */
export function PoolCell({ pool }: { pool: SetPool | null }) {
  const layout = layOutPool(pool, plotWidth);
  if (!layout) return null;
  const { x1, middle, x2, prediction } = layout;
  const y = rowHeight / 2;
  return (
    <Scale rows={1}>
      {prediction && (
        <line x1={prediction.x1} x2={prediction.x2} y1={y} y2={y} stroke="currentColor" strokeDasharray="4 3" />
      )}
      <polygon points={`${x1},${y} ${middle},${y - 6} ${x2},${y} ${middle},${y + 6}`} fill="currentColor" />
    </Scale>
  );
}

/** The lines at nobody, half and everybody, behind what is drawn. */
function Scale({ rows, children }: { rows: number; children: ReactNode }) {
  const height = rows * rowHeight;
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${plotWidth} ${height}`} className="block h-auto w-full max-w-60">
      {scaleMarks.map((mark) => (
        <line
          key={mark}
          x1={toX(mark, plotWidth)}
          x2={toX(mark, plotWidth)}
          y1={0}
          y2={height}
          stroke="var(--line, #999)"
          strokeDasharray={mark === 0.5 ? "2 3" : undefined}
        />
      ))}
      {children}
    </svg>
  );
}

/**
 * What the lines of the scale mean, in letters that are no part of a drawing: "0", "50", "100%"; "0", "0.5", "1" where
 * no count drawn on it has enough patients for a percentage.
 */
export function PlotScale({ isPercent = true }: { isPercent?: boolean }) {
  return (
    <span aria-hidden="true" className="flex max-w-60 justify-between font-normal">
      {(isPercent ? ["0", "50", "100%"] : ["0", "0.5", "1"]).map((mark) => (
        <span key={mark}>{mark}</span>
      ))}
    </span>
  );
}
