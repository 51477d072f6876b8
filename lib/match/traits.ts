import type { CaseFacts } from "@/lib/case/facts";
import type { Feature } from "@/lib/vocabulary/feature";
import { type Described, getShare } from "./share";

/** Traits that make patients unlike others: the figures of such patients never stand without saying so. One row counts once. */
export const specialTraits: readonly (readonly Feature[])[] = [
  ["pregnancy", "postpartum", "juvenile", "elderly"],
  ["skinOnly"],
  ["ild", "rapidlyProgressiveIld"],
  ["dysphagia"],
  ["calcinosis"],
  ["cardiac"],
  ["malignancy"],
  ["overlapCtd"],
  ["antiMda5"],
  ["antisynthetase"],
  ["antiSrp"],
  ["antiHmgcr"],
  ["antiTif1"],
  ["antiNxp2"],
  ["antiMi2"],
  ["necrotising"],
  ["oedema"],
  ["criticalIllness"],
  ["onImmunoglobulin"],
];

/** A special trait of a study's patients, and whether all of them have it or most. */
export type SpecialTrait = { feature: Feature; share: "all" | "most" };

/**
 * What makes most or all of a study's patients unlike others and was not said of this one: each kind once, the trait
 * that more of them have first.
 */
export function listSpecialTraits({ traits }: Pick<CaseFacts, "traits">, study: Described): SpecialTrait[] {
  return listKinds(study).flatMap((kind) => {
    const found = kind.filter(({ feature }) => !traits.has(feature));
    return found.find(({ share }) => share === "all") ?? found[0] ?? [];
  });
}

const kindsOfStudy = new WeakMap<Described, readonly SpecialTrait[][]>();

/** The special traits of a study's patients, whoever it is compared with, by kind; worked out once for a study. */
function listKinds(study: Described): readonly SpecialTrait[][] {
  const known = kindsOfStudy.get(study);
  if (known) return known;
  const kinds = specialTraits
    .map((kind) =>
      kind.flatMap((feature): SpecialTrait[] => {
        const { share } = getShare(study, feature);
        return share === "all" || share === "most" ? [{ feature, share }] : [];
      }),
    )
    .filter((kind) => kind.length > 0);
  kindsOfStudy.set(study, kinds);
  return kinds;
}
