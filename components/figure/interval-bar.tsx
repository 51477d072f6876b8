import type { Figure } from "@/lib/answer/reply";
import { formatScaleMark } from "@/lib/format/numbers";

const width = 240;
const track = { from: 8, to: 232 };

/**
 * One count drawn on a scale from nobody to everybody: a square at the proportion, a line for its interval. The words
 * beside it say the same, so it is hidden from screen readers.
 */
export function IntervalBar({
  figure: { events, total, interval },
}: {
  figure: Pick<Figure, "events" | "total" | "interval">;
}) {
  const x = (proportion: number) => track.from + proportion * (track.to - track.from);
  const middle = x(events / total);
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} 30`}
      width={width}
      height={30}
      className="my-1 max-w-full"
      fontSize={11}
      fill="currentColor"
    >
      <line x1={x(0)} x2={x(1)} y1={8} y2={8} stroke="var(--line)" />
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={4} y2={12} stroke="var(--edge)" />
          <text x={x(tick)} y={26} textAnchor={tick === 0 ? "start" : tick === 1 ? "end" : "middle"}>
            {formatScaleMark(tick, [total])}
          </text>
        </g>
      ))}
      <line x1={x(interval.low)} x2={x(interval.high)} y1={8} y2={8} stroke="currentColor" strokeWidth={2} />
      <rect x={middle - 4} y={4} width={8} height={8} />
    </svg>
  );
}
