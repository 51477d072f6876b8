import { MiniPlot } from "@/components/figure/mini-plot";
import { getFigureParts } from "@/lib/answer/figure-parts";
import type { Figure } from "@/lib/answer/reply";
import { formatRange } from "@/lib/format/numbers";

type Props = {
  figure: Figure;
  /** nothing else stands in its cell, so that its words have a line of their own */
  isAlone?: boolean;
  /** a small plot stands before it */
  isDrawn?: boolean;
};

/** A count of one study, drawn and in words, with its interval and what was counted; on wide screens on one line where it can. */
export function Counted({ figure, isAlone = false, isDrawn = true }: Props) {
  const { count, percent, limits, method, timing, comparison } = getFigureParts(figure);
  const what = [comparison && `v ${comparison.label} ${comparison.countWithPercent}`, timing, figure.plain];
  return (
    <div className="flex-wrap gap-x-2 wide:not-print:flex">
      <div className="flex shrink-0 flex-wrap items-center gap-x-2">
        {isDrawn && (
          <div className="w-20 shrink-0 print:hidden">
            <MiniPlot figure={figure} />
          </div>
        )}
        <span>
          <strong>{count}</strong>
          {figure.total === 1 && " patient"}
          {percent && ` (${percent})`}
        </span>
        {figure.total > 1 && (
          <span className="text-quiet">
            <span aria-hidden="true">{formatRange(figure.interval, figure.total)}</span>
            <span className="sr-only">
              , 95% CI {limits} ({method})
            </span>
          </span>
        )}
      </div>
      {/* The other group of a trial comes first and has room for its count, so that it is not cut. */}
      <p
        className={`min-w-0 text-quiet wide:not-print:line-clamp-1 ${isAlone ? "basis-full" : comparison ? "grow basis-48" : "grow basis-24"}`}
      >
        {what.filter(Boolean).join("; ")}
      </p>
    </div>
  );
}
