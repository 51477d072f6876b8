import type { Profile } from "@/lib/case/schema";
import { getLevel, type Level } from "@/lib/study/kind";
import type { StudySummary } from "@/lib/study/summary";
import { groups, type Match, match } from "./match";
import type { Rarity } from "./rarity";
import { isMet } from "./relation";

/** A study with its match and what its place in the list rests on. */
export type RankedStudy = Match & { study: StudySummary; level: Level };

/**
 * Every treatment study, compared with the patient and put in the one order used everywhere: by group; then more of
 * the patient's features met, if only by some of its patients; then the rarer features met; then more of them met by
 * all or most; then level of evidence, patients treated (more first), year (earlier first, so that a trial comes before its later analyses)
 * and id. Results have no part in it.
 */
export function rankStudies(profile: Profile, studies: readonly StudySummary[], rarity: Rarity): RankedStudy[] {
  return studies
    .map((study) => {
      const matched = match(profile, study);
      const met = matched.reasons.filter(({ patient, relation }) => patient === "yes" && isMet(relation));
      const rare = met.map(({ feature }) => rarity(feature, profile.diagnosis));
      const level = getLevel(study.design);
      const keys = [
        groups.indexOf(matched.group),
        -met.length,
        -rare.reduce((total, information) => total + information, 0),
        -met.filter(({ relation }) => relation !== "partly").length,
        level,
        -(study.participants.treated ?? 0),
        study.citation.year ?? Number.POSITIVE_INFINITY,
      ];
      return { keys, ranked: { ...matched, study, level } };
    })
    .sort((a, b) => compareKeys(a.keys, b.keys) || (a.ranked.study.id < b.ranked.study.id ? -1 : 1))
    .map(({ ranked }) => ranked);
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [index, key] of a.entries()) {
    const difference = key - (b[index] ?? 0);
    // Two undated studies differ by NaN: equal on this key.
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}
