import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Antibody, antibodies, type Feature, features, mainFeatures } from "@/lib/vocabulary/feature";
import { exampleCases } from "./fixtures";
import { anyProfile } from "./profile.arbitrary";
import {
  diagnosisNames,
  formatCase,
  formatStatement,
  getQuestion,
  isAskedSingly,
  listAntibodies,
  questionGroups,
  setAntibody,
} from "./questions";
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

describe("questions asked as one choice", () => {
  const askedAsDiagnosis: readonly Feature[] = ["amyopathic", "necrotising", "overlapCtd"];
  const isAntibody = (feature: Feature): feature is Antibody => (antibodies as readonly Feature[]).includes(feature);

  test("antibodies, and what the diagnosis asks for, have no question of their own in a new case", () => {
    const single = features.filter((feature) => isAskedSingly(emptyProfile, feature));
    const asked = features.filter((feature) => !isAntibody(feature) && !askedAsDiagnosis.includes(feature));
    expect(single).toEqual(asked);
  });

  test("one antibody is seen in the choice; a second, or a no, has its question", () => {
    const one = { ...emptyProfile, features: { antiMda5: "yes", antiSrp: "no" } } as const;
    expect([isAskedSingly(one, "antiMda5"), isAskedSingly(one, "antiSrp")]).toEqual([false, true]);
    const two = { ...emptyProfile, features: { antiMda5: "yes", antiNxp2: "yes" } } as const;
    expect([isAskedSingly(two, "antiMda5"), isAskedSingly(two, "antiNxp2")]).toEqual([true, true]);
    expect(isAskedSingly(two, "antiMi2")).toBe(false);
  });

  test("every answer that a link can hold is seen: as a question, or as the antibody that was chosen", () => {
    let tried = 0;
    fc.assert(
      fc.property(anyProfile, (stated) => {
        const given = Object.keys(stated.features) as Feature[];
        tried += given.length;
        const chosen = listAntibodies(stated);
        const unseen = given.filter(
          (feature) => !isAskedSingly(stated, feature) && !(chosen.length === 1 && chosen[0] === feature),
        );
        expect(unseen).toEqual([]);
      }),
    );
    expect(tried).toBeGreaterThan(300);
  });

  test("choosing an antibody takes the place of the others; what was answered no, and all else, stays", () => {
    fc.assert(
      fc.property(anyProfile, fc.option(fc.constantFrom(...antibodies)), (stated, chosen) => {
        const before = structuredClone(stated);
        const after = setAntibody(stated, chosen);
        expect(stated).toEqual(before);
        expect(listAntibodies(after)).toEqual(chosen ? [chosen] : []);
        for (const feature of features) {
          const isKept = stated.features[feature] === "no" || !isAntibody(feature);
          if (feature !== chosen && isKept) expect(after.features[feature]).toBe(stated.features[feature]);
        }
        expect({ ...after, features: {} }).toEqual({ ...stated, features: {} });
      }),
    );
  });

  test("each diagnosis has a name of its own", () => {
    const names = Object.values(diagnosisNames);
    expect(names).toHaveLength(8);
    expect(new Set(names).size).toBe(names.length);
    expect(diagnosisNames.IBM).toBe("Inclusion body myositis");
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
