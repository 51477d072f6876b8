import { describe, expect, test } from "vitest";
import { features, mainFeatures } from "@/lib/vocabulary/feature";
import { exampleCases } from "./fixtures";
import { caseInWords, questionFor, questionGroups, statementOf } from "./questions";
import { emptyProfile } from "./schema";

describe("the questions", () => {
  const asked = questionGroups.flatMap(({ questions }) => questions.map(({ feature }) => feature));

  test("every feature is asked for once", () => {
    expect([...asked].sort()).toEqual([...features].sort());
    for (const feature of features) expect(questionFor(feature).feature).toBe(feature);
  });

  test("the five come first, in their order", () => {
    expect(questionGroups[0]?.questions.map(({ feature }) => feature)).toEqual([...mainFeatures]);
  });

  test("no two read alike, and each says what counts", () => {
    const labels = features.map((feature) => questionFor(feature).label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const feature of features) expect(questionFor(feature).hint).toMatch(/\.$/);
  });
});

describe("the case in words", () => {
  test("says everything that was stated and nothing else", () => {
    expect(caseInWords(exampleCases.pregnantUntreated.profile)).toEqual([
      "Age: 42 years",
      "Pregnant: yes",
      "Untreated: yes",
      "Diagnosis: Dermatomyositis",
    ]);
    expect(caseInWords({ ...emptyProfile, features: { juvenile: "no", ild: "unknown" }, weightKg: 62.5 })).toEqual([
      "Under 18: no",
      "Weight: 62.5 kg",
    ]);
    expect(caseInWords(emptyProfile)).toEqual([]);
  });

  test("an answer not given is not stated, not no", () => {
    expect(statementOf(emptyProfile, "ild")).toBe("Interstitial lung disease: not stated");
    expect(statementOf(emptyProfile, "diagnosis")).toBe("Diagnosis: not stated");
    const unknown = { ...emptyProfile, features: { ild: "unknown" as const } };
    expect(statementOf(unknown, "ild")).not.toMatch(/no$/);
  });
});
