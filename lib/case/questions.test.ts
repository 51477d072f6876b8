import { describe, expect, test } from "vitest";
import { features, mainFeatures } from "@/lib/vocabulary/feature";
import { exampleCases } from "./fixtures";
import { formatCase, formatStatement, getQuestion, questionGroups } from "./questions";
import { emptyProfile } from "./schema";

describe("the questions", () => {
  const questionFeatures = questionGroups.flatMap(({ questions }) => questions.map(({ feature }) => feature));

  test("every feature is asked for once", () => {
    expect([...questionFeatures].sort()).toEqual([...features].sort());
    for (const feature of features) expect(getQuestion(feature).feature).toBe(feature);
  });

  test("the five come first, in their order", () => {
    expect(questionGroups[0]?.questions.map(({ feature }) => feature)).toEqual([...mainFeatures]);
  });

  test("no two have the same text, and each explains what counts", () => {
    const labels = features.map((feature) => getQuestion(feature).label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const feature of features) expect(getQuestion(feature).hint).toMatch(/\.$/);
  });
});

describe("the case in words", () => {
  test("says everything that was stated and nothing else", () => {
    expect(formatCase(exampleCases.pregnantUntreated.profile)).toEqual([
      "Age: 42 years",
      "Pregnant: yes",
      "Untreated: yes",
      "Diagnosis: Dermatomyositis",
    ]);
    expect(formatCase({ ...emptyProfile, features: { juvenile: "no" }, weightKg: 62.5 })).toEqual([
      "Under 18: no",
      "Weight: 62.5 kg",
    ]);
    expect(formatCase(emptyProfile)).toEqual([]);
  });

  test("an answer not given is not stated, not no", () => {
    expect(formatStatement(emptyProfile, "ild")).toBe("Interstitial lung disease: not stated");
    expect(formatStatement(emptyProfile, "diagnosis")).toBe("Diagnosis: not stated");
  });
});
