import { Source } from "@/components/ui/source";
import type { Comparison, Figure } from "@/lib/answer/figure";
import {
  countOf,
  countWithPercent,
  fewestForPercent,
  limits,
  methodNames,
  percent,
  points,
} from "@/lib/format/numbers";
import { countName, timingNames } from "@/lib/vocabulary/outcomes";

/** "95% interval 52% to 84% (Wilson)" */
export function IntervalText({ figure }: { figure: Pick<Figure, "interval" | "total"> }) {
  return (
    <span className="inline-block">
      95% interval {limits(figure.interval, figure.total)} ({methodNames[figure.interval.method]})
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
        <strong className="text-lg">{countOf(figure)}</strong>
        {figure.total === 1 ? " patient" : ""}
        {figure.total >= fewestForPercent && <strong> ({percent(figure.events / figure.total)})</strong>}
        {" · "}
        {domain === "survival" && `${countName(domain, direction)}: `}
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
      Against {countWithPercent(comparison)}, {label} (<IntervalText figure={comparison} />)
      {difference && (
        <>
          : difference {points(difference.value)} points, 95% interval {points(difference.low, 1)} to{" "}
          {points(difference.high, 1)} (Newcombe)
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
