import type { CaseFacts } from "@/lib/case/facts";
import type { Match } from "@/lib/match/match";
import { rankStudies } from "@/lib/match/rank";
import type { IntervalMethod } from "@/lib/stats/interval";
import type { StudySummary } from "@/lib/study/summary";
import { describeAnswerCertainty } from "./certainty";
import { type ComparableSet, groupComparableResults } from "./comparable-results";
import { composeGapSentences, createGap, type Gap } from "./gap";
import type { Library } from "./library";
import { findNextQuestion } from "./next-question";
import type { EvidenceReply, NextQuestion, Verdict } from "./reply";
import { type RelevantSafety, selectSafetyChecks } from "./safety";
import { createStudyAnswer, type StudyAnswer } from "./study-answer";
import { composeVerdict } from "./verdict";

/** A sheet that adds no patients, matched like a study. */
export type RelatedSheet = Pick<Match, "group" | "missing"> & { study: StudySummary };

/** Everything there is to say about one case: the one object that screen, plots, paper and reply are made from. */
export type Answer = {
  facts: CaseFacts;
  library: EvidenceReply["library"];
  verdict: Verdict;
  /** how sure the whole answer can be, in words */
  certainty: string;
  /** every treatment study, in rank order */
  studies: StudyAnswer[];
  comparableSets: ComparableSet[];
  gap: Gap;
  guidelines: RelatedSheet[];
  reviews: RelatedSheet[];
  background: RelatedSheet[];
  safety: RelevantSafety[];
  nextQuestion: NextQuestion | null;
};

/** Every sheet of an answer, studies first. */
export function listSheets({ studies, guidelines, reviews, background }: Answer): StudySummary[] {
  return [...studies, ...guidelines, ...reviews, ...background].map(({ study }) => study);
}

/**
 * Answers one case.
 * Pure: the same case and library give the same answer, whatever the order of the library's files.
 * @param method the interval named on every figure; differences of two arms always carry Newcombe's
 */
export function answerCase(facts: CaseFacts, library: Library, method: IntervalMethod = "wilson"): Answer {
  const treatment = library.byKind.treatment;
  const studies = rankStudies(facts, treatment, library.rarity).map((ranked) =>
    createStudyAnswer(facts, ranked, method),
  );
  const describing = studies.filter(({ group }) => group === "this-patient");
  const gapSentences = composeGapSentences(facts, studies);
  // Who describes this patient is pooled; with nothing stated, that is everybody the general evidence describes.
  const isStated = facts.stated.length > 0;
  const comparableSets = groupComparableResults(
    isStated ? describing : studies.filter(({ group }) => group === "general"),
  );
  const selectRelated = (kind: "guideline" | "review" | "background"): RelatedSheet[] =>
    rankStudies(facts, library.byKind[kind], library.rarity).map(({ study, group, missing }) => ({
      study,
      group,
      missing,
    }));

  return {
    facts,
    library: {
      version: library.version,
      studies: treatment.length,
      patients: library.patients,
      searched: library.searched,
    },
    verdict: composeVerdict(facts, studies, gapSentences),
    certainty: describeAnswerCertainty(
      describing.map(({ study }) => study),
      comparableSets.filter(({ domain }) => domain === "response").length,
      isStated,
    ),
    studies,
    comparableSets,
    gap: createGap(facts, studies, gapSentences),
    guidelines: selectRelated("guideline"),
    reviews: selectRelated("review"),
    background: selectRelated("background"),
    safety: selectSafetyChecks(facts, library.safety),
    nextQuestion: findNextQuestion(facts, treatment),
  };
}
