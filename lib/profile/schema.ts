import { z } from "zod";
import { diagnoses, type Feature, features } from "@/lib/terms/feature";

/** An answer about the patient. "unknown" is an answer of its own and never turns into "no". */
export const answer = z.enum(["yes", "no", "unknown"], { error: 'Use "yes", "no" or "unknown".' });
export type Answer = z.infer<typeof answer>;

/** Lowest and highest weight taken, kg: from a small newborn to the heaviest adult a dose is worked out for. */
export const weightRange = { min: 1, max: 400 } as const;
/** Lowest and highest age taken, whole or part years. */
export const ageRange = { min: 0, max: 120 } as const;

const between = (name: string, unit: string, { min, max }: { min: number; max: number }) =>
  z
    .number({ error: `Enter the ${name} as a number.` })
    .min(min, `Enter a ${name} from ${min} to ${max} ${unit}.`)
    .max(max, `Enter a ${name} from ${min} to ${max} ${unit}.`);

export const weightKg = between("weight", "kg", weightRange);
export const ageYears = between("age", "years", ageRange);

const answers = Object.fromEntries(features.map((feature) => [feature, answer.optional()])) as Record<
  Feature,
  z.ZodOptional<typeof answer>
>;

/** One patient, as far as the clinician has described them. A feature that is absent is unknown. */
export const profile = z.strictObject({
  features: z.strictObject(answers),
  diagnosis: z.enum(diagnoses, { error: `Use one of ${diagnoses.join(", ")}, or null.` }).nullable(),
  /** kg, for dose arithmetic only; it never matches anything. */
  weightKg: weightKg.nullable(),
  /** Entered instead of the questions under 18 and 65 or over; it answers both. */
  ageYears: ageYears.nullable(),
});

export type Profile = z.infer<typeof profile>;

/** Where a statement about the patient came from: one of the questions, the diagnosis, or the age. */
export type Origin = Feature | "diagnosis" | "age";

/** A case about which nothing is known yet. */
export const emptyProfile: Profile = { features: {}, diagnosis: null, weightKg: null, ageYears: null };

/** What an age says about the two questions that are about age; nothing where no age was entered. */
function answersFromAge({ ageYears }: Profile): Partial<Record<Feature, Answer>> {
  if (ageYears === null) return {};
  return { juvenile: ageYears < 18 ? "yes" : "no", elderly: ageYears >= 65 ? "yes" : "no" };
}

/**
 * The answer to one question; "unknown" where nothing was said. An age answers the two questions about age
 * unless they were answered themselves: what was tapped counts as meant.
 */
export function answerTo(profile: Profile, feature: Feature): Answer {
  return profile.features[feature] ?? answersFromAge(profile)[feature] ?? "unknown";
}

/** Every answer that is not "unknown", in the order of the vocabulary whatever order they were given in. */
export function certainAnswers(profile: Profile): { feature: Feature; answer: "yes" | "no" }[] {
  return features.flatMap((feature) => {
    const given = answerTo(profile, feature);
    return given === "unknown" ? [] : [{ feature, answer: given }];
  });
}

/** The profile with one answer changed. "unknown" takes the answer away, so that equal cases are equal objects. */
export function withAnswer(profile: Profile, feature: Feature, given: Answer): Profile {
  const { [feature]: _, ...others } = profile.features;
  return { ...profile, features: given === "unknown" ? others : { ...others, [feature]: given } };
}
