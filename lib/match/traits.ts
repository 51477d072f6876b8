import type { CaseFacts } from "@/lib/case/facts";
import { workOutOnce } from "@/lib/format/object";
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
export function listSpecialTraits({ traits }: Pick<CaseFacts, "traits">, study: Described): readonly SpecialTrait[] {
  const { kinds, ofAnybody } = getKinds(study);
  const isStated = ({ feature }: SpecialTrait) => traits.has(feature);
  return kinds.some((kind) => kind.some(isStated)) ? selectLeading(kinds, isStated) : ofAnybody;
}

/** The special traits of a study's patients by kind, and those to name where none of them was said of the patient. */
type Kinds = { kinds: readonly SpecialTrait[][]; ofAnybody: readonly SpecialTrait[] };

/** The special traits of a study's patients, whoever it is compared with; worked out once for a study. */
const getKinds = workOutOnce((study: Described): Kinds => {
  const kinds = specialTraits
    .map((kind) =>
      kind.flatMap((feature): SpecialTrait[] => {
        const { share } = getShare(study, feature);
        return share === "all" || share === "most" ? [{ feature, share }] : [];
      }),
    )
    .filter((kind) => kind.length > 0);
  return { kinds, ofAnybody: selectLeading(kinds, () => false) };
});

function selectLeading(kinds: Kinds["kinds"], isStated: (trait: SpecialTrait) => boolean): SpecialTrait[] {
  return kinds.flatMap((kind) => {
    const open = kind.filter((trait) => !isStated(trait));
    return open.find(({ share }) => share === "all") ?? open[0] ?? [];
  });
}
