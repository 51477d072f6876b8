import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Feature, features } from "@/lib/vocabulary/feature";
import { exampleCases } from "./fixtures";
import { type Contradiction, deriveImpliedAnswers, findContradictions } from "./implications";
import { anyProfile } from "./profile.arbitrary";
import { emptyProfile, getAnswer, type Profile, setAnswer } from "./schema";

const createProfile = (stated: Profile["features"], more: Partial<Profile> = {}): Profile => ({
  ...emptyProfile,
  ...more,
  features: stated,
});

const getPair = ({ between }: Contradiction) => [...between].sort().join(" and ");

describe("what one answer implies for another", () => {
  test.each<[string, Profile, Profile["features"]]>([
    ["skin only: no muscle disease, no lung disease", createProfile({ skinOnly: "yes" }), { muscle: "no", ild: "no" }],
    [
      "untreated: not refractory, not steroid-dependent",
      createProfile({ firstLine: "yes" }),
      { refractory: "no", steroidDependent: "no" },
    ],
    ["refractory: not untreated", createProfile({ refractory: "yes" }), { firstLine: "no" }],
    ["steroid-dependent: not untreated", createProfile({ steroidDependent: "yes" }), { firstLine: "no" }],
    ["lung disease: not skin only", createProfile({ ild: "yes" }), { skinOnly: "no" }],
    ["no lung disease: none that progresses", createProfile({ ild: "no" }), { rapidlyProgressiveIld: "no" }],
    [
      "rapidly progressive lung disease: lung disease",
      createProfile({ rapidlyProgressiveIld: "yes" }),
      { ild: "yes", skinOnly: "no" },
    ],
    ["under 18: not 65", createProfile({ juvenile: "yes" }), { elderly: "no" }],
    ["65 or over: not under 18", createProfile({ elderly: "yes" }), { juvenile: "no" }],
    ["pregnant: not 65; a pregnant child is possible", createProfile({ pregnancy: "yes" }), { elderly: "no" }],
    [
      "muscle disease: not skin only, not amyopathic",
      createProfile({ muscle: "yes" }),
      { skinOnly: "no", amyopathic: "no" },
    ],
    ["amyopathic: no muscle disease; lung disease stays open", createProfile({ amyopathic: "yes" }), { muscle: "no" }],
    [
      "no skin disease: not skin only, not amyopathic",
      createProfile({ skin: "no" }),
      { skinOnly: "no", amyopathic: "no" },
    ],
    ["JDM: under 18", createProfile({}, { diagnosis: "JDM" }), { juvenile: "yes" }],
    ["CADM: amyopathic", createProfile({}, { diagnosis: "CADM" }), { amyopathic: "yes", muscle: "no" }],
    ["antisynthetase syndrome: its antibody", createProfile({}, { diagnosis: "ASyS" }), { antisynthetase: "yes" }],
    ["DM says nothing of muscle, for it may be amyopathic", createProfile({}, { diagnosis: "DM" }), {}],
    ["an age says it itself and implies nothing more", createProfile({}, { ageYears: 42 }), {}],
  ])("%s", (_, stated, implied) => {
    expect(deriveImpliedAnswers(stated)).toEqual(implied);
    expect(findContradictions(stated)).toEqual([]);
  });

  test("only what was stated implies: one step, not a chain", () => {
    // Rapidly progressive implies lung disease, and lung disease alone would imply nothing of skin "only" it did not say.
    expect(deriveImpliedAnswers(createProfile({ skinOnly: "yes" }))).not.toHaveProperty("rapidlyProgressiveIld");
    expect(deriveImpliedAnswers(createProfile({}, { diagnosis: "JDM" }))).not.toHaveProperty("elderly");
  });

  test("a stated answer is never implied as well, and a disputed one is left out", () => {
    expect(deriveImpliedAnswers(createProfile({ skinOnly: "yes", ild: "yes" }))).toEqual({ muscle: "no" });
    // skin only says no muscle disease and polymyositis says muscle disease: neither is taken
    expect(deriveImpliedAnswers(createProfile({ skinOnly: "yes" }, { diagnosis: "PM" }))).not.toHaveProperty("muscle");
    fc.assert(
      fc.property(anyProfile, (stated) => {
        for (const feature of Object.keys(deriveImpliedAnswers(stated)) as Feature[])
          expect(getAnswer(stated, feature)).toBe("unknown");
      }),
    );
  });
});

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
    ["juvenile disease at 40", createProfile({}, { diagnosis: "JDM", ageYears: 40 }), "age and diagnosis"],
    [
      "polymyositis of the skin only",
      createProfile({ skinOnly: "yes" }, { diagnosis: "PM" }),
      "diagnosis and skinOnly",
    ],
    ["skin only without skin disease", createProfile({ skinOnly: "yes", skin: "no" }), "skin and skinOnly"],
  ])("%s: named once, in a sentence", (_, stated, pair) => {
    const found = findContradictions(stated);
    expect(found.map(getPair)).toEqual([pair]);
    expect(found[0]?.text).toMatch(/^“.+” and “.+” contradict each other/);
    expect(found[0]?.remedies.length).toBeGreaterThanOrEqual(2);
  });

  test("a pregnant child is unusual, not an error", () => {
    expect(findContradictions(createProfile({ pregnancy: "yes", juvenile: "yes" }))).toEqual([]);
    expect(findContradictions(createProfile({ pregnancy: "yes" }, { ageYears: 15 }))).toEqual([]);
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
        deriveImpliedAnswers(stated);
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
        expect(deriveImpliedAnswers(turned)).toEqual(deriveImpliedAnswers(stated));
      }),
    );
  });

  test("an answer that was not given contradicts nothing", () => {
    expect(findContradictions(emptyProfile)).toEqual([]);
    for (const feature of features) {
      for (const answer of ["yes", "no"] as const)
        expect(findContradictions(createProfile({ [feature]: answer }))).toEqual([]);
    }
  });
});
