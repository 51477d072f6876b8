import fc from "fast-check";
import { diagnoses, features, mainFeatures } from "@/lib/vocabulary/feature";
import type { Profile, YesNo } from "./schema";

const anyAnswer: fc.Arbitrary<YesNo | undefined> = fc.constantFrom<(YesNo | undefined)[]>(
  undefined,
  undefined,
  undefined,
  undefined,
  "yes",
  "yes",
  "no",
  "no",
);

/** A number with up to two decimals, as someone would type it. */
const typed = ({ min, max }: { min: number; max: number }) =>
  fc.oneof(
    fc.integer({ min, max }),
    fc.integer({ min: 100 * min, max: 100 * max }).map((hundredths) => hundredths / 100),
  );

/** Answers in any order, few of them or many. */
const anyAnswers = fc
  .oneof(
    fc.tuple(...mainFeatures.map((feature) => anyAnswer.map((given) => [feature, given] as const))),
    fc.tuple(...features.map((feature) => anyAnswer.map((given) => [feature, given] as const))),
  )
  .chain((entries) => fc.shuffledSubarray([...entries], { minLength: entries.length }))
  .map((entries) => Object.fromEntries(entries.filter(([, given]) => given !== undefined)) as Profile["features"]);

/** Any case a clinician can enter, contradictions included. */
export const anyProfile: fc.Arbitrary<Profile> = fc.record({
  features: anyAnswers,
  diagnosis: fc.option(fc.constantFrom(...diagnoses), { freq: 2 }),
  weightKg: fc.option(typed({ min: 1, max: 400 }), { freq: 2 }),
  ageYears: fc.option(fc.oneof(typed({ min: 0, max: 120 }), fc.constantFrom(0, 17, 17.99, 18, 64, 64.99, 65, 120)), {
    freq: 2,
  }),
});
