import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { featureOfDiagnosis } from "@/lib/vocabulary/concepts";
import { type Diagnosis, type Feature, features, patientDiagnoses } from "@/lib/vocabulary/feature";
import { type Contradiction, findContradictions } from "./contradictions";
import { exampleCases } from "./fixtures";
import { anyProfile } from "./profile.arbitrary";
import { emptyProfile, getAnswer, type Profile, setAnswer } from "./schema";

const createProfile = (stated: Profile["features"], more: Partial<Profile> = {}): Profile => ({
  ...emptyProfile,
  ...more,
  features: stated,
});

const getPair = ({ between }: Contradiction) => [...between].sort().join(" and ");

describe("contradictions", () => {
  test.each<[string, Profile, string]>([
    ["skin only and lung disease", createProfile({ skinOnly: "yes", ild: "yes" }), "ild and skinOnly"],
    ["skin only and muscle disease", createProfile({ skinOnly: "yes", muscle: "yes" }), "muscle and skinOnly"],
    ["untreated and refractory", createProfile({ firstLine: "yes", refractory: "yes" }), "firstLine and refractory"],
    ["under 18 and 65 or over", createProfile({ juvenile: "yes", elderly: "yes" }), "elderly and juvenile"],
    [
      "rapidly progressive lung disease without lung disease",
      createProfile({ rapidlyProgressiveIld: "yes", ild: "no" }),
      "ild and rapidlyProgressiveIld",
    ],
    ["under 18 at 40", createProfile({ juvenile: "yes" }, { ageYears: 40 }), "age and juvenile"],
    ["65 or over at 40", createProfile({ elderly: "yes" }, { ageYears: 40 }), "age and elderly"],
    ["dermatomyositis at 10", createProfile({}, { diagnosis: "DM", ageYears: 10 }), "age and diagnosis"],
    ["dermatomyositis under 18", createProfile({ juvenile: "yes" }, { diagnosis: "DM" }), "diagnosis and juvenile"],
    ["pregnant and 65 or over", createProfile({ pregnancy: "yes", elderly: "yes" }), "elderly and pregnancy"],
    ["breast-feeding at 80", createProfile({ postpartum: "yes" }, { ageYears: 80 }), "age and postpartum"],
    ["amyopathic with muscle disease", createProfile({ amyopathic: "yes", muscle: "yes" }), "amyopathic and muscle"],
    [
      "anti-SRP, which is necrotising, in amyopathic disease",
      createProfile({ antiSrp: "yes" }, { diagnosis: "CADM" }),
      "antiSrp and diagnosis",
    ],
    [
      "necrotising without muscle disease",
      createProfile({ muscle: "no" }, { diagnosis: "IMNM" }),
      "diagnosis and muscle",
    ],
    [
      "a feature denied and stated as the diagnosis",
      createProfile({ amyopathic: "no" }, { diagnosis: "CADM" }),
      "amyopathic and diagnosis",
    ],
    [
      "polymyositis of the skin only",
      createProfile({ skinOnly: "yes" }, { diagnosis: "PM" }),
      "diagnosis and skinOnly",
    ],
    ["skin only without skin disease", createProfile({ skinOnly: "yes", skin: "no" }), "skin and skinOnly"],
  ])("%s: named once, in a sentence", (_, stated, pair) => {
    const found = findContradictions(stated);
    expect(found.map(getPair)).toEqual([pair]);
    expect(found[0]?.text).toMatch(/^“.+” and “.+” contradict each other|^Dermatomyositis in a child/);
    expect(found[0]?.remedies.length).toBeGreaterThanOrEqual(2);
  });

  test("a pregnant child is unusual, not an error", () => {
    expect(findContradictions(createProfile({ pregnancy: "yes", juvenile: "yes" }))).toEqual([]);
    expect(findContradictions(createProfile({ pregnancy: "yes" }, { ageYears: 15 }))).toEqual([]);
  });

  test("an adult with juvenile-onset disease is no contradiction", () => {
    expect(findContradictions(createProfile({}, { diagnosis: "JDM", ageYears: 29 }))).toEqual([]);
    expect(findContradictions(createProfile({ juvenile: "no" }, { diagnosis: "JDM" }))).toEqual([]);
  });

  test("a concept stated as a feature and as a diagnosis agrees with itself", () => {
    for (const [diagnosis, feature] of Object.entries(featureOfDiagnosis) as [Diagnosis, Feature][])
      expect(findContradictions(createProfile({ [feature]: "yes" }, { diagnosis }))).toEqual([]);
  });

  test("an age against its question: either can be removed, and the other stays", () => {
    const stated = createProfile({ juvenile: "yes" }, { ageYears: 40, weightKg: 60 });
    const remedies = findContradictions(stated).flatMap((found) => found.remedies);
    expect(remedies).toEqual([
      { label: "Remove “Under 18: yes”", profile: createProfile({}, { ageYears: 40, weightKg: 60 }) },
      { label: "Remove “Age: 40 years”", profile: createProfile({ juvenile: "yes" }, { weightKg: 60 }) },
    ]);
  });

  test("skin only with lung disease: the first remedy records amyopathic disease with lung disease", () => {
    const [contradiction] = findContradictions(exampleCases.skinOnlyWithLungDisease.profile);
    expect(contradiction?.text).toContain("“Skin only: yes”");
    expect(contradiction?.text).toContain("“Interstitial lung disease: yes”");
    const [remedy] = contradiction?.remedies ?? [];
    expect(remedy?.label).toMatch(/amyopathic, with ILD/i);
    expect(remedy?.profile.features).toMatchObject({ amyopathic: "yes", ild: "yes" });
    expect(getAnswer(remedy?.profile ?? emptyProfile, "skinOnly")).not.toBe("yes");
    expect(findContradictions(remedy?.profile ?? emptyProfile)).toEqual([]);
  });

  test("the case is matched as it was stated: finding contradictions changes nothing", () => {
    fc.assert(
      fc.property(anyProfile, (stated) => {
        const before = structuredClone(stated);
        findContradictions(stated);
        expect(stated).toEqual(before);
      }),
    );
  });

  test("each pair once, and every remedy removes the contradiction it answers", () => {
    let seen = 0;
    fc.assert(
      fc.property(anyProfile, (stated) => {
        const found = findContradictions(stated);
        expect(new Set(found.map(getPair)).size).toBe(found.length);
        for (const contradiction of found) {
          seen += 1;
          const [a, b] = contradiction.between;
          expect(a).not.toBe(b);
          for (const { label, profile } of contradiction.remedies) {
            expect(label).not.toBe("");
            expect(findContradictions(profile).map(getPair)).not.toContain(getPair(contradiction));
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  test("a remedy that clears an answer touches nothing else", () => {
    const stated = createProfile({ firstLine: "yes", refractory: "yes", ild: "yes" }, { weightKg: 62 });
    const cases = findContradictions(stated).flatMap(({ remedies }) => remedies.map(({ profile }) => profile));
    expect(cases).toContainEqual(setAnswer(stated, "firstLine", "unknown"));
    expect(cases).toContainEqual(setAnswer(stated, "refractory", "unknown"));
  });

  test("the order in which answers were given does not matter", () => {
    fc.assert(
      fc.property(anyProfile, (stated) => {
        const turned = { ...stated, features: Object.fromEntries(Object.entries(stated.features).reverse()) };
        expect(findContradictions(turned)).toEqual(findContradictions(stated));
      }),
    );
  });

  test("an answer that was not given contradicts nothing", () => {
    expect(findContradictions(emptyProfile)).toEqual([]);
    for (const feature of features) {
      for (const answer of ["yes", "no"] as const)
        expect(findContradictions(createProfile({ [feature]: answer }))).toEqual([]);
    }
    for (const diagnosis of patientDiagnoses) expect(findContradictions(createProfile({}, { diagnosis }))).toEqual([]);
  });
});
