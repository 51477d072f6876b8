import { describe, expect, test } from "vitest";
import { createStudy, type SheetPart } from "@/lib/study/fixtures";
import type { Study } from "@/lib/study/schema";
import { countMinPatientsWith, getDiagnosisShare, getShare } from "./share";

const createShare = (share: "all" | "most" | "some" | "none" | "unclear", n: number | null = null) => ({
  features: { ild: { share, n } },
});
const of = (treated: number | null) => ({ participants: { treated, enrolled: treated } });

describe("a feature", () => {
  test.each<[string, SheetPart, ReturnType<typeof getShare>]>([
    [
      "counted: the count is shown",
      { ...createShare("some", 2), ...of(18) },
      { share: "some", count: { n: 2, of: 18 } },
    ],
    [
      "all without a number: all of those treated",
      { ...createShare("all"), ...of(5) },
      { share: "all", count: { n: 5, of: 5 } },
    ],
    [
      "none without a number: none of those treated",
      { ...createShare("none"), ...of(5) },
      { share: "none", count: { n: 0, of: 5 } },
    ],
    [
      "some without a number: no count is made up",
      { ...createShare("some"), ...of(5) },
      { share: "some", count: null },
    ],
    ["counted, but of nobody knows how many", { ...createShare("all", 7), ...of(null) }, { share: "all", count: null }],
    ["unclear", { ...createShare("unclear"), ...of(5) }, { share: "unclear", count: null }],
  ])("%s", (_, part, found) => {
    expect(getShare(createStudy(part), "ild")).toEqual(found);
  });

  test("one the sheet does not speak of is unclear, never none", () => {
    expect(getShare(createStudy(), "dysphagia")).toEqual({ share: "unclear", count: null });
  });

  test("the fewest patients vouched for", () => {
    const fewest = (part: SheetPart) => countMinPatientsWith(createStudy(part), "ild");
    expect(fewest({ ...createShare("some", 3), ...of(10) })).toBe(3);
    expect(fewest({ ...createShare("all"), ...of(10) })).toBe(10);
    expect(fewest({ ...createShare("most"), ...of(10) })).toBe(6);
    expect(fewest({ ...createShare("most"), ...of(11) })).toBe(6);
    expect(fewest({ ...createShare("some"), ...of(10) })).toBe(1);
    expect(fewest({ ...createShare("none"), ...of(10) })).toBe(0);
    expect(fewest({ ...createShare("unclear"), ...of(10) })).toBe(0);
  });
});

describe("a diagnosis, from the counts of diagnoses", () => {
  const share = (
    diagnoses: Study["participants"]["diagnoses"],
    diagnosis: "DM" | "PM" | "CADM",
    treated: number | null = 10,
  ) => getDiagnosisShare(createStudy({ participants: { treated, enrolled: treated, diagnoses } }), diagnosis);

  test.each([
    ["the only one", { DM: 10 }, "DM", { share: "all", count: { n: 10, of: 10 } }],
    ["most", { DM: 6, PM: 4 }, "DM", { share: "most", count: { n: 6, of: 10 } }],
    ["exactly half is some, for most is over half", { DM: 5, PM: 5 }, "DM", { share: "some", count: { n: 5, of: 10 } }],
    ["some", { DM: 6, PM: 4 }, "PM", { share: "some", count: { n: 4, of: 10 } }],
    ["counted as nobody", { DM: 10, PM: 0 }, "PM", { share: "none", count: { n: 0, of: 10 } }],
    ["not named where all are accounted for", { DM: 10 }, "PM", { share: "none", count: { n: 0, of: 10 } }],
  ] as const)("%s", (_, diagnoses, diagnosis, found) => {
    expect(share(diagnoses, diagnosis)).toEqual(found);
  });

  test("what the sheet leaves open stays open", () => {
    expect(share({}, "DM")).toEqual({ share: "unclear", count: null });
    expect(share({ DM: 4, unspecified: 6 }, "PM")).toEqual({ share: "unclear", count: null });
    expect(share({ unspecified: 10 }, "DM").share).toBe("unclear");
  });

  test("counts that do not reach the number treated leave room for any diagnosis", () => {
    expect(share({ DM: 4 }, "PM", 10).share).toBe("unclear");
    expect(share({ DM: 4 }, "DM", 10).share).not.toBe("all");
  });

  test("a diagnosis named without a count is there, in all where it is the only one", () => {
    expect(share({ DM: null, PM: null }, "DM").share).toBe("some");
    expect(share({ DM: null }, "DM").share).toBe("all");
    expect(share({ DM: null, PM: null }, "DM").count).toBeNull();
  });
});
