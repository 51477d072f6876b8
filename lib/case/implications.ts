import { type Diagnosis, type Feature, features } from "@/lib/vocabulary/feature";
import { diagnosisNames, formatStatement } from "./questions";
import type { Origin, Profile, YesNo } from "./schema";
import { getAnswer, setAnswer } from "./schema";

type Consequences = Partial<Record<Feature, YesNo>>;

/** What a "yes" to one question says about others, by definition of the terms. */
const whenYes: Partial<Record<Feature, Consequences>> = {
  juvenile: { elderly: "no" },
  elderly: { juvenile: "no" },
  pregnancy: { elderly: "no" },
  skinOnly: { muscle: "no", ild: "no" },
  ild: { skinOnly: "no" },
  muscle: { skinOnly: "no", amyopathic: "no" },
  amyopathic: { muscle: "no" },
  rapidlyProgressiveIld: { ild: "yes", skinOnly: "no" },
  necrotising: { muscle: "yes", skinOnly: "no", amyopathic: "no" },
  firstLine: { refractory: "no", steroidDependent: "no" },
  refractory: { firstLine: "no" },
  steroidDependent: { firstLine: "no" },
};

/** What a "no" says about others. */
const whenNo: Partial<Record<Feature, Consequences>> = {
  ild: { rapidlyProgressiveIld: "no" },
  skin: { skinOnly: "no", amyopathic: "no" },
};

/** What a diagnosis says by its definition. */
const whenDiagnosis: Partial<Record<Diagnosis, Consequences>> = {
  JDM: { juvenile: "yes" },
  CADM: { amyopathic: "yes", muscle: "no" },
  PM: { muscle: "yes", skinOnly: "no", amyopathic: "no" },
  IMNM: { necrotising: "yes", muscle: "yes", skinOnly: "no" },
  ASyS: { antisynthetase: "yes" },
  overlap: { overlapCtd: "yes" },
};

type Statement = { feature: Feature; answer: YesNo; origin: Origin };

/** The stated answers and those they imply, each with its origin. */
function listAssertions(profile: Profile): Statement[] {
  const createStatements = (origin: Origin, stated: Consequences | undefined): Statement[] =>
    (Object.entries(stated ?? {}) as [Feature, YesNo][]).map(([feature, answer]) => ({ feature, answer, origin }));
  // In the order of the vocabulary: the order of tapping must not change the sentence.
  const tapped = features.flatMap((feature) => {
    const answer = profile.features[feature];
    if (!answer) return [];
    return [
      { feature, answer, origin: feature },
      ...createStatements(feature, (answer === "yes" ? whenYes : whenNo)[feature]),
    ];
  });
  const age = { ...profile, features: {} };
  const fromAge = (["juvenile", "elderly"] as const).flatMap((feature) => {
    const answer = getAnswer(age, feature);
    return answer === "unknown" ? [] : [{ feature, answer, origin: "age" as const }];
  });
  return [
    ...tapped,
    ...fromAge,
    ...(profile.diagnosis ? createStatements("diagnosis", whenDiagnosis[profile.diagnosis]) : []),
  ];
}

/**
 * What the stated answers say about questions that were left open.
 * Used to show what was understood and to spare needless questions. It never matches or hides a study:
 * only an answer from the clinician does that.
 * A question on which two implications disagree is left out; `findContradictions` names it.
 */
export function deriveImpliedAnswers(profile: Profile): Partial<Record<Feature, YesNo>> {
  const stated: Partial<Record<Feature, YesNo>> = {};
  const disputed = new Set<Feature>();
  for (const { feature, answer } of listAssertions(profile)) {
    if (getAnswer(profile, feature) !== "unknown") continue;
    if (stated[feature] && stated[feature] !== answer) disputed.add(feature);
    stated[feature] = answer;
  }
  for (const feature of disputed) delete stated[feature];
  return stated;
}

/** One way out of a contradiction: what its button says, and the case it leads to. */
export type Remedy = { label: string; profile: Profile };

/** Two statements that cannot both be true of one patient, as a sentence, with the ways to resolve them. */
export type Contradiction = { between: [Origin, Origin]; text: string; remedies: Remedy[] };

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

/**
 * Every pair of statements that contradict each other, each pair once, in the order they were made.
 * Nothing is changed: the case goes on being matched as it was stated.
 */
export function findContradictions(profile: Profile): Contradiction[] {
  const all = listAssertions(profile);
  const pairs = new Map<string, [Origin, Origin]>();
  all.forEach((a, index) => {
    for (const b of all.slice(index + 1)) {
      if (a.feature !== b.feature || a.answer === b.answer || a.origin === b.origin) continue;
      pairs.set([a.origin, b.origin].sort().join(), [a.origin, b.origin]);
    }
  });
  return [
    ...findAgeDiagnosisConflicts(profile),
    ...[...pairs.values()].map((between) => {
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
    }),
  ];
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
