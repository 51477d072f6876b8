import type { CaseFacts } from "@/lib/case/facts";
import { sum } from "@/lib/format/numbers";
import { getLevel } from "@/lib/study/kind";
import type { StudySummary } from "@/lib/study/summary";
import { getFamily, refiningFeatures, type Trait } from "@/lib/vocabulary/concepts";
import type { Feature } from "@/lib/vocabulary/feature";
import { groups, match } from "./match";
import type { RankedStudy } from "./rank";
import type { Rarity } from "./rarity";
import type { Reason } from "./reason";
import { isMet, isMetByMost } from "./relation";
import { listSpecialTraits } from "./traits";

/**
 * The order of `rankStudies` by its plain definition: every study is matched with its reasons, its nine keys are worked
 * out from them, and all are sorted. Slow, and what the order by columns is proved equal to.
 */
export function rankPlainly(facts: CaseFacts, studies: readonly StudySummary[], rarity: Rarity): RankedStudy[] {
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
