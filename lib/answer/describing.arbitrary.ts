import fc from "fast-check";
import { type CaseFacts, readCase } from "@/lib/case/facts";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import type { Group } from "@/lib/match/match";
import { rankStudies } from "@/lib/match/rank";
import { diagnoses, features } from "@/lib/vocabulary/feature";
import type { Library } from "./library";
import { createStudyAnswer, type StudyAnswer } from "./study-answer";

const anyFeatures = (maxLength: number) => fc.uniqueArray(fc.constantFrom(...features), { maxLength });

/** Cases of few answers, such as studies describe; every fifth of them any case at all. */
export const anyLikelyProfile: fc.Arbitrary<Profile> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(anyFeatures(2), anyFeatures(2), fc.option(fc.constantFrom(...diagnoses), { freq: 2 }))
      .map(([yes, no, diagnosis]) => ({
        ...emptyProfile,
        features: Object.fromEntries([
          ...no.map((feature) => [feature, "no" as const]),
          ...yes.map((feature) => [feature, "yes" as const]),
        ]),
        diagnosis,
      })),
  },
  { weight: 1, arbitrary: anyProfile },
);

/**
 * The studies of one group, as an answer has them, without the rest of an answer: that takes much longer.
 * @param group those that describe the patient; of a case with no yes, those of the general evidence are compared
 */
export function listGroup(
  profile: Profile,
  library: Library,
  group: Group = "this-patient",
): { facts: CaseFacts; found: StudyAnswer[] } {
  const facts = readCase(profile);
  const found = rankStudies(facts, library.columns.treatment, library.rarity)
    .filter((ranked) => ranked.group === group)
    .map((ranked) => createStudyAnswer(facts, ranked, "wilson"));
  return { facts, found };
}
