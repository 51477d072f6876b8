import { workOutOnce } from "@/lib/format/object";
import type { Study } from "@/lib/study/schema";
import {
  definitions,
  filedUnder,
  getConcept,
  getPairedDiagnosis,
  kindsOfDiagnosis,
  requirements,
  type Trait,
} from "@/lib/vocabulary/concepts";
import {
  type CountedDiagnosis,
  type Feature,
  features,
  type PatientDiagnosis,
  patientDiagnoses,
  type Share,
} from "@/lib/vocabulary/feature";

/** What of a sheet says whom it is about. */
export type Described = Pick<Study, "features" | "participants" | "reads">;

/** Patients with a trait, of the patients given immunoglobulin; `count` is null where the source does not say. */
export type ShareCount = {
  share: Share;
  count: { n: number; of: number } | null;
  /** the traits from which it follows by definition; empty where the sheet says it itself, or says nothing */
  by: readonly Trait[];
};

/** What a study says of each trait, in the order of `traits`. */
type Shares = ShareCount[];

/** Everything that can be said of a study's patients. */
export const traits: readonly Trait[] = [...patientDiagnoses, ...features];
const placeOfTrait = Object.fromEntries(traits.map((trait, place) => [trait, place])) as Record<Trait, number>;

const silent: ShareCount = { share: "unclear", count: null, by: [] };

/**
 * What a study says of one trait of its patients: by its own words, by its counts of diagnoses, or by definition of
 * what it says of others. A trait that it does not speak of is "unclear", which is not "none".
 */
export function getShare(study: Described, trait: Trait): ShareCount {
  return at(listShares(study), trait);
}

/** What a study says of every trait, in the order of `traits`; worked out once for a study. */
export const listShares: (study: Described) => readonly ShareCount[] = workOutOnce(readShares);

function at(shares: readonly ShareCount[], trait: Trait): ShareCount {
  return shares[placeOfTrait[trait]] ?? silent;
}

function readShares(study: Described): Shares {
  const named = readNamedDiagnoses(study);
  const shares: Shares = traits.map((trait) =>
    isDiagnosis(trait) ? readCombinedShare(named, withKinds[trait], trait) : readFeatureShare(study, trait),
  );
  for (const { feature, diagnosis } of pairs) {
    const merged = mergeShares(at(shares, feature), at(shares, diagnosis));
    shares[placeOfTrait[feature]] = merged;
    shares[placeOfTrait[diagnosis]] = merged;
  }
  deriveShares(study, named, shares);
  return shares;
}

const isDiagnosis = (trait: Trait): trait is PatientDiagnosis => trait in withKinds;

/** Each diagnosis with those that are kinds of it. */
const withKinds = Object.fromEntries(
  patientDiagnoses.map((diagnosis) => [diagnosis, [diagnosis, ...(kindsOfDiagnosis[diagnosis] ?? [])]]),
) as Partial<Record<PatientDiagnosis, readonly Trait[]>> as Record<PatientDiagnosis, readonly Trait[]>;

/** The concepts that are both a feature and a diagnosis. */
const pairs = features.flatMap((feature) => {
  const diagnosis = getPairedDiagnosis(feature);
  return diagnosis ? [{ feature, diagnosis }] : [];
});

function readFeatureShare({ features, participants }: Described, feature: Feature): ShareCount {
  const reported = features[feature];
  if (!reported) return silent;
  const of = participants.treated;
  const n = reported.n ?? (reported.share === "all" ? of : reported.share === "none" ? 0 : null);
  return { share: reported.share, count: n === null || of === null ? null : { n, of }, by: [] };
}

/** The diagnoses that a sheet names, with the patients of each where it counts them. */
type NamedDiagnoses = {
  named: readonly (readonly [CountedDiagnosis, number | null])[];
  /** patients of all of them; null where one is not counted */
  sum: number | null;
  /** the patients among whom they are counted; null where that is not known */
  of: number | null;
};

function readNamedDiagnoses({ participants }: Described): NamedDiagnoses {
  const { diagnoses, treated, enrolled } = participants;
  const named = Object.entries(diagnoses) as [CountedDiagnosis, number | null][];
  const counts = named.map(([, count]) => count);
  const sum = counts.includes(null) ? null : counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  // Some sheets count the diagnoses of all enrolled, so that they add up to more than were treated.
  return { named, sum, of: sum === null ? (treated ?? enrolled) : Math.max(sum, treated ?? 0) };
}

/**
 * The share of patients who have one or another of some diagnoses, from a study's counts of diagnoses. One named without a
 * count is "all" where it is the only one named, else "some".
 * @param absent the one diagnosis that is asked for: it is "none" only where it is named, or where the diagnoses that are
 * named rule it out; null for several, of which nothing is ruled out
 */
function readCombinedShare(
  { named, sum, of }: NamedDiagnoses,
  wanted: readonly Trait[],
  absent: PatientDiagnosis | null,
): ShareCount {
  if (named.length === 0) return silent;
  // Nobody with one kind of a diagnosis that itself is not named says nothing of the others.
  const found = named.filter(([name, count]) => wanted.includes(name as Trait) && (count !== 0 || name === absent));
  if (found.length === 0) {
    const names = named.map(([name]) => name);
    const isSplit = sum === null || of === null || sum >= of;
    const mayBeFiled = names.some((name) => name === "unspecified" || (absent && filedUnder[absent]?.includes(name)));
    if (!absent || mayBeFiled || !isSplit) return silent;
    return createShare("none", 0, of);
  }
  if (found.some(([, count]) => count === null)) {
    return createShare(found.length === named.length ? "all" : "some", null, of);
  }
  const n = found.reduce((total, [, count]) => total + (count ?? 0), 0);
  if (n === 0) return createShare("none", 0, of);
  // Others are named without a count, and nobody says how many all are.
  if (of === null) return createShare("some", null, of);
  return createShare(n >= of ? "all" : n > of / 2 ? "most" : "some", n, of);
}

function createShare(share: Share, n: number | null, of: number | null): ShareCount {
  return { share, count: n === null || of === null ? null : { n, of }, by: [] };
}

/** Shares by how much they say: the larger number says more. */
const sizes: Record<Share, number> = { unclear: 0, none: 1, some: 2, most: 3, all: 4 };

/** One concept said in two ways: silence yields to what is said, "none" to a positive share, the smaller to the larger. */
function mergeShares(a: ShareCount, b: ShareCount): ShareCount {
  const difference = sizes[a.share] - sizes[b.share];
  if (difference !== 0) return difference > 0 ? a : b;
  return (b.count?.n ?? -1) > (a.count?.n ?? -1) ? b : a;
}

/**
 * Fills in what follows by definition, until nothing more follows. What the sheet says itself is never changed; of what
 * follows from two things the larger share counts.
 */
function deriveShares(study: Described, named: NamedDiagnoses, shares: Shares) {
  const derive = (feature: Feature, share: ShareCount): boolean => {
    const known = at(shares, feature);
    const isSaid = known.share !== "unclear" && known.by.length === 0 && !isOnlyRuledOut(study, feature);
    if (isSaid || !isLarger(share, known)) return false;
    shares[placeOfTrait[feature]] = share;
    const diagnosis = getPairedDiagnosis(feature);
    if (diagnosis) shares[placeOfTrait[diagnosis]] = share;
    return true;
  };
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const { of, feature, answer, from } of definitions) {
      const source = findSource(named, shares, of);
      if (!source || (source.share !== "all" && (from === "all" || source.share !== "most"))) continue;
      const { share, count } = source;
      const derived: ShareCount =
        answer === "no"
          ? { share: "none", count: count && { n: 0, of: count.of }, by: source.by }
          : // Of most it follows only that at least so many have it.
            { share, count: share === "all" ? count : null, by: source.by };
      isChanged = derive(feature, derived) || isChanged;
    }
    for (const { without, no } of requirements) {
      const { share, count } = at(shares, without);
      if (share === "none") isChanged = derive(no, { share, count, by: [without] }) || isChanged;
    }
  }
}

/** Whether nobody is said to have a feature only because diagnoses other than its own are named. */
function isOnlyRuledOut({ features, participants }: Described, feature: Feature): boolean {
  const diagnosis = getPairedDiagnosis(feature);
  const isReported = (features[feature] ?? silent).share !== "unclear";
  return diagnosis !== null && !isReported && !(diagnosis in participants.diagnoses);
}

/** The trait, of those from which something follows, that most of the patients have; or several diagnoses by their sum. */
function findSource(named: NamedDiagnoses, shares: Shares, of: readonly Trait[]): ShareCount | null {
  const isHad = (trait: Trait) => sizes[at(shares, trait).share] >= sizes.some;
  if (!of.some(isHad)) return null;
  const [first, ...others] = of.filter(isHad) as [Trait, ...Trait[]];
  const largest = others.reduce((a, b) => (isLarger(at(shares, b), at(shares, a)) ? b : a), first);
  const single: ShareCount = { ...at(shares, largest), by: [largest] };
  if (others.length === 0 || single.share === "all") return single;
  const diagnoses = of.flatMap((trait) => [trait, getPairedDiagnosis(trait) ?? trait]);
  const combined = readCombinedShare(
    named,
    diagnoses.flatMap((trait) => (isDiagnosis(trait) ? withKinds[trait] : [trait])),
    null,
  );
  return isLarger(combined, single) ? { ...combined, by: [first, ...others] } : single;
}

function isLarger(a: ShareCount, b: ShareCount): boolean {
  return sizes[a.share] > sizes[b.share];
}

/** The fewest patients with a trait that the sheet vouches for; 0 where it vouches for none. */
export function countMinPatientsWith(study: Described, trait: Trait): number {
  const { share, count } = getShare(study, getConcept(trait));
  if (count) return count.n;
  const { treated } = study.participants;
  if (share === "some") return 1;
  if (share === "most") return treated === null ? 1 : Math.floor(treated / 2) + 1;
  if (share === "all") return treated ?? 1;
  return 0;
}
