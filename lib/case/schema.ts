// The small build of zod: this schema travels to every phone.
import * as z from "zod/mini";
import { type Feature, features, patientDiagnoses } from "@/lib/vocabulary/feature";

/** An answer about the patient. "unknown" is an answer of its own and never turns into "no". */
export const answer = z.enum(["yes", "no", "unknown"], { error: 'Use "yes", "no" or "unknown".' });
export type PatientAnswer = z.infer<typeof answer>;

/** Lowest and highest weight taken, kg: from a small newborn to the heaviest adult a dose is worked out for. */
export const weightRange = { min: 1, max: 400 };
/** Lowest and highest age taken, whole or part years. */
export const ageRange = { min: 0, max: 120 };

const createNumberInRange = (name: string, article: string, unit: string, { min, max }: { min: number; max: number }) =>
  z
    .number({ error: `Enter the ${name} as a number.` })
    .check(
      z.gte(min, `Enter ${article} ${name} from ${min} to ${max} ${unit}.`),
      z.lte(max, `Enter ${article} ${name} from ${min} to ${max} ${unit}.`),
    );

/** kg, for dose arithmetic only; it never matches anything. */
export const weightKg = createNumberInRange("weight", "a", "kg", weightRange);
/** Entered instead of the questions under 18 and 65 or over; it answers both. */
export const ageYears = createNumberInRange("age", "an", "years", ageRange);
export const diagnosis = z.enum(patientDiagnoses, { error: `Use one of ${patientDiagnoses.join(", ")}, or null.` });

/** An object that takes no key it does not know, and says which one it does not. */
function strict<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? `Unknown: ${issue.keys.join(", ")}.` : "Use an object with named values.",
  });
}

const yesNo = z.enum(["yes", "no"], { error: 'Use "yes" or "no".' });
export type YesNo = z.infer<typeof yesNo>;

/** One optional answer of this kind for each feature. */
function perFeature<Schema extends z.ZodMiniType>(schema: Schema) {
  return strict(
    Object.fromEntries(features.map((feature) => [feature, z.optional(schema)])) as Record<
      Feature,
      z.ZodMiniOptional<Schema>
    >,
  );
}

/** The answers that were given. A feature that is absent is unknown, and there is no other way to say so. */
const answers = perFeature(yesNo);

/** The answers as requests and links may spell them: "unknown" may be written out, and is taken away. */
export const spelledAnswers = z.codec(perFeature(answer), answers, {
  decode: (spelled) => Object.fromEntries(Object.entries(spelled).filter(([, given]) => given && given !== "unknown")),
  encode: (stated) => stated,
});

/** One patient, as far as the clinician has described them. */
export const profile = strict({
  features: answers,
  diagnosis: z.nullable(diagnosis),
  weightKg: z.nullable(weightKg),
  ageYears: z.nullable(ageYears),
});

export type Profile = z.infer<typeof profile>;

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
  return ageYears < 65 ? answersOfAges.adult : answersOfAges.elderly;
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
  for (const feature of features) {
    const answer = getAnswer(profile, feature);
    if (answer !== "unknown") stated.push({ feature, answer });
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
