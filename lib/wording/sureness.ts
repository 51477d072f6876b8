import type { Answer } from "@/lib/answer/answer";
import type { Lead } from "@/lib/answer/cells";
import { LARGE_TRIAL, measureSureness } from "@/lib/answer/certainty";
import type { Sure } from "@/lib/answer/reply";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { formatCount } from "@/lib/format/numbers";
import { capitalise, spellNumber } from "@/lib/format/text";
import { selectSeparateTrials } from "@/lib/study/cohort";
import { figureDomains } from "@/lib/vocabulary/outcomes";

/** What the best design among the studies allows to say, and why: one line of the answer. */
export type SurenessWords = { what: string; why: string | null };

/**
 * What the grade is of: the response that leads, where it is of the best design among the studies; else the best study
 * only. Each other figure has its own design beside it, and may be less sure.
 */
export function nameGraded({ sure, cells }: Pick<Answer, "sure" | "cells">): "response" | "best study" | null {
  if (sure === 0) return null;
  const lead = getResponseLead({ cells });
  if (!lead || measureSureness(lead.cases.map(({ found }) => found.study)) !== sure) return "best study";
  // A figure of a trial that has no comparison group, such as that of its open phase, is not surer than one of a series.
  const isCompared = lead.figure.comparison !== null;
  return sure < 3 || isCompared ? "response" : "best study";
}

function getResponseLead({ cells }: Pick<Answer, "cells">): Lead | null {
  return cells.find(({ domain }) => domain === "response")?.lead ?? null;
}

/**
 * The study whose design is graded, where the grade is not of the response: the first in rank of that design that tells a
 * result, else the first.
 */
function findBestStudy({ sure, describing }: Pick<Answer, "sure" | "describing">): StudyAnswer | null {
  const best = describing.filter(({ study }) => measureSureness([study]) === sure);
  return best.find(hasResult) ?? best[0] ?? null;
}

function hasResult({ results, harms, pregnancy }: StudyAnswer): boolean {
  return figureDomains.some((domain) => results[domain].kind !== "none") || harms.length > 0 || pregnancy.length > 0;
}

/** What a grade is of, by study and figure, so that nobody takes it for that of another figure. */
export type GradeWords = {
  /** "response, 37 of 47 in Aggarwal 2022"; "best study, Lam 2011" */
  of: string;
  /** the same where there is little room: "Response, Aggarwal 2022" */
  short: string;
  /**
   * Of a grade of another study, how sure the response is that leads: "Not of the response, 12 of 18 in Al-Mayouf 2000: no
   * comparison group."; and that the study which is graded tells nothing itself.
   */
  apart: string | null;
};

/** Words what the grade of an answer is of; null where there is nothing to grade. */
export function describeGraded(answer: Pick<Answer, "sure" | "cells" | "describing">): GradeWords | null {
  const graded = nameGraded(answer);
  if (graded === null) return null;
  const lead = getResponseLead(answer);
  const response = lead && describeGradedFigure(lead);
  if (graded === "response" && lead && response) {
    // Below a comparison all that leads is of one design, and a phone has no room for its study.
    const study = answer.sure >= 3 ? `, ${lead.found.name}` : "";
    return { of: `response, ${response}`, short: `Response${study}`, apart: null };
  }
  const best = findBestStudy(answer);
  const of = best ? `best study, ${best.name}` : "best study";
  const certainty = lead?.rule === "single-cases" ? "single cases" : lead?.figure.certainty;
  return {
    of,
    short: capitalise(of),
    apart:
      [
        ...(response ? [`Not of the response, ${response}: ${certainty}.`] : []),
        ...(best && !hasResult(best) ? [`${best.name} gives no result here.`] : []),
      ].join(" ") || null,
  };
}

/** "37 of 47 in Aggarwal 2022"; single cases, which several reports may give, by their sum only. */
function describeGradedFigure(lead: Lead): string {
  return lead.rule === "single-cases" ? formatCount(lead) : `${formatCount(lead)} in ${lead.found.name}`;
}

/** The words for how sure an answer is, for each step but that of randomised trials, whose number is counted. */
export const surenessWords: Readonly<Record<Exclude<Sure, 4>, SurenessWords>> = {
  0: { what: "No study in this library describes this", why: null },
  1: { what: "Single cases", why: "they show what can happen, not how often" },
  2: {
    what: "Series without a comparison group",
    why: "the effect cannot be told from time or other treatment",
  },
  3: { what: "Compared, but not at random", why: null },
};

/** The words for how sure an answer is. Trials are called small where the one that is graded, itself or by its figure, is small. */
export function describeSureness(answer: Pick<Answer, "sure" | "cells" | "describing">): SurenessWords {
  if (answer.sure !== 4) return surenessWords[answer.sure];
  const trials = selectSeparateTrials(answer.describing.map(({ study }) => study)).length;
  const graded = nameGraded(answer) === "response" ? getResponseLead(answer)?.found : findBestStudy(answer);
  const isLarge = (graded?.study.participants.enrolled ?? 0) >= LARGE_TRIAL;
  const many = trials === 1 ? "one trial" : `${spellNumber(trials)} trials, each told by itself`;
  return { what: isLarge ? "Randomised" : "Randomised, small", why: many };
}
