import { selectDeciding } from "@/lib/match/match";
import type { Reason } from "@/lib/match/reason";
import { isMet } from "@/lib/match/relation";
import { selectOneReportPerCohort } from "@/lib/study/cohort";
import type { Including } from "./reply";
import type { StudyAnswer } from "./study-answer";

/** What of an answer this is made from, each part asked for only where it is needed. */
type Parts = { describing: readonly StudyAnswer[]; part: readonly StudyAnswer[] };

/** Studies that describe the patient from which no others are named beside them. */
const ENOUGH_STUDIES = 5;
const MAX_NAMED = 3;

/**
 * Studies that meet every deciding answer, one or more of them in some of their patients only, with the fewest whom they
 * count: named where fewer than five studies, or only single cases, describe the patient, the largest first, at most
 * three, of each cohort one.
 */
export function listIncluding(answer: Parts): Including[] {
  const { describing } = answer;
  const areSingleCases = describing.every(({ study }) => study.participants.treated === 1);
  if (describing.length >= ENOUGH_STUDIES && !areSingleCases) return [];
  const found = answer.part.flatMap(({ study, reasons }) => {
    const smallest = findSmallestPart(reasons);
    return smallest ? [{ study, included: { id: study.id, ...smallest } }] : [];
  });
  const separate = new Set(selectOneReportPerCohort(found.map(({ study }) => study)));
  return found
    .filter(({ study }) => separate.has(study))
    .map(({ included }) => included)
    .sort((a, b) => b.n - a.n)
    .slice(0, MAX_NAMED);
}

/** The aspect that fewest of a study's patients share; null where one is shared by nobody, or is not counted. */
function findSmallestPart(reasons: readonly Reason[]): Pick<Including, "aspect" | "n" | "of"> | null {
  const deciding = selectDeciding(reasons);
  if (deciding.length === 0 || !deciding.every(({ relation }) => isMet(relation))) return null;
  const parts = deciding.flatMap(({ feature, relation, count }) =>
    relation === "partly" ? [{ aspect: feature, count }] : [],
  );
  const counted = parts.flatMap(({ aspect, count }) => (count ? [{ aspect, ...count }] : []));
  // Where one part is not counted, the others say nothing of how few share all.
  if (counted.length === 0 || counted.length < parts.length) return null;
  return counted.reduce((a, b) => (b.n < a.n ? b : a));
}
