import { Source } from "@/components/ui/source";
import type { Comparison, Figure } from "@/lib/answer/figure";
import {
  formatCount,
  formatCountWithPercent,
  formatLimits,
  formatPercent,
  formatPoints,
  intervalMethodNames,
  MIN_FOR_PERCENT,
} from "@/lib/format/numbers";
import { getCountName, timingNames } from "@/lib/vocabulary/outcomes";

/** "95% interval 52% to 84% (Wilson)" */
export function IntervalText({ figure }: { figure: Pick<Figure, "interval" | "total"> }) {
  return (
    <span className="inline-block">
      95% interval {formatLimits(figure.interval, figure.total)} ({intervalMethodNames[figure.interval.method]})
    </span>
  );
}

/** One result in full: the count, of whom, how sure, what was counted, and where it was read. */
export function FigureText({ figure }: { figure: Figure }) {
  const { domain, direction, label, timing, population, definition, derived, certainty, comparison, locator, source } =
    figure;
  return (
    <div>
      <p>
        <strong className="text-lg">{formatCount(figure)}</strong>
        {figure.total === 1 ? " patient" : ""}
        {figure.total >= MIN_FOR_PERCENT && <strong> ({formatPercent(figure.events / figure.total)})</strong>}
        {" · "}
        {domain === "survival" && `${getCountName(domain, direction)}: `}
        {label}
        {timing && <span className="text-quiet"> · {timingNames[timing]}</span>}
      </p>
      <p className="text-sm">
        <IntervalText figure={figure} /> · {certainty}
      </p>
      {comparison && <ComparisonText comparison={comparison} />}
      <p className="text-sm text-quiet">
        Of whom: {population}. {definition && <>Counted as: {definition.replace(/\.$/, "")}. </>}
        {derived && <>Worked out: {derived.replace(/\.$/, "")}. </>}
        Read in: {locator}, <Source {...source} />.
      </p>
    </div>
  );
}

function ComparisonText({ comparison }: { comparison: Comparison }) {
  const { label, p, difference, numberNeeded, note } = comparison;
  return (
    <p className="text-sm">
      Against {formatCountWithPercent(comparison)}, {label} (<IntervalText figure={comparison} />)
      {difference && (
        <>
          : difference {formatPoints(difference.value)} points, 95% interval {formatPoints(difference.low, 1)} to{" "}
          {formatPoints(difference.high, 1)} (Newcombe)
        </>
      )}
      {numberNeeded && (
        <>
          ; number needed to {numberNeeded.direction === "benefit" ? "treat" : "harm"} {numberNeeded.number}
        </>
      )}
      {p && <>; p as reported {p}</>}. {note}
    </p>
  );
}
