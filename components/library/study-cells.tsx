import { formatGramsWithRegimen } from "@/lib/answer/dose";
import { isLeadingReason } from "@/lib/wording/match-reasons";
import { StudyLink } from "./study-link";
import type { StudyRow } from "./study-row";

/** A study by its name, and where there is space the title by which a reader may know it. */
export function StudyCell({ study }: Pick<StudyRow, "study">) {
  return (
    <>
      <StudyLink study={study} />
      <span className="hidden text-xs leading-tight text-quiet xl:not-print:line-clamp-2">{study.citation.title}</span>
    </>
  );
}

/** In what the study's patients are unlike this one, or may be; what its whole group is silent about is said in the head. */
export function DeviationsCell({ reasons, deviations: { own, isSaidInHead } }: StudyRow) {
  if (!reasons.some(isLeadingReason)) return <span className="text-quiet">nothing stated to match</span>;
  if (own.length === 0) return <span className="text-quiet">{isSaidInHead ? "nothing known" : "nothing"}</span>;
  return (
    <ul className="text-xs leading-snug">
      {own.map(({ aspect, sign, text, meaning }) => (
        <li key={aspect}>
          <span aria-hidden="true" className="font-bold">
            {sign}{" "}
          </span>
          {text}
          <span className="sr-only">, {meaning}</span>
        </li>
      ))}
    </ul>
  );
}

/**
 * The regimen as reported, cut where it is long, because the opened row has all of it; with the grams of this patient
 * where the weight is known, and then whole.
 */
export function RegimenCell({ dose, silence }: Pick<StudyRow, "dose"> & { silence: string }) {
  if (!dose) return <span className="text-xs text-quiet">{silence}</span>;
  const grams = formatGramsWithRegimen(dose);
  return (
    <span className={`block text-xs leading-snug ${grams ? "" : "wide:not-print:line-clamp-3"}`}>
      {grams ?? dose.regimen}
    </span>
  );
}
