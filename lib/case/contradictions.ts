import { contraries } from "@/lib/vocabulary/concepts";
import type { Feature } from "@/lib/vocabulary/feature";
import { listStatements, type Statement } from "./implications";
import { diagnosisNames, formatStatement } from "./questions";
import { getAnswer, type Origin, type Profile, setAnswer } from "./schema";

/** One way out of a contradiction: what its button says, and the case it leads to. */
export type Remedy = { label: string; profile: Profile };

/** Two statements that cannot both be true of one patient, as a sentence, with the ways to resolve them. */
export type Contradiction = { between: [Origin, Origin]; text: string; remedies: Remedy[] };

/**
 * Every pair of statements that contradict each other, each pair once, in the order of the vocabulary.
 * Nothing is changed: the case goes on being matched as it was stated.
 */
export function findContradictions(profile: Profile, statements = listStatements(profile)): Contradiction[] {
  const pairs = statements.flatMap((a, index) =>
    statements.slice(index + 1).flatMap((b): [Origin, Origin][] => (areContrary(a, b) ? [[a.origin, b.origin]] : [])),
  );
  return [...findAgeDiagnosisConflicts(profile), ...pairs.map((between) => describeContradiction(profile, between))];
}

function areContrary({ says: a }: Statement, { says: b }: Statement): boolean {
  const isDisputed = (feature: Feature) => b[feature] !== undefined && a[feature] !== b[feature];
  const areBoth = (first: Feature, second: Feature) => a[first] === "yes" && b[second] === "yes";
  return (
    (Object.keys(a) as Feature[]).some(isDisputed) ||
    contraries.some(([first, second]) => areBoth(first, second) || areBoth(second, first))
  );
}

function describeContradiction(profile: Profile, between: [Origin, Origin]): Contradiction {
  const [a, b] = between.map((origin) => formatStatement(profile, origin)) as [string, string];
  const withLung = between.includes("ild") || between.includes("rapidlyProgressiveIld");
  const isAmyopathic = between.includes("skinOnly") && withLung && profile.features.ild !== "no";
  const clear = between.map((origin) => ({
    label: `Remove “${formatStatement(profile, origin)}”`,
    profile: clearAnswer(profile, origin),
  }));
  return {
    between,
    text: isAmyopathic
      ? `“${a}” and “${b}” contradict each other: skin only means no lung disease. Skin disease with lung disease and no weakness is called amyopathic, with ILD.`
      : `“${a}” and “${b}” contradict each other.`,
    remedies: isAmyopathic ? [createAmyopathicIldRemedy(profile), ...clear] : clear,
  };
}

function clearAnswer(profile: Profile, origin: Origin): Profile {
  if (origin === "diagnosis") return { ...profile, diagnosis: null };
  if (origin === "age") return { ...profile, ageYears: null };
  return setAnswer(profile, origin, "unknown");
}

/** Typical skin disease with lung disease and no weakness is a disease of its own, so it is named, not just cleared. */
function createAmyopathicIldRemedy(profile: Profile): Remedy {
  const settled = setAnswer(setAnswer(setAnswer(profile, "skinOnly", "no"), "amyopathic", "yes"), "ild", "yes");
  return { label: "Amyopathic, with ILD", profile: settled };
}

/** A child with dermatomyositis has the juvenile kind, which studies count apart: no contradiction of terms, but a trap. */
function findAgeDiagnosisConflicts(profile: Profile): Contradiction[] {
  if (profile.diagnosis !== "DM" || getAnswer(profile, "juvenile") !== "yes") return [];
  return [
    {
      between: ["diagnosis", profile.features.juvenile === "yes" ? "juvenile" : "age"],
      text: "Dermatomyositis in a child is juvenile dermatomyositis, which studies count apart.",
      remedies: [
        { label: diagnosisNames.JDM, profile: { ...profile, diagnosis: "JDM" } },
        { label: `Remove “${formatStatement(profile, "diagnosis")}”`, profile: { ...profile, diagnosis: null } },
      ],
    },
  ];
}
