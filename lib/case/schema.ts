import { type Feature, features, type PatientDiagnosis } from "@/lib/vocabulary/feature";

// No library of schemas here: this travels to every phone. The schemas of requests are in profile-schema.ts.

/** What can be answered to a question, besides leaving it open. */
export const yesNos = ["yes", "no"] as const;
export type YesNo = (typeof yesNos)[number];

/** An answer about the patient. "unknown" is an answer of its own and never turns into "no". */
export const answers = [...yesNos, "unknown"] as const;
export type PatientAnswer = (typeof answers)[number];

/** Numbers that are taken, and what to say of others. */
export type NumberRange = { min: number; max: number; notNumber: string; outside: string };

const createRange = (name: string, article: string, unit: string, min: number, max: number): NumberRange => ({
  min,
  max,
  notNumber: `Enter the ${name} as a number.`,
  outside: `Enter ${article} ${name} from ${min} to ${max} ${unit}.`,
});

/**
 * kg, for dose arithmetic only; a weight never matches anything. From a small newborn to the heaviest adult a dose is
 * worked out for.
 */
export const weightRange = createRange("weight", "a", "kg", 1, 400);
/** Years from which on a patient is "65 or over". */
export const elderlyFrom = 65;

/** Whole or part years. An age is entered instead of the questions under 18 and 65 or over; it answers both. */
export const ageRange = createRange("age", "an", "years", 0, 120);

/** What is wrong with a value as a number of this range, in a sentence; null where nothing is. */
export function findRangeFault(value: unknown, { min, max, notNumber, outside }: NumberRange): string | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return notNumber;
  return value < min || value > max ? outside : null;
}

/** One patient, as far as the clinician has described them. */
export type Profile = {
  /** the answers that were given: a feature that is absent is unknown, and there is no other way to say so */
  features: { [Name in Feature]?: YesNo | undefined };
  diagnosis: PatientDiagnosis | null;
  weightKg: number | null;
  ageYears: number | null;
};

/** Where a statement about the patient came from: one of the questions, the diagnosis, or the age. */
export type Origin = Feature | "diagnosis" | "age";

/** A case about which nothing is known yet. */
export const emptyProfile: Profile = { features: {}, diagnosis: null, weightKg: null, ageYears: null };

type AgeAnswers = Readonly<Partial<Record<Feature, YesNo>>>;

const answersOfAges = {
  unknown: {},
  child: { juvenile: "yes", elderly: "no" },
  adult: { juvenile: "no", elderly: "no" },
  elderly: { juvenile: "no", elderly: "yes" },
} as const satisfies Record<string, AgeAnswers>;

/** What an age says about the two questions that are about age; nothing where no age was entered. */
export function answersFromAge({ ageYears }: Profile): AgeAnswers {
  if (ageYears === null) return answersOfAges.unknown;
  if (ageYears < 18) return answersOfAges.child;
  return ageYears < elderlyFrom ? answersOfAges.adult : answersOfAges.elderly;
}

/**
 * The answer to one question; "unknown" if not stated. An age answers the two questions about age
 * unless they were answered themselves: what was tapped counts as meant.
 */
export function getAnswer(profile: Profile, feature: Feature): PatientAnswer {
  return profile.features[feature] ?? answersFromAge(profile)[feature] ?? "unknown";
}

/** Every answer, those given by the age included, in the order of the vocabulary whatever order they were given in. */
export function getStatedAnswers(profile: Profile): { feature: Feature; answer: YesNo }[] {
  const stated: { feature: Feature; answer: YesNo }[] = [];
  const fromAge = answersFromAge(profile);
  for (const feature of features) {
    const answer = profile.features[feature] ?? fromAge[feature];
    if (answer !== undefined) stated.push({ feature, answer });
  }
  return stated;
}

/**
 * The profile with one answer changed. "unknown" takes the answer away, so that equal cases are equal objects; where
 * only the age gave it, the age goes, or the answer would stand, and leaves what else it answered.
 */
export function setAnswer(profile: Profile, feature: Feature, given: PatientAnswer): Profile {
  const { [feature]: stated, ...others } = profile.features;
  if (given !== "unknown") return { ...profile, features: { ...others, [feature]: given } };
  const { [feature]: fromAge, ...kept } = answersFromAge(profile);
  if (stated !== undefined || fromAge === undefined) return { ...profile, features: others };
  return { ...profile, features: { ...kept, ...others }, ageYears: null };
}
