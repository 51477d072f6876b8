import type { CountedDiagnosis, Feature, PatientDiagnosis } from "./feature";
import { formatTopic, toSubject } from "./phrases";

/** What can be said of a patient and of a study: a feature or a diagnosis, by its name in the sheets. */
export type Trait = Feature | PatientDiagnosis;

/** Diagnoses that are the same concept as a feature: said either way, or both ways, they are one. */
export const featureOfDiagnosis = {
  CADM: "amyopathic",
  IMNM: "necrotising",
  ASyS: "antisynthetase",
  overlap: "overlapCtd",
} as const satisfies Partial<Record<PatientDiagnosis, Feature>>;

/** Whether a trait is a diagnosis that is one concept with a feature. */
function isPaired(trait: Trait): trait is keyof typeof featureOfDiagnosis {
  return trait in featureOfDiagnosis;
}

/** The one name of a concept: its feature, for a diagnosis that is the same as one; else the trait itself. */
export function getConcept(trait: Trait): Trait {
  return isPaired(trait) ? featureOfDiagnosis[trait] : trait;
}

const pairedDiagnoses = new Map<Trait, keyof typeof featureOfDiagnosis>(
  Object.entries(featureOfDiagnosis).map(([diagnosis, feature]) => [
    feature,
    diagnosis as keyof typeof featureOfDiagnosis,
  ]),
);

/** The diagnosis that is the same concept as a feature, or null. */
export function getPairedDiagnosis(trait: Trait): keyof typeof featureOfDiagnosis | null {
  return pairedDiagnoses.get(trait) ?? null;
}

/** Every name of a concept: "amyopathic" and "CADM" for either. */
export function listNames(trait: Trait): Trait[] {
  const concept = getConcept(trait);
  return [concept, getPairedDiagnosis(concept) ?? []].flat();
}

/** What follows, by definition of the terms, from any one of some traits. The table serves patients and studies alike. */
export type Definition = {
  /** concepts: each says it by itself, and a study of several of them says it by their sum */
  of: readonly Trait[];
  feature: Feature;
  answer: "yes" | "no";
  /** the share of a study's patients from which it follows for the study: all of them, or most */
  from: "all" | "most";
};

/** What one trait says of another. What follows the other way round (no lung disease, so none that progresses) is added below. */
const statedDefinitions: readonly Definition[] = [
  { of: ["PM", "necrotising"], feature: "muscle", answer: "yes", from: "most" },
  { of: ["DM", "JDM", "amyopathic"], feature: "skin", answer: "yes", from: "most" },
  { of: ["skinOnly"], feature: "amyopathic", answer: "yes", from: "all" },
  { of: ["skinOnly"], feature: "muscle", answer: "no", from: "all" },
  { of: ["skinOnly"], feature: "ild", answer: "no", from: "all" },
  { of: ["antiSrp", "antiHmgcr"], feature: "necrotising", answer: "yes", from: "most" },
  { of: ["rapidlyProgressiveIld"], feature: "ild", answer: "yes", from: "most" },
  { of: ["firstLine"], feature: "refractory", answer: "no", from: "all" },
  { of: ["firstLine"], feature: "steroidDependent", answer: "no", from: "all" },
  { of: ["juvenile"], feature: "elderly", answer: "no", from: "all" },
];

const diagnosesOnly: readonly Trait[] = ["DM", "PM", "JDM", "IBM"] satisfies PatientDiagnosis[];

/** "A rules out B" read from B: "B rules out A". */
const reversedExclusions = statedDefinitions.flatMap(({ of, feature, answer, from }): Definition[] =>
  answer === "no" ? of.map((trait) => ({ of: [feature], feature: trait as Feature, answer: "no", from })) : [],
);

export const definitions: readonly Definition[] = [...statedDefinitions, ...reversedExclusions];

/** "A includes B" read from B: without B there is no A. Of diagnoses nothing follows this way: a sheet counts them. */
export const requirements: readonly { without: Feature; no: Feature }[] = statedDefinitions.flatMap(
  ({ of, feature, answer }) =>
    answer === "yes"
      ? of
          .filter((trait) => !diagnosesOnly.includes(trait))
          .map((trait) => ({ without: feature, no: trait as Feature }))
      : [],
);

/** Features that no patient has together, although neither says what the other is by definition. */
export const contraries: readonly (readonly [Feature, Feature])[] = [
  ["pregnancy", "elderly"],
  ["postpartum", "elderly"],
  ["muscle", "amyopathic"],
  ["necrotising", "amyopathic"],
  ["firstLine", "onImmunoglobulin"],
];

/**
 * Diagnoses under which the patients of another may be filed, so that a study which names only these does not say that
 * nobody in it has the other.
 */
export const filedUnder: Readonly<Partial<Record<PatientDiagnosis, readonly CountedDiagnosis[]>>> = {
  DM: ["JDM", "ASyS", "overlap"],
  PM: ["ASyS", "overlap"],
  CADM: ["DM"],
  JDM: ["DM"],
  IMNM: ["PM", "overlap"],
  ASyS: ["DM", "PM", "CADM", "overlap"],
  overlap: ["DM", "PM", "ASyS"],
};

/** Diagnoses that are kinds of another and are counted with it. */
export const kindsOfDiagnosis: Readonly<Partial<Record<PatientDiagnosis, readonly PatientDiagnosis[]>>> = {
  DM: ["CADM"],
};

/**
 * Why something holds that was not said itself: "by definition of polymyositis".
 * @param areAbsent whether it follows from nobody having them: "by definition, without interstitial lung disease"
 */
export function formatByDefinition(traits: readonly Trait[], areAbsent = false): string {
  const names = traits.map((trait) => formatTopic(toSubject(trait))).join(" and ");
  return areAbsent ? `by definition, without ${names}` : `by definition of ${names}`;
}

/**
 * Features that place a study within its group and never keep it out of one unless it says "none": sources are mostly
 * silent about them, and silence says nothing.
 */
export const refiningFeatures: readonly Trait[] = ["muscle", "skin", "elderly"] satisfies Feature[];

/** Traits that say much the same of a patient, so that meeting two of one family counts once. */
export const families: readonly (readonly Trait[])[] = [
  ["ild", "rapidlyProgressiveIld"],
  ["skinOnly", "amyopathic"],
  ["necrotising", "antiSrp", "antiHmgcr"],
  ["juvenile", "JDM"],
  ["firstLine", "refractory", "steroidDependent"],
  ["DM", "PM"],
];

/** The family of a trait, by the first of its names; a trait in no family is its own. */
export function getFamily(trait: Trait): Trait {
  const concept = getConcept(trait);
  return families.find((family) => family.includes(concept))?.[0] ?? concept;
}
