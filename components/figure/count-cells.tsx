import type { Figure } from "@/lib/answer/reply";
import type { CountText } from "@/lib/wording/forest-text";
import { PlotCell } from "./plot-cell";

/** The counts of a figure, its own and that of its comparison group, one below the other. */
export function CountedPatients({ text }: { text: CountText }) {
  return (
    <>
      <CountLine count={text.count} percent={text.percent} />
      {text.comparison && (
        <span className="block text-quiet">
          {text.comparison.label}: <CountLine count={text.comparison.count} percent={text.comparison.percent} />
        </span>
      )}
    </>
  );
}

function CountLine({ count, percent }: { count: string; percent: string | null }) {
  return (
    <span className="whitespace-nowrap">
      <strong>{count}</strong> {percent}
    </span>
  );
}

/** The arms of a figure drawn on one scale. */
export function CountedPlot({ figure, most }: { figure: Figure; most: number }) {
  return <PlotCell arms={figure.comparison ? [figure, figure.comparison] : [figure]} most={most} />;
}

/** The intervals of a figure, its own and that of its comparison group. */
export function CountedRanges({ text }: { text: CountText }) {
  return (
    <>
      <span className="block whitespace-nowrap">{text.range}</span>
      {text.comparison && <span className="block whitespace-nowrap text-quiet">{text.comparison.range}</span>}
    </>
  );
}
