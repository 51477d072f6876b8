import { z } from "zod";
import { contraries, definitions } from "@/lib/vocabulary/concepts";
import { type Feature, features, type MainFeature, mainFeatures, type Share, shares } from "@/lib/vocabulary/feature";
import { count, words } from "./values";

/** How many of the patients given immunoglobulin have a feature: "most" is over half, "unclear" is not reported. */
export const share = z.enum(shares);

const featureShare = z.strictObject({ share, n: count.nullable(), note: words.nullable() });

/** What a sheet says of its patients, feature by feature; the main features always. */
export const featureShares = z.strictObject(
  Object.fromEntries(
    features.map((feature) => [
      feature,
      (mainFeatures as readonly Feature[]).includes(feature) ? featureShare : featureShare.optional(),
    ]),
  ) as Record<MainFeature, typeof featureShare> &
    Record<Exclude<Feature, MainFeature>, z.ZodOptional<typeof featureShare>>,
);

export type FeatureShares = z.infer<typeof featureShares>;

/** Where a feature's count does not fit its share, or the number treated, as a sentence; null where it fits. */
export function findShareFault(
  { share, n }: { share: Share; n: number | null },
  treated: number | null,
): string | null {
  if (n === null) return null;
  const fits: Record<Share, boolean> = {
    all: treated === null || n === treated,
    most: treated === null || (n > treated / 2 && n < treated),
    some: n > 0 && (treated === null || n <= treated / 2),
    none: n === 0,
    unclear: false,
  };
  return fits[share]
    ? null
    : `${n}${treated === null ? "" : ` of ${treated}`} patients does not fit the share "${share}".`;
}

const isFeature = (name: string): name is Feature => (features as readonly string[]).includes(name);

/** Features that no patient has together, each pair once: by definition of one of them, or as a fact of life. */
const exclusivePairs: readonly (readonly [Feature, Feature])[] = [
  ...definitions.flatMap(({ of, feature, answer }) =>
    answer === "no" ? of.filter(isFeature).map((trait) => [trait, feature] as const) : [],
  ),
  ...contraries,
].filter(([a, b], index, pairs) => pairs.findIndex((pair) => pair.includes(a) && pair.includes(b)) === index);

/** Pairs of features that no patient has together and that more than half of a sheet's patients would both have. */
export function findContraryShares(shares: FeatureShares): (readonly [Feature, Feature])[] {
  const isOverHalf = (feature: Feature) => ["all", "most"].includes(shares[feature]?.share ?? "unclear");
  return exclusivePairs.filter((pair) => pair.every(isOverHalf));
}
