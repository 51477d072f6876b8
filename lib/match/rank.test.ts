import { describe, expect, test } from "vitest";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createStudy, type SheetPart } from "@/lib/study/fixtures";
import { rankStudies } from "./rank";
import { measureRarity } from "./rarity";

const createProfile = (stated: Profile["features"], more: Partial<Profile> = {}): Profile => ({
  ...emptyProfile,
  ...more,
  features: stated,
});

/** The ids in rank order, for a library that holds these and nothing else. */
function rankIds(profile: Profile, ...parts: SheetPart[]): string[] {
  const studies = parts.map((part) => createStudy(part));
  const order = (list: typeof studies) => rankStudies(profile, list, measureRarity(list)).map(({ study }) => study.id);
  expect(order([...studies].reverse())).toEqual(order(studies));
  return order(studies);
}

const all = { share: "all" } as const;

describe("rarity", () => {
  test("is minus the logarithm of the share of treated patients known to have the feature, each patient once", () => {
    const studies = [
      createStudy({ id: "a", participants: { treated: 90 }, features: { refractory: all } }),
      createStudy({
        id: "b",
        participants: { treated: 10, diagnoses: { PM: 10 } },
        features: { pregnancy: all },
        cohort: "one",
      }),
      createStudy({ id: "c", participants: { treated: 5 }, features: { pregnancy: all }, cohort: "one" }),
    ];
    const rarity = measureRarity(studies);
    expect(rarity("refractory", null)).toBeCloseTo(-Math.log(0.9), 12);
    expect(rarity("pregnancy", null)).toBeCloseTo(-Math.log(0.1), 12);
    expect(rarity("diagnosis", "PM")).toBeCloseTo(-Math.log(0.1), 12);
  });

  test("is finite for a feature nobody has, in a library of nobody", () => {
    for (const studies of [
      [],
      [createStudy({ participants: { treated: null } })],
      [createStudy({ participants: { treated: 0 } })],
    ]) {
      expect(Number.isFinite(measureRarity(studies)("pregnancy", null))).toBe(true);
      expect(measureRarity(studies)("pregnancy", null)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("the order within a group", () => {
  test("groups come in their order", () => {
    const patient = createProfile({ pregnancy: "yes", ild: "yes", juvenile: "no" });
    expect(
      rankIds(
        patient,
        { id: "other", features: { juvenile: all, pregnancy: all, ild: all } },
        { id: "general" },
        { id: "part", features: { ild: all } },
        { id: "this", features: { pregnancy: all, ild: all } },
      ),
    ).toEqual(["this", "part", "general", "other"]);
  });

  test("more of the patient's features met comes first, before level and size", () => {
    const patient = createProfile({ pregnancy: "yes", ild: "yes", refractory: "yes" });
    expect(
      rankIds(
        patient,
        {
          id: "one",
          features: { ild: all },
          design: { type: "randomised-controlled-trial" },
          participants: { treated: 500 },
        },
        {
          id: "two",
          features: { ild: all, refractory: all },
          design: { type: "case-report" },
          participants: { treated: 1 },
        },
      ),
    ).toEqual(["two", "one"]);
  });

  test("a rare feature tells more than a common one, measured in this library", () => {
    const patient = createProfile({ pregnancy: "yes", refractory: "yes" });
    const common = {
      id: "common",
      features: { refractory: all },
      participants: { treated: 100 },
      design: { type: "randomised-controlled-trial" },
    } as const;
    const rare = {
      id: "rare",
      features: { pregnancy: all },
      participants: { treated: 1 },
      design: { type: "case-report" },
    } as const;
    expect(rankIds(patient, common, rare)).toEqual(["rare", "common"]);
    // Where pregnancy is the common one, the order turns.
    const turned = [
      { ...common, features: { pregnancy: all } },
      { ...rare, features: { refractory: all } },
    ] as const;
    expect(rankIds(patient, ...turned)).toEqual(["rare", "common"]);
  });

  test("then level, then patients treated, then year, then id", () => {
    const patient = createProfile({ refractory: "yes" });
    const refractory = { features: { refractory: all } };
    expect(
      rankIds(
        patient,
        { id: "report", ...refractory, design: { type: "case-report" }, participants: { treated: 1 } },
        { id: "series", ...refractory, participants: { treated: 400 } },
        {
          id: "trial",
          ...refractory,
          design: { type: "randomised-controlled-trial", controlled: true },
          participants: { treated: 10 },
        },
        {
          id: "controlled",
          ...refractory,
          design: { type: "retrospective-cohort", controlled: true },
          participants: { treated: 10 },
        },
      ),
    ).toEqual(["trial", "controlled", "series", "report"]);
    expect(
      rankIds(
        patient,
        { id: "unknown", ...refractory, participants: { treated: null } },
        { id: "small", ...refractory, participants: { treated: 3 } },
        { id: "large", ...refractory, participants: { treated: 30 } },
      ),
    ).toEqual(["large", "small", "unknown"]);
    expect(
      rankIds(
        patient,
        { id: "b-undated", ...refractory, citation: { year: null } },
        { id: "a-undated", ...refractory, citation: { year: null } },
        { id: "d", ...refractory, citation: { year: 2001 } },
        { id: "c", ...refractory, citation: { year: 2001 } },
      ),
    ).toEqual(["c", "d", "a-undated", "b-undated"]);
  });
});
