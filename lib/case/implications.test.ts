import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Feature, features } from "@/lib/vocabulary/feature";
import { findContradictions } from "./contradictions";
import { deriveImpliedAnswers } from "./implications";
import { anyProfile } from "./profile.arbitrary";
import { emptyProfile, getAnswer, type Profile, type YesNo } from "./schema";

const createProfile = (stated: Profile["features"], more: Partial<Profile> = {}): Profile => ({
  ...emptyProfile,
  ...more,
  features: stated,
});

const notNecrotising = { necrotising: "no", antiSrp: "no", antiHmgcr: "no" } as const;

describe("what one answer says of another", () => {
  test.each<[string, Profile, Profile["features"]]>([
    [
      "skin only: amyopathic and skin disease, no muscle disease, no lung disease, and what these rule out",
      createProfile({ skinOnly: "yes" }),
      { amyopathic: "yes", skin: "yes", muscle: "no", ild: "no", rapidlyProgressiveIld: "no", ...notNecrotising },
    ],
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
    ["pregnant: nothing by definition", createProfile({ pregnancy: "yes" }), {}],
    ["muscle disease: not skin only", createProfile({ muscle: "yes" }), { skinOnly: "no" }],
    ["no muscle disease: not necrotising", createProfile({ muscle: "no" }), notNecrotising],
    [
      "amyopathic: skin disease; muscle disease, which may be slight, and lung disease stay open",
      createProfile({ amyopathic: "yes" }),
      { skin: "yes" },
    ],
    ["not amyopathic: not skin only", createProfile({ amyopathic: "no" }), { skinOnly: "no" }],
    [
      "no skin disease: not skin only, not amyopathic",
      createProfile({ skin: "no" }),
      { skinOnly: "no", amyopathic: "no" },
    ],
    [
      "anti-SRP: necrotising, and so muscle disease",
      createProfile({ antiSrp: "yes" }),
      { necrotising: "yes", muscle: "yes", skinOnly: "no" },
    ],
    [
      "anti-HMGCR: likewise",
      createProfile({ antiHmgcr: "yes" }),
      { necrotising: "yes", muscle: "yes", skinOnly: "no" },
    ],
    ["DM: skin disease; of muscle nothing", createProfile({}, { diagnosis: "DM" }), { skin: "yes" }],
    ["PM: muscle disease", createProfile({}, { diagnosis: "PM" }), { muscle: "yes", skinOnly: "no" }],
    ["JDM: skin disease; an adult can have it", createProfile({}, { diagnosis: "JDM" }), { skin: "yes" }],
    ["CADM: amyopathic", createProfile({}, { diagnosis: "CADM" }), { amyopathic: "yes", skin: "yes" }],
    [
      "IMNM: necrotising",
      createProfile({}, { diagnosis: "IMNM" }),
      { necrotising: "yes", muscle: "yes", skinOnly: "no" },
    ],
    ["antisynthetase syndrome: its antibody", createProfile({}, { diagnosis: "ASyS" }), { antisynthetase: "yes" }],
    ["overlap: another disease as well", createProfile({}, { diagnosis: "overlap" }), { overlapCtd: "yes" }],
    ["inclusion body myositis: nothing", createProfile({}, { diagnosis: "IBM" }), {}],
    ["an age answers both questions of age itself", createProfile({}, { ageYears: 42 }), {}],
  ])("%s", (_, stated, implied) => {
    expect(deriveImpliedAnswers(stated)).toEqual(implied);
    expect(findContradictions(stated)).toEqual([]);
  });

  test("a stated answer is never implied as well, and a disputed one is left out", () => {
    const disputed = deriveImpliedAnswers(createProfile({ skinOnly: "yes", ild: "yes" }));
    expect(disputed).not.toHaveProperty("ild");
    expect(disputed).not.toHaveProperty("skinOnly");
    // skin only says no muscle disease and polymyositis says muscle disease: neither is taken
    expect(deriveImpliedAnswers(createProfile({ skinOnly: "yes" }, { diagnosis: "PM" }))).not.toHaveProperty("muscle");
    let tried = 0;
    fc.assert(
      fc.property(anyProfile, (stated) => {
        const implied = Object.keys(deriveImpliedAnswers(stated)) as Feature[];
        tried += implied.length;
        expect(implied.filter((feature) => getAnswer(stated, feature) !== "unknown")).toEqual([]);
      }),
    );
    expect(tried).toBeGreaterThan(100);
  });

  test("what follows is complete: stated as well, it makes nothing more follow", () => {
    let tried = 0;
    fc.assert(
      fc.property(anyProfile, (stated) => {
        fc.pre(findContradictions(stated).length === 0);
        const implied = deriveImpliedAnswers(stated);
        tried += Object.keys(implied).length;
        const said = { ...stated, features: { ...stated.features, ...implied } };
        expect(deriveImpliedAnswers(said)).toEqual({});
        expect(findContradictions(said)).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(tried).toBeGreaterThan(300);
  });

  test("the order in which answers were given does not matter, and the case stays as it was", () => {
    fc.assert(
      fc.property(anyProfile, (stated) => {
        const before = structuredClone(stated);
        const turned = { ...stated, features: Object.fromEntries(Object.entries(stated.features).reverse()) };
        expect(deriveImpliedAnswers(turned)).toEqual(deriveImpliedAnswers(stated));
        expect(stated).toEqual(before);
      }),
    );
  });

  test("no answer says two things of one question", () => {
    for (const feature of features)
      for (const answer of ["yes", "no"] as YesNo[]) {
        const implied = deriveImpliedAnswers(createProfile({ [feature]: answer }));
        expect(findContradictions(createProfile({ [feature]: answer, ...implied }))).toEqual([]);
      }
  });
});
