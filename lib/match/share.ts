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
import { type Feature, features, type PatientDiagnosis, patientDiagnoses, type Share } from "@/lib/vocabulary/feature";

/** What of a sheet says whom it is about. */
export type Described = Pick<Study, "features" | "participants" | "reads">;

/** Patients with a trait, of the patients given immunoglobulin; `count` is null where the source does not say. */
export type ShareCount = {
  share: Share;
  count: { n: number; of: number } | null;
  /** the traits from which it follows by definition; empty where the sheet says it itself, or says nothing */
  by: readonly Trait[];
};

type Shares = ReadonlyMap<Trait, ShareCount>;

const silent: ShareCount = { share: "unclear", count: null, by: [] };

const sharesOfStudy = new WeakMap<Described, Shares>();

/**
 * What a study says of one trait of its patients: by its own words, by its counts of diagnoses, or by definition of
 * what it says of others. A trait that it does not speak of is "unclear", which is not "none".
 */
export function getShare(study: Described, trait: Trait): ShareCount {
  let shares = sharesOfStudy.get(study);
  if (!shares) {
    shares = readShares(study);
    sharesOfStudy.set(study, shares);
  }
  return shares.get(trait) ?? silent;
}

function readShares(study: Described): Shares {
  const shares = new Map<Trait, ShareCount>();
  for (const diagnosis of patientDiagnoses) shares.set(diagnosis, readDiagnosisShare(study, diagnosis));
  for (const feature of features) shares.set(feature, readFeatureShare(study, feature));
  for (const feature of features) {
    const diagnosis = getPairedDiagnosis(feature);
    if (!diagnosis) continue;
    const merged = mergeShares(shares.get(feature) ?? silent, shares.get(diagnosis) ?? silent);
    shares.set(feature, merged).set(diagnosis, merged);
  }
  deriveShares(study, shares);
  return shares;
}

function readFeatureShare({ features, participants }: Described, feature: Feature): ShareCount {
  const reported = features[feature];
  if (!reported) return silent;
  const of = participants.treated;
  const n = reported.n ?? (reported.share === "all" ? of : reported.share === "none" ? 0 : null);
  return { share: reported.share, count: n === null || of === null ? null : { n, of }, by: [] };
}

/**
 * What a study says of one diagnosis, from its counts of diagnoses. One named without a count is "all" where it is the
 * only one named, else "some". One that is not named is "none" only where the diagnoses that are named rule it out.
 */
function readDiagnosisShare(study: Described, diagnosis: PatientDiagnosis): ShareCount {
  return readCombinedShare(study, [diagnosis, ...(kindsOfDiagnosis[diagnosis] ?? [])], diagnosis);
}

/** The share of patients who have one or another of these diagnoses. */
function readCombinedShare({ participants }: Described, wanted: readonly Trait[], absent: PatientDiagnosis | null) {
  const { diagnoses, treated, enrolled } = participants;
  const named = Object.entries(diagnoses) as [keyof typeof diagnoses, number | null][];
  if (named.length === 0) return silent;
  const counts = named.map(([, count]) => count);
  const sum = counts.includes(null) ? null : counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  // Some sheets count the diagnoses of all enrolled, so that they add up to more than were treated.
  const of = sum === null ? (treated ?? enrolled) : Math.max(sum, treated ?? 0);
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
  if (of === null) return createShare(found.length === named.length ? "all" : "some", null, of);
  return createShare(n >= of ? "all" : n > of / 2 ? "most" : "some", n, of);
}

function createShare(share: Share, n: number | null, of: number | null): ShareCount {
  return { share, count: n === null || of === null ? null : { n, of }, by: [] };
}

const order: readonly Share[] = ["unclear", "none", "some", "most", "all"];

/** One concept said in two ways: silence yields to what is said, "none" to a positive share, the smaller to the larger. */
function mergeShares(a: ShareCount, b: ShareCount): ShareCount {
  const difference = order.indexOf(a.share) - order.indexOf(b.share);
  if (difference !== 0) return difference > 0 ? a : b;
  return (b.count?.n ?? -1) > (a.count?.n ?? -1) ? b : a;
}

/**
 * Fills in what follows by definition, until nothing more follows. What the sheet says itself is never changed; of what
 * follows from two things the larger share counts.
 */
function deriveShares(study: Described, shares: Map<Trait, ShareCount>) {
  const derive = (feature: Feature, share: ShareCount): boolean => {
    const known = shares.get(feature) ?? silent;
    const isSaid = known.share !== "unclear" && known.by.length === 0 && !isOnlyRuledOut(study, feature);
    if (isSaid || !isLarger(share, known)) return false;
    shares.set(feature, share);
    const diagnosis = getPairedDiagnosis(feature);
    if (diagnosis) shares.set(diagnosis, share);
    return true;
  };
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const { of, feature, answer, from } of definitions) {
      const source = findSource(study, shares, of);
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
      const { share, count } = shares.get(without) ?? silent;
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
function findSource(study: Described, shares: Map<Trait, ShareCount>, of: readonly Trait[]): ShareCount | null {
  const isCounted = (trait: Trait) => order.indexOf((shares.get(trait) ?? silent).share) > 1;
  const having = of.filter(isCounted);
  const [first, ...others] = having;
  if (!first) return null;
  const largest = having.reduce((a, b) => (isLarger(shares.get(b), shares.get(a)) ? b : a), first);
  const single: ShareCount = { ...(shares.get(largest) ?? silent), by: [largest] };
  if (others.length === 0 || single.share === "all") return single;
  const diagnoses = of.flatMap((trait) => [trait, getPairedDiagnosis(trait) ?? trait]);
  const combined = readCombinedShare(study, [...diagnoses, ...diagnoses.flatMap(listKinds)], null);
  return order.indexOf(combined.share) > order.indexOf(single.share) ? { ...combined, by: having } : single;
}

function listKinds(trait: Trait): readonly Trait[] {
  return kindsOfDiagnosis[trait as PatientDiagnosis] ?? [];
}

function isLarger(a: ShareCount = silent, b: ShareCount = silent): boolean {
  return order.indexOf(a.share) > order.indexOf(b.share);
}

/** The fewest patients with a trait that the sheet vouches for; 0 where it vouches for none. */
export function countMinPatientsWith(study: Described, trait: Trait): number {
  const { share, count } = getShare(study, getConcept(trait));
  if (count) return count.n;
  const treated = study.participants.treated;
  if (share === "some") return 1;
  if (share === "most") return treated === null ? 1 : Math.floor(treated / 2) + 1;
  if (share === "all") return treated ?? 1;
  return 0;
}
