import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createStudy, type SheetPart } from "@/lib/study/fixtures";
import type { Study } from "@/lib/study/schema";
import type { Trait } from "@/lib/vocabulary/concepts";
import { type Feature, features, type PatientDiagnosis, patientDiagnoses, type Share } from "@/lib/vocabulary/feature";
import { anyDescribedPatients, type Patient } from "./patients.arbitrary";
import { countMinPatientsWith, getShare } from "./share";

const createShare = (share: Share, n: number | null = null) => ({ features: { ild: { share, n } } });
const of = (treated: number | null) => ({ participants: { treated, enrolled: treated } });

describe("a feature", () => {
  test.each<[string, SheetPart, Omit<ReturnType<typeof getShare>, "by">]>([
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
    expect(getShare(createStudy(part), "ild")).toEqual({ ...found, by: [] });
  });

  test("one the sheet does not speak of is unclear, never none", () => {
    expect(getShare(createStudy(), "dysphagia")).toEqual({ share: "unclear", count: null, by: [] });
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
    // Of a study that does not say how many it treated, one patient is all that is sure.
    for (const share of ["some", "most", "all"] as const)
      expect(fewest({ ...createShare(share), ...of(null) })).toBe(1);
    expect(fewest({ ...createShare("none"), ...of(null) })).toBe(0);
  });
});

type Diagnoses = Study["participants"]["diagnoses"];
const withDiagnoses = (diagnoses: Diagnoses, treated: number | null = 10, shares: SheetPart["features"] = {}) =>
  createStudy({ participants: { treated, enrolled: treated, diagnoses }, features: shares });

describe("a diagnosis, from the counts of diagnoses", () => {
  const share = (diagnoses: Diagnoses, diagnosis: PatientDiagnosis, treated: number | null = 10) =>
    getShare(withDiagnoses(diagnoses, treated), diagnosis);

  test.each([
    ["the only one", { DM: 10 }, "DM", { share: "all", count: { n: 10, of: 10 } }],
    ["most", { DM: 6, PM: 4 }, "DM", { share: "most", count: { n: 6, of: 10 } }],
    ["exactly half is some, for most is over half", { DM: 5, PM: 5 }, "DM", { share: "some", count: { n: 5, of: 10 } }],
    ["some", { DM: 6, PM: 4 }, "PM", { share: "some", count: { n: 4, of: 10 } }],
    ["counted as nobody", { DM: 10, PM: 0 }, "PM", { share: "none", count: { n: 0, of: 10 } }],
    ["not named where all are accounted for", { DM: 10 }, "PM", { share: "none", count: { n: 0, of: 10 } }],
    ["amyopathic disease is a kind of DM", { CADM: 4, DM: 6 }, "DM", { share: "all", count: { n: 10, of: 10 } }],
    ["amyopathic disease alone is DM too", { CADM: 10 }, "DM", { share: "all", count: { n: 10, of: 10 } }],
  ] as const)("%s", (_, diagnoses, diagnosis, found) => {
    expect(share(diagnoses, diagnosis)).toEqual({ ...found, by: [] });
  });

  // Which names leave which diagnoses open, as the methods list them.
  const mayHold: Record<PatientDiagnosis, PatientDiagnosis[]> = {
    DM: ["CADM", "JDM", "ASyS", "overlap"],
    PM: ["IMNM", "ASyS", "overlap"],
    CADM: ["ASyS"],
    JDM: ["DM"],
    ASyS: ["DM", "PM", "overlap"],
    overlap: ["IMNM", "ASyS", "DM", "PM"],
    IMNM: [],
    IBM: [],
  };

  test.each(Object.entries(mayHold) as [PatientDiagnosis, PatientDiagnosis[]][])(
    "patients under %s leave open what may be filed under it, and rule out the rest",
    (named, open) => {
      const others = patientDiagnoses.filter(
        (diagnosis) => diagnosis !== named && !(named === "CADM" && diagnosis === "DM"),
      );
      const found = others.filter((diagnosis) => share({ [named]: 10 }, diagnosis).share === "unclear");
      expect([...found].sort()).toEqual([...open].sort());
      for (const diagnosis of others.filter((other) => !open.includes(other)))
        expect(share({ [named]: 10 }, diagnosis).share).toBe("none");
    },
  );

  test("what the sheet leaves open stays open", () => {
    for (const diagnosis of patientDiagnoses) {
      expect(share({}, diagnosis)).toEqual({ share: "unclear", count: null, by: [] });
      expect(share({ unspecified: 10 }, diagnosis).share).toBe("unclear");
    }
    expect(share({ DM: 4, unspecified: 6 }, "PM")).toEqual({ share: "unclear", count: null, by: [] });
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

  test("diagnoses counted of all enrolled are of their sum, where that is more than were treated", () => {
    expect(share({ DM: 12, PM: 6 }, "DM")).toEqual({ share: "most", count: { n: 12, of: 18 }, by: [] });
    expect(share({ DM: 9, PM: 9 }, "DM")).toEqual({ share: "some", count: { n: 9, of: 18 }, by: [] });
    expect(share({ DM: 12, PM: 6 }, "IBM")).toEqual({ share: "none", count: { n: 0, of: 18 }, by: [] });
  });

  test("where nobody says how many were treated, those who are counted are all", () => {
    expect(share({ DM: 6, PM: 4 }, "DM", null)).toEqual({ share: "most", count: { n: 6, of: 10 }, by: [] });
    expect(share({ DM: null }, "DM", null)).toEqual({ share: "all", count: null, by: [] });
    expect(share({ DM: null }, "IBM", null)).toEqual({ share: "none", count: null, by: [] });
  });

  test("of a diagnosis without a count nothing is added up", () => {
    expect(share({ DM: null, CADM: 2, PM: 3 }, "DM")).toEqual({ share: "some", count: null, by: [] });
    expect(share({ DM: null, PM: 3 }, "PM")).toEqual({ share: "some", count: { n: 3, of: 10 }, by: [] });
    expect(share({ DM: null, PM: 0 }, "PM")).toEqual({ share: "none", count: { n: 0, of: 10 }, by: [] });
    expect(share({ DM: null, PM: 3 }, "IBM")).toEqual({ share: "none", count: { n: 0, of: 10 }, by: [] });
  });

  test("of a study that treated some of those enrolled, without counts, the diagnosis is of those treated", () => {
    const study = createStudy({ participants: { treated: 10, enrolled: 20, diagnoses: { DM: null, PM: 3 } } });
    expect(getShare(study, "PM").count).toEqual({ n: 3, of: 10 });
    const untold = createStudy({ participants: { treated: null, enrolled: 20, diagnoses: { DM: null, PM: 3 } } });
    expect(getShare(untold, "PM").count).toEqual({ n: 3, of: 20 });
  });

  test("counted beside one that is not, of nobody knows how many: some have it", () => {
    expect(share({ DM: null, PM: 3 }, "PM", null)).toEqual({ share: "some", count: null, by: [] });
  });

  test("counted as nobody, whatever else is named, and whether or not all are accounted for", () => {
    const nobody = { share: "none", count: { n: 0, of: 10 }, by: [] };
    expect(share({ overlap: 10, PM: 0 }, "PM")).toEqual(nobody);
    expect(share({ DM: 4, PM: 0 }, "PM")).toEqual(nobody);
    expect(share({ DM: 4, unspecified: 6, PM: 0 }, "PM")).toEqual(nobody);
  });

  test("nobody with one kind of DM says nothing of DM that is not named", () => {
    expect(share({ CADM: 0, ASyS: 10 }, "DM").share).toBe("unclear");
  });
});

describe("a concept that is said as a feature and as a diagnosis", () => {
  const read = (diagnoses: Diagnoses, feature?: { share: Share; n?: number }) => {
    const study = withDiagnoses(diagnoses, 10, feature && { amyopathic: feature });
    expect(getShare(study, "CADM")).toEqual(getShare(study, "amyopathic"));
    return getShare(study, "amyopathic");
  };

  test.each<[string, Diagnoses, { share: Share; n?: number } | undefined, Share]>([
    ["silence of the diagnosis yields", { DM: 10 }, { share: "some", n: 2 }, "some"],
    ["silence of the feature yields", { CADM: 10 }, { share: "unclear" }, "all"],
    ["a feature that is not spoken of yields", { CADM: 6, PM: 4 }, undefined, "most"],
    ["none yields to a positive share", { PM: 10 }, { share: "some", n: 1 }, "some"],
    ["none of the feature yields too", { CADM: 3, DM: 7 }, { share: "none" }, "some"],
    ["silence yields to none", { DM: 10 }, { share: "none" }, "none"],
    ["of two positive shares the larger counts", { CADM: 6, DM: 4 }, { share: "some", n: 2 }, "most"],
    ["both silent", { DM: 10 }, undefined, "unclear"],
  ])("%s", (_, diagnoses, feature, expected) => {
    expect(read(diagnoses, feature).share).toBe(expected);
  });

  test("of two equal shares the larger count is shown", () => {
    expect(read({ CADM: 3, DM: 7 }, { share: "some", n: 5 }).count).toEqual({ n: 5, of: 10 });
    expect(read({ CADM: 3, DM: 7 }, { share: "some" }).count).toEqual({ n: 3, of: 10 });
    expect(read({ CADM: 1, DM: 9 }, { share: "some" }).count).toEqual({ n: 1, of: 10 });
  });

  test("of two equal counts that of the treated is shown", () => {
    // ten were enrolled, and the sheet counts the diagnoses of all of them
    const study = withDiagnoses({ CADM: 3, DM: 7 }, 8, { amyopathic: { share: "some", n: 3 } });
    expect(getShare(study, "amyopathic").count).toEqual({ n: 3, of: 8 });
  });
});

describe("what holds by definition", () => {
  type Case = [string, Diagnoses, Partial<Record<Feature, Share>>, Trait, Share, Trait[]];
  const cases: Case[] = [
    ["all PM: muscle disease in all", { PM: 10 }, {}, "muscle", "all", ["PM"]],
    ["most PM: muscle disease in most", { PM: 6, IBM: 4 }, {}, "muscle", "most", ["PM"]],
    ["PM and IMNM together: in most", { PM: 3, IMNM: 3, DM: 4 }, {}, "muscle", "most", ["PM", "necrotising"]],
    ["most PM, beside others: by all together", { PM: 6, IMNM: 4 }, {}, "muscle", "all", ["PM", "necrotising"]],
    [
      "DM and JDM together, some of them amyopathic: in all",
      { DM: 3, CADM: 3, JDM: 4 },
      {},
      "skin",
      "all",
      ["DM", "JDM", "amyopathic"],
    ],
    ["some PM: nothing", { PM: 5, IBM: 5 }, {}, "muscle", "unclear", []],
    ["PM and IMNM together: in all", { PM: 5, IMNM: 5 }, {}, "muscle", "all", ["PM", "necrotising"]],
    ["all DM: skin disease in all", { DM: 10 }, {}, "skin", "all", ["DM"]],
    ["DM and JDM together: in all", { DM: 5, JDM: 5 }, {}, "skin", "all", ["DM", "JDM"]],
    ["amyopathic in all: skin disease in all", {}, { amyopathic: "all" }, "skin", "all", ["amyopathic"]],
    ["DM says nothing of muscle, for it may be amyopathic", { DM: 10 }, {}, "muscle", "unclear", []],
    ["skin only in all: amyopathic in all", {}, { skinOnly: "all" }, "amyopathic", "all", ["skinOnly"]],
    ["skin only in all: CADM in all", {}, { skinOnly: "all" }, "CADM", "all", ["skinOnly"]],
    ["skin only in most: nothing", {}, { skinOnly: "most" }, "amyopathic", "unclear", []],
    ["anti-SRP in most: necrotising in most", {}, { antiSrp: "most" }, "necrotising", "most", ["antiSrp"]],
    ["anti-HMGCR in all: IMNM in all", {}, { antiHmgcr: "all" }, "IMNM", "all", ["antiHmgcr"]],
    ["and so muscle disease, a step further", {}, { antiHmgcr: "all" }, "muscle", "all", ["necrotising"]],
    ["rapidly progressive: ILD", {}, { rapidlyProgressiveIld: "most" }, "ild", "most", ["rapidlyProgressiveIld"]],
    ["untreated in all: refractory in none", {}, { firstLine: "all" }, "refractory", "none", ["firstLine"]],
    ["refractory in all: untreated in none", {}, { refractory: "all" }, "firstLine", "none", ["refractory"]],
    ["untreated in most: nothing", {}, { firstLine: "most" }, "refractory", "unclear", []],
    ["no lung disease: none that progresses", {}, { ild: "none" }, "rapidlyProgressiveIld", "none", ["ild"]],
  ];
  test.each(cases)("%s", (_, diagnoses, shares, trait, expected, by) => {
    const reported = Object.fromEntries(Object.entries(shares).map(([feature, share]) => [feature, { share }]));
    const study = withDiagnoses(diagnoses, 10, reported);
    expect(getShare(study, trait)).toMatchObject({ share: expected, by });
  });

  test("of all, the count is carried over; of most it is not, for more may have it", () => {
    expect(getShare(withDiagnoses({ PM: 10 }), "muscle").count).toEqual({ n: 10, of: 10 });
    expect(getShare(withDiagnoses({ PM: 6, IBM: 4 }), "muscle").count).toBeNull();
    expect(getShare(withDiagnoses({}, 10, { firstLine: { share: "all" } }), "refractory").count).toEqual({
      n: 0,
      of: 10,
    });
  });

  test("what the sheet says of the feature itself stands", () => {
    const said = { muscle: { share: "some" as const, n: 3 } };
    expect(getShare(withDiagnoses({ PM: 10 }, 10, said), "muscle")).toEqual({
      share: "some",
      count: { n: 3, of: 10 },
      by: [],
    });
    expect(getShare(withDiagnoses({ DM: 10 }, 10, { skin: { share: "none" } }), "skin").share).toBe("none");
    const necrotising = { necrotising: { share: "some", n: 3 }, antiSrp: { share: "most" } } as const;
    expect(getShare(withDiagnoses({}, 10, necrotising), "necrotising")).toEqual({
      share: "some",
      count: { n: 3, of: 10 },
      by: [],
    });
  });

  test("of what follows from two things the larger share counts", () => {
    const study = withDiagnoses({ PM: 6, IBM: 4 }, 10, { antiSrp: { share: "all" } });
    expect(getShare(study, "muscle").share).toBe("all");
  });

  test("a child with skin disease only is amyopathic, although the diagnosis is filed as JDM", () => {
    const study = withDiagnoses({ JDM: 1 }, 1, { skinOnly: { share: "all" } });
    expect(getShare(study, "amyopathic")).toMatchObject({ share: "all", by: ["skinOnly"] });
    expect(getShare(study, "CADM").share).toBe("all");
  });
});

describe("what a sheet is read to say is true of its patients", () => {
  const hasConcept: Partial<Record<PatientDiagnosis, Feature>> = {
    CADM: "amyopathic",
    IMNM: "necrotising",
    ASyS: "antisynthetase",
    overlap: "overlapCtd",
  };
  const holds = ({ diagnosis, has }: Patient, trait: Trait): boolean => {
    const concept = hasConcept[trait as PatientDiagnosis];
    if (trait === diagnosis || has.has(trait as Feature) || (concept && has.has(concept))) return true;
    return trait === "DM" && diagnosis === "CADM";
  };

  test("on generated patients and sheets: nobody, most and all are never said in error", () => {
    const tried = new Map<string, number>();
    fc.assert(
      fc.property(anyDescribedPatients, ({ patients, study }) => {
        const wrong = [...features, ...patientDiagnoses].filter((trait) => {
          const { share, count, by } = getShare(study, trait);
          const n = patients.filter((patient) => holds(patient, trait)).length;
          const key = `${share}${by.length > 0 ? " by definition" : ""}`;
          tried.set(key, (tried.get(key) ?? 0) + 1);
          if (share === "all") return n !== patients.length;
          if (share === "most") return n <= patients.length / 2;
          if (share === "some") return n < Math.max(1, count?.n ?? 0);
          return share === "none" && n > 0;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    const keys = ["all", "most", "some", "none", "all by definition", "none by definition"];
    for (const key of keys) expect(tried.get(key), key).toBeGreaterThan(100);
    expect(tried.get("most by definition")).toBeGreaterThan(10);
  });
});
