import type { CaseFacts } from "@/lib/case/facts";
import { sum } from "@/lib/format/numbers";
import { getLevel, type Level } from "@/lib/study/kind";
import type { StudySummary } from "@/lib/study/summary";
import { getFamily, refiningFeatures, type Trait } from "@/lib/vocabulary/concepts";
import type { Feature } from "@/lib/vocabulary/feature";
import { groups, type Match, match } from "./match";
import type { Rarity } from "./rarity";
import type { Reason } from "./reason";
import { isMet, isMetByMost } from "./relation";
import { listSpecialTraits, type SpecialTrait } from "./traits";

/** A study with its match and what its place in the list rests on. */
export type RankedStudy = Match & { study: StudySummary; level: Level; traits: SpecialTrait[] };

/**
 * Every study, compared with the patient and put in the one order used everywhere: by group; then more of the patient's
 * deciding aspects met, those of one family once; then the rarer ones met; then more of them met by all or most; then
 * more refining aspects met; then fewer special traits that the patient was not said to have; then level of evidence,
 * patients treated (more first), year (earlier first, so that a trial comes before its later analyses) and id. Results
 * have no part in it.
 */
export function rankStudies(facts: CaseFacts, studies: readonly StudySummary[], rarity: Rarity): RankedStudy[] {
  const getTrait = ({ feature }: Reason): Trait =>
    (feature === "diagnosis" ? facts.profile.diagnosis : feature) as Trait;
  return studies
    .map((study) => {
      const matched = match(facts, study);
      const met = matched.reasons.filter(({ patient, relation }) => patient === "yes" && isMet(relation));
      const isRefining = ({ feature, role }: Reason) =>
        role !== "decides" && refiningFeatures.includes(feature as Feature);
      const deciding = met.filter((reason) => !isRefining(reason));
      const families = groupByFamily(deciding, getTrait);
      const level = getLevel(study.design);
      const traits = listSpecialTraits(facts, study);
      const keys = [
        groups.indexOf(matched.group),
        -families.length,
        -roundRarity(sum(families.map((family) => Math.max(...family.map((reason) => rarity(getTrait(reason))))))),
        -families.filter((family) => family.some(({ relation }) => isMetByMost(relation))).length,
        -met.filter(isRefining).length,
        traits.length,
        level,
        -(study.participants.treated ?? 0),
        study.citation.year ?? Number.POSITIVE_INFINITY,
      ];
      return { keys, ranked: { ...matched, study, level, traits } };
    })
    .sort((a, b) => compareKeys(a.keys, b.keys) || (a.ranked.study.id < b.ranked.study.id ? -1 : 1))
    .map(({ ranked }) => ranked);
}

function groupByFamily(reasons: readonly Reason[], getTrait: (reason: Reason) => Trait): Reason[][] {
  const families = new Map<Trait, Reason[]>();
  for (const reason of reasons) {
    const family = getFamily(getTrait(reason));
    families.set(family, [...(families.get(family) ?? []), reason]);
  }
  return [...families.values()];
}

/** Equal sums added in another order differ in their last bits, which must not decide. */
function roundRarity(nats: number): number {
  return Math.round(nats * 1e9) / 1e9;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [index, key] of a.entries()) {
    const difference = key - (b[index] ?? 0);
    // Two undated studies differ by NaN: equal on this key.
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}
