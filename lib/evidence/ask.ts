import { match } from "@/lib/match/match";
import { implied } from "@/lib/profile/implications";
import { answerTo, type Profile, withAnswer } from "@/lib/profile/schema";
import type { StudyRecord } from "@/lib/study/record";
import { type Feature, features, mainFeatures } from "@/lib/terms/feature";

/** The open question whose answer would change the result most, and the studies whose group turns on it. */
export type NextQuestion = { feature: Feature; decides: number };

/**
 * Finds the question worth asking next: the one that puts most studies in different groups when it is answered yes
 * and when it is answered no, among those neither answered nor implied. The five main questions come first, because
 * they are one tap away; the others are looked at when none of the five would move a study. Of equals, the earlier.
 * @returns null where no answer would move a study
 */
export function nextQuestion(profile: Profile, studies: readonly StudyRecord[]): NextQuestion | null {
  const others = features.filter((feature) => !(mainFeatures as readonly Feature[]).includes(feature));
  return mostDecisive(mainFeatures, profile, studies) ?? mostDecisive(others, profile, studies);
}

function mostDecisive(
  among: readonly Feature[],
  profile: Profile,
  studies: readonly StudyRecord[],
): NextQuestion | null {
  const known = implied(profile);
  let best: NextQuestion | null = null;
  for (const feature of among) {
    if (answerTo(profile, feature) !== "unknown" || known[feature]) continue;
    const whenYes = withAnswer(profile, feature, "yes");
    const whenNo = withAnswer(profile, feature, "no");
    const decides = studies.filter((study) => match(whenYes, study).group !== match(whenNo, study).group).length;
    if (decides > (best?.decides ?? 0)) best = { feature, decides };
  }
  return best;
}
