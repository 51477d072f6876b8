// The small build of zod, whose schemas fit into those of the whole build.
import * as z from "zod/mini";
import { type Feature, features, patientDiagnoses } from "@/lib/vocabulary/feature";
import { ageRange, answers, type NumberRange, type Profile, weightRange, yesNos } from "./schema";

/** The schemas of a patient for what other programs send and receive; links are read by lib/url-state/case.ts. */
export const answer = z.enum(answers, { error: 'Use "yes", "no" or "unknown".' });

const createNumberInRange = ({ min, max, notNumber, outside }: NumberRange) =>
  z.number({ error: notNumber }).check(z.gte(min, outside), z.lte(max, outside));

export const weightKg = createNumberInRange(weightRange);
export const ageYears = createNumberInRange(ageRange);
export const diagnosis = z.enum(patientDiagnoses, { error: `Use one of ${patientDiagnoses.join(", ")}, or null.` });

/** An object that takes no key it does not know, and says which one it does not. */
function strict<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? `Unknown: ${issue.keys.join(", ")}.` : "Use an object with named values.",
  });
}

/** One optional answer of this kind for each feature. */
function perFeature<Schema extends z.ZodMiniType>(schema: Schema) {
  return strict(
    Object.fromEntries(features.map((feature) => [feature, z.optional(schema)])) as Record<
      Feature,
      z.ZodMiniOptional<Schema>
    >,
  );
}

const statedAnswers = perFeature(z.enum(yesNos, { error: 'Use "yes" or "no".' }));

/** The answers as requests may spell them: "unknown" may be written out, and is taken away. */
export const spelledAnswers = z.codec(perFeature(answer), statedAnswers, {
  decode: (spelled) => Object.fromEntries(Object.entries(spelled).filter(([, given]) => given && given !== "unknown")),
  encode: (stated) => stated,
});

export const profile = strict({
  features: statedAnswers,
  diagnosis: z.nullable(diagnosis),
  weightKg: z.nullable(weightKg),
  ageYears: z.nullable(ageYears),
}) satisfies z.ZodMiniType<Profile>;
