import { type CaseFacts, readCase } from "@/lib/case/facts";
import { setAnswer } from "@/lib/case/schema";
import { match } from "@/lib/match/match";
import type { StudySummary } from "@/lib/study/summary";
import { type Feature, features } from "@/lib/vocabulary/feature";
import type { NextQuestion } from "./reply";

/**
 * Questions never suggested: nearly every patient has muscle or skin disease, and a patient without either is found by the
 * questions "skin only" and "amyopathic".
 */
const NEVER_SUGGESTED: readonly Feature[] = ["muscle", "skin"];

/**
 * Finds the question worth asking next: among those neither answered nor implied, the one that puts most studies in
 * different groups when it is answered yes and when it is answered no. Of equals, the one that comes first in the form.
 * @returns null where no answer would move a study
 */
export function findNextQuestion(facts: CaseFacts, studies: readonly StudySummary[]): NextQuestion | null {
  const { profile, answers, implied } = facts;
  let best: NextQuestion | null = null;
  for (const feature of features) {
    if (NEVER_SUGGESTED.includes(feature) || answers[feature] || implied[feature]) continue;
    const whenYes = readCase(setAnswer(profile, feature, "yes"));
    const whenNo = readCase(setAnswer(profile, feature, "no"));
    const decides = studies.filter((study) => match(whenYes, study).group !== match(whenNo, study).group).length;
    if (decides > (best?.decides ?? 0)) best = { feature, decides };
  }
  return best;
}
