import type { Study } from "@/lib/study/schema";
import type { Diagnosis, Feature, Share } from "@/lib/vocabulary/feature";

type Described = Pick<Study, "features" | "participants">;

/** Patients with a feature, of the patients given immunoglobulin; either null where the source does not say. */
export type ShareCount = { share: Share; count: { n: number; of: number } | null };

/** What a study says of one feature. A feature it does not speak of is "unclear", which is not "none". */
export function getShare({ features, participants }: Described, feature: Feature): ShareCount {
  const reported = features[feature];
  if (!reported) return { share: "unclear", count: null };
  const of = participants.treated;
  const counted = reported.n ?? (reported.share === "all" ? of : reported.share === "none" ? 0 : null);
  return { share: reported.share, count: counted === null || of === null ? null : { n: counted, of } };
}

/**
 * What a study says of one diagnosis, from its counts of diagnoses: the shares of the features, worked out.
 * A diagnosis named without a count is "all" where it is the only one named, else "some".
 */
export function getDiagnosisShare({ participants }: Described, diagnosis: Diagnosis): ShareCount {
  const { diagnoses, treated, enrolled } = participants;
  const named = Object.entries(diagnoses);
  if (named.length === 0) return { share: "unclear", count: null };
  const n = diagnoses[diagnosis];
  const counts = named.map(([, count]) => count);
  const sum = counts.includes(null) ? null : counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  // Some sheets count the diagnoses of all enrolled, so that they add up to more than were treated.
  const of = sum === null ? (treated ?? enrolled) : Math.max(sum, treated ?? 0);
  if (n === undefined)
    return createAbsentShare(
      diagnosis,
      named.map(([name]) => name),
      sum,
      of,
    );
  if (n === null) return { share: named.length === 1 ? "all" : "some", count: null };
  if (n === 0) return { share: "none", count: of === null ? null : { n, of } };
  if (of === null) return { share: named.length === 1 ? "all" : "some", count: null };
  return { share: n >= of ? "all" : n > of / 2 ? "most" : "some", count: { n, of } };
}

/**
 * Diagnoses that are kinds of another: a study of children with juvenile dermatomyositis does not say that nobody in it
 * had dermatomyositis.
 */
const kinds: Partial<Record<Diagnosis, readonly string[]>> = { DM: ["JDM", "CADM"] };

/** A diagnosis that is not named is absent, unless the study has patients of a kind it does not name. */
function createAbsentShare(diagnosis: Diagnosis, named: string[], sum: number | null, of: number | null): ShareCount {
  const isHidden = named.includes("unspecified") || (sum !== null && of !== null && sum < of);
  const mayHideIt = isHidden || named.some((name) => kinds[diagnosis]?.includes(name));
  if (mayHideIt) return { share: "unclear", count: null };
  return { share: "none", count: of === null ? null : { n: 0, of } };
}

/** The fewest patients with a feature that the sheet vouches for; 0 where it vouches for none. */
export function countMinPatientsWith(study: Described, feature: Feature): number {
  const { share, count } = getShare(study, feature);
  if (count) return count.n;
  const treated = study.participants.treated;
  if (share === "some") return 1;
  if (share === "most") return treated === null ? 1 : Math.floor(treated / 2) + 1;
  if (share === "all") return treated ?? 1;
  return 0;
}
