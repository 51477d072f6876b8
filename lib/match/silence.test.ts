import { describe, expect, test } from "vitest";
import { createStudy, type SheetPart } from "@/lib/study/fixtures";
import { describeSilence } from "./silence";

const describeIn = (part: SheetPart, trait: Parameters<typeof describeSilence>[1] = "dysphagia") =>
  describeSilence(createStudy(part), trait);

describe("how a study is silent", () => {
  test("what was not read is never called not reported", () => {
    expect(describeIn({ reads: "abstract" })).toBe("not in the abstract");
    expect(describeIn({ reads: "secondary" })).toBe("not in what was read");
    expect(describeIn({ reads: "full-text" })).toBe("not reported");
  });

  test("a study that speaks, itself or by definition, is not silent", () => {
    for (const share of ["all", "most", "some", "none"] as const)
      expect(describeIn({ features: { dysphagia: { share } } })).toBeNull();
    expect(describeIn({ features: { rapidlyProgressiveIld: { share: "all" } } }, "ild")).toBeNull();
    expect(describeIn({ participants: { diagnoses: { PM: 10 } } }, "muscle")).toBeNull();
  });

  test("a diagnosis that may be filed under the ones named is not split from them, by either of its names", () => {
    const ofDm = { participants: { treated: 10, diagnoses: { DM: 10 } } };
    expect(describeIn(ofDm, "CADM")).toBe("not split in what was read");
    expect(describeIn(ofDm, "amyopathic")).toBe("not split in what was read");
    expect(describeIn(ofDm, "PM")).toBeNull();
    expect(describeIn({ participants: { diagnoses: { DM: null, PM: null } } }, "PM")).toBe(
      "not split in what was read",
    );
    // Named and counted is split; a feature that is no diagnosis is not split by diagnoses.
    const counted = { participants: { treated: 10, diagnoses: { DM: 6, PM: 4 } } };
    expect(describeIn(counted, "PM")).toBeNull();
    expect(describeIn({ participants: { treated: null, diagnoses: { CADM: null } } }, "CADM")).toBeNull();
    expect(describeIn(ofDm, "dysphagia")).toBe("not in the abstract");
    expect(describeIn({ ...ofDm, features: { dysphagia: { share: "some" } } }, "dysphagia")).toBeNull();
    // Where no diagnosis is named, there is nothing to split.
    expect(describeIn({}, "CADM")).toBe("not in the abstract");
  });
});
