import type { Figure } from "@/lib/answer/figure";
import type { StudyView } from "@/lib/answer/wire";
import { formatCount, formatLimits, formatPercent, intervalMethodNames, MIN_FOR_PERCENT } from "@/lib/format/numbers";
import { getCountName, timingNames } from "@/lib/vocabulary/outcomes";
import { describeReason } from "@/lib/wording/match-reasons";
import type { StudyRow } from "./columns";

/** What was stated of the patient, each with whether the study's patients are alike. */
export function MatchesCell({ view, profile }: StudyRow) {
  // What an open question would decide stands in the opened row: here it would bury what was stated.
  const stated = view.reasons.filter(({ patient }) => patient !== "unknown");
  if (stated.length === 0) return <span className="text-quiet">nothing stated to match</span>;
  return (
    <ul className="flex flex-wrap gap-1">
      {stated.map((reason) => {
        const { sign, text, meaning } = describeReason(reason, profile);
        return (
          <li key={reason.feature} className="rounded border border-line px-1.5 text-xs">
            <span aria-hidden="true" className="font-bold">
              {sign}{" "}
            </span>
            {text}
            <span className="sr-only">, {meaning}</span>
          </li>
        );
      })}
    </ul>
  );
}

type OutcomeProps = { figure: Figure | null; words: { label: string } | null };

/** A figure with its interval, or that the study reports it in words or not at all. */
export function OutcomeCell({ figure, words }: OutcomeProps) {
  if (!figure) return <span className="text-quiet">{words ? "in words: open the row" : "not reported"}</span>;
  return (
    <span>
      <strong>{formatCount(figure)}</strong>
      {figure.total >= MIN_FOR_PERCENT && ` (${formatPercent(figure.events / figure.total)})`}
      <span className="block text-xs text-quiet">
        95% interval {formatLimits(figure.interval, figure.total)} ({intervalMethodNames[figure.interval.method]}) ·{" "}
        {figure.domain === "survival" && `${getCountName(figure.domain, figure.direction)}: `}
        {figure.label}
        {figure.timing && ` · ${timingNames[figure.timing]}`}
        {figure.comparison?.difference && ` · against ${formatCount(figure.comparison)} ${figure.comparison.label}`}
      </span>
    </span>
  );
}

/** The regimen, with the dose of this patient worked out where the weight is known. */
export function RegimenCell({ dose }: Pick<StudyView, "dose">) {
  if (!dose) return <span className="text-quiet">not reported</span>;
  return (
    <span className="block text-xs">
      {dose.arithmetic && <strong className="block">{dose.arithmetic}</strong>}
      {dose.regimen}
    </span>
  );
}
