import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveImpliedAnswers } from "@/lib/case/implications";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile, getAnswer, type Profile, setAnswer } from "@/lib/case/schema";
import { createStudy } from "@/lib/study/fixtures";
import type { Study } from "@/lib/study/schema";
import { anyStudy } from "@/lib/study/study.arbitrary";
import { type Feature, features, type Share } from "@/lib/vocabulary/feature";
import { type Group, groups, match } from "./match";
import { getDiagnosisShare } from "./share";

const createProfile = (stated: Profile["features"], more: Partial<Profile> = {}): Profile => ({
  ...emptyProfile,
  ...more,
  features: stated,
});
const having = (shares: Partial<Record<Feature, Share>>) =>
  createStudy({
    features: Object.fromEntries(Object.entries(shares).map(([feature, share]) => [feature, { share }])),
  });

describe("the four groups", () => {
  const patient = createProfile({ pregnancy: "yes", ild: "yes", juvenile: "no" });

  test.each<[string, Partial<Record<Feature, Share>>, Group]>([
    ["all of everything", { pregnancy: "all", ild: "all", juvenile: "none" }, "this-patient"],
    ["most will do", { pregnancy: "all", ild: "most" }, "this-patient"],
    ["children among them, for an adult", { pregnancy: "all", ild: "all", juvenile: "some" }, "this-patient"],
    [
      "mostly children, for an adult: shown, not hidden",
      { pregnancy: "all", ild: "all", juvenile: "most" },
      "this-patient",
    ],
    ["only some with one feature", { pregnancy: "all", ild: "some" }, "part"],
    ["one feature not reported", { pregnancy: "all" }, "part"],
    ["one feature in nobody", { pregnancy: "all", ild: "none" }, "part"],
    ["some with one feature and no more", { ild: "some" }, "part"],
    ["neither reported", {}, "general"],
    ["neither in anybody", { pregnancy: "none", ild: "none" }, "general"],
    ["only children, for an adult, however much else fits", { pregnancy: "all", ild: "all", juvenile: "all" }, "other"],
    ["only children and nothing else", { juvenile: "all" }, "other"],
  ])("%s", (_, shares, group) => {
    expect(match(patient, having(shares)).group).toBe(group);
  });

  test("with no yes, nothing describes the patient", () => {
    expect(match(emptyProfile, having({ pregnancy: "all" })).group).toBe("general");
    expect(match(createProfile({ juvenile: "no" }), having({ juvenile: "none" })).group).toBe("general");
    expect(match(createProfile({ juvenile: "no" }), having({ juvenile: "all" })).group).toBe("other");
  });

  test("a diagnosis counts as a yes, and never hides a study", () => {
    const ofDm = createStudy({ participants: { treated: 10, diagnoses: { DM: 10 } } });
    expect(match(createProfile({}, { diagnosis: "DM" }), ofDm).group).toBe("this-patient");
    expect(match(createProfile({}, { diagnosis: "PM" }), ofDm)).toMatchObject({
      group: "general",
      missing: ["diagnosis"],
    });
    expect(match(createProfile({}, { diagnosis: "PM" }), createStudy())).toMatchObject({
      group: "general",
      missing: ["diagnosis"],
    });
  });

  test("an age speaks for both questions of age", () => {
    expect(match(createProfile({}, { ageYears: 10 }), having({ juvenile: "all" })).group).toBe("this-patient");
    expect(match(createProfile({}, { ageYears: 42 }), having({ juvenile: "all" })).group).toBe("other");
    expect(match(createProfile({}, { ageYears: 42 }), having({ elderly: "all" })).group).toBe("other");
    expect(match(createProfile({}, { ageYears: 70 }), having({ elderly: "most" })).group).toBe("this-patient");
  });
});

test("a reason says what was answered, what the study has, how they meet and, where counted, how many", () => {
  const sheet = createStudy({
    participants: { treated: 18 },
    features: { pregnancy: { share: "some", n: 2 }, ild: { share: "most" } },
  });
  expect(match(createProfile({ pregnancy: "yes" }), sheet)).toEqual({
    group: "part",
    reasons: [
      { feature: "pregnancy", patient: "yes", study: "some", relation: "partly", count: { n: 2, of: 18 } },
      { feature: "ild", patient: "unknown", study: "most", relation: "depends", count: null },
    ],
    missing: [],
  });
});

/** The methods' table and groups, written out once more: the witness for what follows. */
function groupByTable(profile: Profile, sheet: Study): { group: Group; missing: string[] } {
  const shares = features.map((feature) => ({
    aspect: feature as string,
    answer: getAnswer(profile, feature),
    share: sheet.features[feature]?.share ?? "unclear",
  }));
  const diagnosis = profile.diagnosis && {
    aspect: "diagnosis",
    answer: "yes" as const,
    share: getDiagnosisShare(sheet, profile.diagnosis).share,
  };
  const all = diagnosis ? [...shares, diagnosis] : shares;
  const expected = all.filter(({ answer }) => answer === "yes");
  const missing = expected.filter(({ share }) => share === "none" || share === "unclear").map(({ aspect }) => aspect);
  if (all.some(({ answer, share }) => answer === "no" && share === "all")) return { group: "other", missing };
  if (expected.length > 0 && expected.every(({ share }) => share === "all" || share === "most"))
    return { group: "this-patient", missing };
  if (expected.some(({ share }) => share === "all" || share === "most" || share === "some"))
    return { group: "part", missing };
  return { group: "general", missing };
}

describe("on generated cases and studies", () => {
  test("the group, and what is lacking, are those of the table", () => {
    const seen = new Map<Group, number>();
    fc.assert(
      fc.property(anyProfile, anyStudy, (profile, sheet) => {
        const { group, missing } = match(profile, sheet);
        expect({ group, missing }).toEqual(groupByTable(profile, sheet));
        seen.set(group, (seen.get(group) ?? 0) + 1);
      }),
      { numRuns: 1000 },
    );
    // All four were tried.
    expect([...seen.keys()].sort()).toEqual([...groups].sort());
  });

  test("the reasons alone give the group", () => {
    fc.assert(
      fc.property(anyProfile, anyStudy, (profile, sheet) => {
        const { group, reasons, missing } = match(profile, sheet);
        const expected = reasons.filter(({ patient }) => patient === "yes");
        const isMet = (relations: string[]) => expected.filter(({ relation }) => relations.includes(relation)).length;
        const rebuilt = reasons.some(({ patient, relation }) => patient === "no" && relation === "differs")
          ? "other"
          : expected.length > 0 && isMet(["same", "mostly"]) === expected.length
            ? "this-patient"
            : isMet(["same", "mostly", "partly"]) > 0
              ? "part"
              : "general";
        expect(group).toBe(rebuilt);
        expect(new Set(reasons.map(({ feature }) => feature)).size).toBe(reasons.length);
        for (const aspect of missing) expect(expected.map(({ feature }) => feature)).toContain(aspect);
        const stated = features.filter((feature) => getAnswer(profile, feature) !== "unknown");
        expect(reasons.map(({ feature }) => feature)).toEqual(expect.arrayContaining(stated));
      }),
      { numRuns: 500 },
    );
  });

  test("a yes that the study meets in full never lowers its group; a no that it differs from always hides it", () => {
    let tried = 0;
    fc.assert(
      fc.property(anyProfile, anyStudy, (profile, sheet) => {
        const before = groups.indexOf(match(profile, sheet).group);
        for (const feature of features) {
          if (getAnswer(profile, feature) !== "unknown" || sheet.features[feature]?.share !== "all") continue;
          tried += 1;
          expect(groups.indexOf(match(setAnswer(profile, feature, "yes"), sheet).group)).toBeLessThanOrEqual(before);
          expect(match(setAnswer(profile, feature, "no"), sheet).group).toBe("other");
        }
      }),
      { numRuns: 1000 },
    );
    expect(tried).toBeGreaterThan(500);
  });

  test("what is only implied decides nothing", () => {
    let tried = 0;
    fc.assert(
      fc.property(anyProfile, (profile) => {
        for (const [feature, answer] of Object.entries(deriveImpliedAnswers(profile)) as [Feature, "yes" | "no"][]) {
          tried += 1;
          // A study of nothing but that feature: were the implication an answer, the group would turn on it.
          expect(match(profile, having({ [feature]: "all" })).group).toBe("general");
          const group = match(setAnswer(profile, feature, answer), having({ [feature]: "all" })).group;
          expect(group).not.toBe("general");
        }
      }),
      { numRuns: 500 },
    );
    expect(tried).toBeGreaterThan(500);
  });

  test("outcomes and headlines have no part in it", () => {
    fc.assert(
      fc.property(anyProfile, anyStudy, anyStudy, (profile, sheet, other) => {
        const altered = { ...sheet, outcomes: other.outcomes, headline: other.headline, bottomLine: "Otherwise." };
        expect(match(profile, altered)).toEqual(match(profile, sheet));
      }),
      { numRuns: 500 },
    );
  });
});
