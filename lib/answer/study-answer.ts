import type { CaseFacts } from "@/lib/case/facts";
import type { RankedStudy } from "@/lib/match/rank";
import type { IntervalMethod } from "@/lib/stats/interval";
import { getShortName } from "@/lib/study/citation";
import { mapFigureDomains } from "@/lib/vocabulary/outcomes";
import { calculateDose } from "./dose";
import { describeMissing } from "./missing";
import type { Dose, Figure, NestedCounts, OtherResult } from "./reply";
import { getResult, listNestedCounts, listOtherFigures, listOtherResults, type Results } from "./result";

/** One study of an answer: where it stands and why, and what happened to its patients. It keeps its study. */
export type StudyAnswer = RankedStudy & {
  /** as tables and sentences name it: "Bounfour 2014" */
  name: string;
  /** what it lacks, in words, in the order of `missing` */
  missingText: string[];
  results: Results;
  /** the other counts of the same domains */
  otherFigures: Figure[];
  /** adverse events, in the order in which harm is shown */
  harms: OtherResult[];
  /** what became of a pregnancy and the child */
  pregnancy: OtherResult[];
  nested: NestedCounts[];
  dose: Dose | null;
};

/** What one ranked study says for a case. */
export function createStudyAnswer(facts: CaseFacts, ranked: RankedStudy, method: IntervalMethod): StudyAnswer {
  const { study, missing } = ranked;
  const results = mapFigureDomains((domain) => getResult(facts.traits, study, domain, method));
  return {
    ...ranked,
    name: getShortName(study),
    missingText: missing.map((aspect) => describeMissing(facts.profile, aspect, [ranked])),
    results,
    otherFigures: listOtherFigures(study, results, method),
    harms: listOtherResults(study, "adverse-event", method),
    pregnancy: listOtherResults(study, "pregnancy-outcome", method),
    nested: listNestedCounts(study),
    dose: calculateDose(study, facts.profile.weightKg),
  };
}
