import { formatGramsWithRegimen } from "@/lib/answer/dose";
import { isLeadingReason } from "@/lib/wording/match-reasons";
import { StudyLink } from "./study-link";
import type { StudyRow } from "./study-row";

/** Letters of a name that fit on one line of its cell, and on two. */
const ONE_LINE = 26;
const TWO_LINES = 40;

/**
 * A study by its name, and where there is space the title by which a reader may know it: two lines below a short name, one
 * below a long one, none below a longer one or one that is made of the title.
 */
export function StudyCell({ study, name }: Pick<StudyRow, "study" | "name">) {
  const lines = name.length > ONE_LINE ? "xl:not-print:line-clamp-1" : "xl:not-print:line-clamp-2";
  return (
    <>
      <StudyLink study={study} />
      {study.citation.authors.length > 0 && name.length <= TWO_LINES && (
        <span className={`hidden text-xs leading-tight text-quiet ${lines}`}>{study.citation.title}</span>
      )}
    </>
  );
}

/**
 * In what the study's patients are unlike this one, or may be, cut where it is long, because the opened row has all of it.
 * What most of its group is silent about is said in the head.
 */
export function DeviationsCell({ reasons, deviations: { own, isSaidInHead } }: StudyRow) {
  if (!reasons.some(isLeadingReason)) return <span className="text-xs text-quiet">nothing stated to match</span>;
  if (own.length === 0) return <span className="text-xs text-quiet">{isSaidInHead ? "nothing known" : "nothing"}</span>;
  return (
    <ul className="text-xs leading-tight wide:not-print:line-clamp-3">
      {own.map(({ aspect, sign, text, meaning }) => (
        <li key={aspect} className="inline before:content-['_·_'] first:before:content-none">
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
    <span className={`block text-xs leading-tight ${grams ? "" : "wide:not-print:line-clamp-3"}`}>
      {grams ?? dose.regimen}
    </span>
  );
}
