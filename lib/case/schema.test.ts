import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { features } from "@/lib/vocabulary/feature";
import { exampleCases } from "./fixtures";
import { anyProfile } from "./profile.arbitrary";
import { profile, spelledAnswers } from "./profile-schema";
import { emptyProfile, getAnswer, getStatedAnswers, setAnswer } from "./schema";

describe("an answer", () => {
  test("what was not stated is unknown, never no", () => {
    for (const feature of features) expect(getAnswer(emptyProfile, feature)).toBe("unknown");
    expect(getStatedAnswers(emptyProfile)).toEqual([]);
  });

  test.each([
    [0, "yes", "no"],
    [17.99, "yes", "no"],
    [18, "no", "no"],
    [42, "no", "no"],
    [64.99, "no", "no"],
    [65, "no", "yes"],
    [120, "no", "yes"],
  ] as const)("an age of %d answers under 18 with %s and 65 or over with %s", (ageYears, juvenile, elderly) => {
    const aged = { ...emptyProfile, ageYears };
    expect([getAnswer(aged, "juvenile"), getAnswer(aged, "elderly")]).toEqual([juvenile, elderly]);
    expect(getStatedAnswers(aged)).toEqual([
      { feature: "juvenile", answer: juvenile },
      { feature: "elderly", answer: elderly },
    ]);
  });

  test("an answer spelt out as unknown is taken away at the door, so that the age still counts", () => {
    const features = spelledAnswers.parse({ juvenile: "unknown", ild: "yes" });
    expect(features).toEqual({ ild: "yes" });
    expect(getAnswer({ ...emptyProfile, features, ageYears: 10 }, "juvenile")).toBe("yes");
  });

  test("what was tapped counts as meant, whatever the age says", () => {
    expect(getAnswer({ ...emptyProfile, features: { juvenile: "yes" }, ageYears: 40 }, "juvenile")).toBe("yes");
  });

  test("changing one answer leaves the others and the case it came from alone", () => {
    fc.assert(
      fc.property(
        anyProfile,
        fc.constantFrom(...features),
        fc.constantFrom("yes", "no", "unknown"),
        (stated, changed, given) => {
          const before = structuredClone(stated);
          const after = setAnswer(stated, changed, given);
          expect(stated).toEqual(before);
          expect(after.features[changed] ?? "unknown").toBe(given);
          for (const feature of features) {
            if (feature !== changed) expect(getAnswer(after, feature)).toBe(getAnswer(stated, feature));
          }
          expect(profile.safeParse(after).success).toBe(true);
        },
      ),
    );
  });

  test("taking an answer away gives the case as it was before", () => {
    expect(setAnswer(setAnswer(emptyProfile, "ild", "yes"), "ild", "unknown")).toEqual(emptyProfile);
  });

  test("answers come in the order of the vocabulary, whatever order they were given in", () => {
    fc.assert(
      fc.property(anyProfile, (stated) => {
        const turned = { ...stated, features: Object.fromEntries(Object.entries(stated.features).reverse()) };
        expect(getStatedAnswers(turned)).toEqual(getStatedAnswers(stated));
      }),
    );
  });
});

describe("the schema", () => {
  test.each(Object.entries(exampleCases))("takes the example %s", (_, example) => {
    expect(profile.parse(example.profile)).toEqual(example.profile);
  });

  test("takes inclusion body myositis, which is answered as out of scope", () => {
    expect(profile.safeParse({ ...emptyProfile, diagnosis: "IBM" }).success).toBe(true);
  });

  test.each([
    ["a weight of nothing", { weightKg: 0 }, "Enter a weight from 1 to 400 kg."],
    ["a weight beyond any patient's", { weightKg: 401 }, "Enter a weight from 1 to 400 kg."],
    ["a weight that is no number", { weightKg: Number.NaN }, "Enter the weight as a number."],
    ["a weight in words", { weightKg: "62" }, "Enter the weight as a number."],
    ["an age below nothing", { ageYears: -1 }, "Enter an age from 0 to 120 years."],
    ["an age of 500", { ageYears: 500 }, "Enter an age from 0 to 120 years."],
    ["an endless age", { ageYears: Number.POSITIVE_INFINITY }, "Enter"],
    ["an answer of another sort", { features: { ild: "maybe" } }, 'Use "yes" or "no".'],
    ["an unknown diagnosis", { diagnosis: "gout" }, "Use one of DM, PM, CADM, JDM, IMNM, ASyS, overlap, IBM, or null."],
    ["an unknown feature", { features: { fever: "yes" } }, "fever"],
    ["an unknown key", { name: "Jane" }, "name"],
  ])("refuses %s, with a sentence", (_, part, message) => {
    const parsed = profile.safeParse({ ...emptyProfile, ...part });
    expect(parsed.success).toBe(false);
    const messages = parsed.error?.issues.map((issue) => issue.message).join();
    expect(messages).toContain(message);
  });
});
