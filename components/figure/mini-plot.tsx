import type { Figure } from "@/lib/answer/reply";
import { createMiniPlot } from "@/lib/plots/mini-plot";
import { PatientDots } from "./patient-dots";

/**
 * One count in a row of a table: a square at the proportion on a scale from nobody to everybody, with a line for its
 * interval; fewer than five patients as one mark each. The words beside it say the same, so it is hidden from screen
 * readers.
 */
export function MiniPlot({ figure }: { figure: Figure }) {
  const plot = createMiniPlot(figure);
  if (!plot) {
    return (
      <div aria-hidden="true" className="flex h-3.5 items-center">
        <PatientDots {...figure} isExplained />
      </div>
    );
  }
  const { width, height, y, scale, interval, square } = plot;
  const end = square.side / 2;
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} width={width} height={height} fill="currentColor">
      <path
        d={`M${scale.x1} ${y}H${scale.x2}M${scale.x1} ${y - end}v${2 * end}M${scale.x2} ${y - end}v${2 * end}`}
        stroke="var(--edge)"
      />
      <path d={`M${interval.x1} ${y}H${interval.x2}`} stroke="currentColor" strokeWidth={2} />
      <rect x={square.x} y={y - end} width={square.side} height={square.side} />
    </svg>
  );
}
