import { formatGramsWithRegimen } from "@/lib/answer/dose";
import { getFigureParts } from "@/lib/answer/figure-parts";
import type { Result } from "@/lib/answer/result";
import { describeReason, isLeadingReason } from "@/lib/wording/match-reasons";
import type { StudyRow } from "./study-row";

/** What was stated of the patient, each with whether the study's patients have it too. */
export function MatchesCell({ reasons, profile }: StudyRow) {
  // The other reasons are in the opened row: here they would hide these.
  const stated = reasons.filter(isLeadingReason);
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

/** A figure with its interval; else that the study reports it in words, or how it is silent. */
export function OutcomeCell({ result, silence }: { result: Result; silence: string }) {
  if (result.kind !== "count") {
    return <span className="text-quiet">{result.kind === "text" ? "in words: open the row" : silence}</span>;
  }
  const { figure } = result;
  const { name, count, percent, interval, method, timing, comparison } = getFigureParts(figure);
  return (
    <span>
      <strong>{count}</strong>
      {percent && ` (${percent})`}
      <span className="block text-xs text-quiet">
        {interval} ({method}) · {figure.domain === "survival" && `${name}: `}
        {figure.label}
        {timing && ` · ${timing}`}
        {comparison?.difference && ` · vs ${comparison.label} ${comparison.count}`}
      </span>
    </span>
  );
}

/** The regimen as reported, followed by the grams of this patient where the weight is known. */
export function RegimenCell({ dose, silence }: Pick<StudyRow, "dose"> & { silence: string }) {
  if (!dose) return <span className="text-quiet">{silence}</span>;
  return <span className="block text-xs">{formatGramsWithRegimen(dose) ?? dose.regimen}</span>;
}
