import { describe, expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createStudy, type SheetPart } from "@/lib/study/fixtures";
import { type Feature, features, type Share } from "@/lib/vocabulary/feature";
import { listSpecialTraits, specialTraits } from "./traits";

const list = (
  shares: Partial<Record<Feature, Share>>,
  stated: Profile["features"] = {},
  { diagnosis = null, part = {} }: { diagnosis?: Profile["diagnosis"]; part?: SheetPart } = {},
) => {
  const reported = Object.fromEntries(Object.entries(shares).map(([feature, share]) => [feature, { share }]));
  const facts = readCase({ ...emptyProfile, features: stated, diagnosis });
  return listSpecialTraits(facts, createStudy({ ...part, features: reported })).map(
    ({ feature, share }) => `${feature} ${share}`,
  );
};

describe("special traits of a study", () => {
  test("those that all or most of its patients have, whatever the patient's no or silence", () => {
    expect(
      list({ antiMda5: "all", cardiac: "most", malignancy: "some", dysphagia: "none", oedema: "unclear" }),
    ).toEqual(["cardiac most", "antiMda5 all"]);
    expect(list({ cardiac: "all" }, { cardiac: "no" })).toEqual(["cardiac all"]);
  });

  test("none that the patient was said to have, as a feature or as a diagnosis", () => {
    expect(list({ cardiac: "all", antiMda5: "all" }, { cardiac: "yes" })).toEqual(["antiMda5 all"]);
    expect(list({ overlapCtd: "all" }, {}, { diagnosis: "overlap" })).toEqual([]);
    expect(list({ overlapCtd: "all" }, {}, { diagnosis: "DM" })).toEqual(["overlapCtd all"]);
  });

  test("none that the patient has by definition", () => {
    expect(list({ necrotising: "all", antiSrp: "all" }, { antiSrp: "yes" })).toEqual([]);
    expect(list({ necrotising: "all", antiSrp: "all" }, { necrotising: "yes" })).toEqual(["antiSrp all"]);
  });

  test("what the study says by a diagnosis or by definition counts", () => {
    const asys = { participants: { treated: 10, diagnoses: { ASyS: 10 } } };
    expect(list({}, {}, { part: asys })).toEqual(["antisynthetase all"]);
    expect(list({ antiHmgcr: "most" })).toEqual(["antiHmgcr most", "necrotising most"]);
  });

  test("life stages are one, and so are the two of the lung: the one that more have is named", () => {
    expect(list({ juvenile: "most", pregnancy: "all" })).toEqual(["pregnancy all"]);
    expect(list({ juvenile: "all", pregnancy: "most" })).toEqual(["juvenile all"]);
    expect(list({ juvenile: "most", pregnancy: "most" })).toEqual(["pregnancy most"]);
    expect(list({ ild: "all", rapidlyProgressiveIld: "most" })).toEqual(["ild all"]);
    expect(list({ rapidlyProgressiveIld: "all" })).toEqual(["ild all"]);
    expect(list({ rapidlyProgressiveIld: "all" }, { ild: "yes" })).toEqual(["rapidlyProgressiveIld all"]);
  });

  test("what is common in myositis is no special trait", () => {
    const common = { muscle: "all", skin: "all", refractory: "all", steroidDependent: "all" } as const;
    expect(list(common)).toEqual([]);
    expect(list({ firstLine: "all" })).toEqual([]);
    expect(list({ steroidFree: "all" })).toEqual([]);
  });
});

test("a special trait is listed once, and what is common in myositis is none", () => {
  const special = specialTraits.flat();
  expect(new Set(special).size).toBe(special.length);
  const common = features.filter((feature) => !special.includes(feature));
  expect([...common].sort()).toEqual(
    ["amyopathic", "firstLine", "muscle", "refractory", "skin", "steroidDependent", "steroidFree"].sort(),
  );
});
