import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CaseFacts, readCase } from "@/lib/case/facts";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createStudy, type SheetPart } from "@/lib/study/fixtures";
import type { Trait } from "@/lib/vocabulary/concepts";
import type { Feature } from "@/lib/vocabulary/feature";
import { createColumns } from "./columns";
import { rankPlainly } from "./fixtures";
import { groups } from "./match";
import { anyConsistentStudies, anyShortProfile } from "./patients.arbitrary";
import { type RankedStudy, rankByGroup, rankStudies } from "./rank";
import { measureRarity, type Rarity } from "./rarity";
import type { Reason } from "./reason";
import { getShare } from "./share";

const createProfile = (stated: Profile["features"], more: Partial<Profile> = {}): Profile => ({
  ...emptyProfile,
  ...more,
  features: stated,
});

/** The ids in rank order, for a library that holds these and nothing else. */
function rankIds(profile: Profile, ...parts: SheetPart[]): string[] {
  const studies = parts.map((part) => createStudy(part));
  const order = (list: typeof studies) =>
    rankStudies(readCase(profile), createColumns(list), measureRarity(list)).map(({ study }) => study.id);
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
    expect(rarity("refractory")).toBeCloseTo(-Math.log(0.9), 12);
    expect(rarity("pregnancy")).toBeCloseTo(-Math.log(0.1), 12);
    expect(rarity("PM")).toBeCloseTo(-Math.log(0.1), 12);
  });

  test("of a concept is one, by whichever name it is asked for and said", () => {
    const rarity = measureRarity([
      createStudy({ id: "a", participants: { treated: 60, diagnoses: { PM: 60 } } }),
      createStudy({ id: "b", participants: { treated: 30, diagnoses: { ASyS: 30 } } }),
      createStudy({ id: "c", participants: { treated: 10 }, features: { antisynthetase: all } }),
    ]);
    expect(rarity("ASyS")).toBe(rarity("antisynthetase"));
    expect(rarity("ASyS")).toBeCloseTo(-Math.log(0.4), 12);
    // By definition of polymyositis.
    expect(rarity("muscle")).toBeCloseTo(-Math.log(0.6), 12);
  });

  test("is finite for a feature nobody has, in a library of nobody", () => {
    for (const studies of [
      [],
      [createStudy({ participants: { treated: null } })],
      [createStudy({ participants: { treated: 0 } })],
    ]) {
      expect(Number.isFinite(measureRarity(studies)("pregnancy"))).toBe(true);
      expect(measureRarity(studies)("pregnancy")).toBeGreaterThanOrEqual(0);
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
    // Where pregnancy is the common one, the order turns: the study of one is first because of what it has.
    const many = { id: "many", features: { pregnancy: all }, participants: { treated: 100 } } as const;
    const few = { id: "few", features: { refractory: all }, participants: { treated: 1 } } as const;
    expect(rankIds(patient, many, few)).toEqual(["few", "many"]);
  });

  test("two aspects of one family count once, and the rarer of them tells", () => {
    const patient = createProfile({ necrotising: "yes", antiSrp: "yes", dysphagia: "yes", cardiac: "yes" });
    const series = { participants: { treated: 50 } };
    expect(
      rankIds(
        patient,
        { id: "one-family", features: { necrotising: all, antiSrp: all }, participants: { treated: 1 } },
        { id: "two-families", features: { dysphagia: all, cardiac: all }, ...series },
      ),
    ).toEqual(["two-families", "one-family"]);
    // Of one family each: the antibody is rarer than the muscle disease it comes with.
    expect(
      rankIds(
        createProfile({ necrotising: "yes", antiSrp: "yes", dysphagia: "yes" }),
        { id: "common", features: { dysphagia: all }, ...series },
        { id: "rare", features: { necrotising: all, antiSrp: all }, participants: { treated: 5 } },
        {
          id: "necrotising",
          features: { necrotising: all, antiSrp: { share: "none" } },
          participants: { treated: 80 },
        },
      ),
    ).toEqual(["rare", "common", "necrotising"]);
  });

  test("more of them met by all or most comes before what refines", () => {
    expect(
      rankIds(
        createProfile({ dysphagia: "yes", muscle: "yes" }),
        { id: "some", features: { dysphagia: { share: "some" }, muscle: all } },
        { id: "most", features: { dysphagia: { share: "most" } } },
      ),
    ).toEqual(["most", "some"]);
  });

  test("then more refining aspects met, before special traits, level and size", () => {
    const patient = createProfile({ refractory: "yes", muscle: "yes", skin: "yes" });
    expect(
      rankIds(
        patient,
        { id: "none", features: { refractory: all }, participants: { treated: 500 } },
        { id: "one", features: { refractory: all, muscle: all }, participants: { treated: 50 } },
        {
          id: "two",
          features: { refractory: all, muscle: all, skin: all, cardiac: all },
          participants: { treated: 1 },
        },
      ),
    ).toEqual(["two", "one", "none"]);
  });

  test("then fewer special traits that the patient was not said to have", () => {
    const large = { participants: { treated: 500 }, design: { type: "randomised-controlled-trial" } } as const;
    const parts: SheetPart[] = [
      { id: "lung-and-heart", features: { refractory: all, ild: all, cardiac: all }, ...large },
      { id: "lung", features: { refractory: all, ild: all, rapidlyProgressiveIld: all }, ...large },
      { id: "plain", features: { refractory: all }, participants: { treated: 2 } },
    ];
    expect(rankIds(createProfile({ refractory: "yes" }), ...parts)).toEqual(["plain", "lung", "lung-and-heart"]);
    // What the patient has is not special: it is met.
    expect(rankIds(createProfile({ refractory: "yes", ild: "yes" }), ...parts)[0]).toBe("lung");
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

describe("by weights made by hand", () => {
  const rank = (profile: Profile, columns: ReturnType<typeof createColumns>, rarity: Rarity) =>
    rankStudies(readCase(profile), columns, rarity).map(({ study }) => study.id);
  const weigh =
    (weights: Partial<Record<Trait, number>>): Rarity =>
    (trait) =>
      weights[trait] ?? 1;

  test("a second trait of one family counts nothing, so that the larger study comes first", () => {
    const columns = createColumns([
      createStudy({ id: "small", participants: { treated: 2 }, features: { refractory: all, steroidDependent: all } }),
      createStudy({ id: "large", participants: { treated: 50 }, features: { steroidDependent: all } }),
    ]);
    // Neither is of a pregnancy, so that each describes a part of the patient.
    const patient = createProfile({ refractory: "yes", steroidDependent: "yes", pregnancy: "yes" });
    expect(rank(patient, columns, weigh({ steroidDependent: 2 }))).toEqual(["large", "small"]);
    expect(rank(patient, columns, weigh({ refractory: 2 }))).toEqual(["small", "large"]);
  });

  test("to rank for one patient changes nothing for the next", () => {
    const create = () =>
      createColumns([
        createStudy({ id: "a", participants: { treated: 50 }, features: { pregnancy: all } }),
        createStudy({
          id: "b",
          participants: { treated: 2 },
          features: { refractory: all, steroidDependent: all },
        }),
      ]);
    const columns = create();
    rank(createProfile({ refractory: "yes", steroidDependent: "yes" }), columns, weigh({ steroidDependent: 2 }));
    const next = createProfile({ refractory: "yes", pregnancy: "yes" });
    const rarity = weigh({ refractory: 2 });
    expect(rank(next, columns, rarity)).toEqual(["b", "a"]);
    expect(rank(next, create(), rarity)).toEqual(["b", "a"]);
  });

  test("what else only refines counts by its rarity where nothing else decides", () => {
    const columns = createColumns([
      createStudy({ id: "rare", participants: { treated: 2 }, features: { muscle: { share: "some" } } }),
      createStudy({ id: "large", participants: { treated: 50 }, features: { skin: { share: "some" } } }),
    ]);
    const patient = createProfile({ muscle: "yes", skin: "yes" });
    expect(rank(patient, columns, weigh({ muscle: 2 }))).toEqual(["rare", "large"]);
    expect(rank(patient, columns, weigh({ skin: 2 }))).toEqual(["large", "rare"]);
  });
});

/** The families, the special traits and the levels, written out once more from the design. */
const familyNames: readonly (readonly string[])[] = [
  ["ild", "rapidlyProgressiveIld"],
  ["skinOnly", "amyopathic", "CADM"],
  ["necrotising", "IMNM", "antiSrp", "antiHmgcr"],
  ["juvenile", "JDM"],
  ["firstLine", "refractory", "steroidDependent"],
  ["DM", "PM"],
  ["antisynthetase", "ASyS"],
  ["overlapCtd", "overlap"],
];
const specialKinds: readonly (readonly Feature[])[] = [
  ["pregnancy", "postpartum", "juvenile", "elderly"],
  ["ild", "rapidlyProgressiveIld"],
  ...(
    ["skinOnly", "dysphagia", "calcinosis", "cardiac", "malignancy", "overlapCtd", "necrotising", "oedema"] as const
  ).map((feature) => [feature]),
  ...(["antiMda5", "antisynthetase", "antiSrp", "antiHmgcr", "antiTif1", "antiNxp2", "antiMi2"] as const).map(
    (feature) => [feature],
  ),
  ["criticalIllness"],
  ["onImmunoglobulin"],
];
const levels: Record<string, number> = {
  "randomised-controlled-trial": 2,
  "retrospective-cohort": 4,
  "case-series": 4,
  "case-report": 5,
};

/** The keys of the order before the id, smaller first, from the reasons of one study. */
function listKeys(facts: CaseFacts, rarity: Rarity, { study, group, reasons }: RankedStudy): number[] {
  const nameTrait = ({ feature }: Reason) => (feature === "diagnosis" ? facts.profile.diagnosis : feature) as Trait;
  const met = reasons.filter(
    ({ patient, relation }) => patient === "yes" && ["same", "mostly", "partly"].includes(relation),
  );
  const isSoft = ({ feature, role }: Reason) => ["muscle", "skin", "elderly"].includes(feature) && role !== "decides";
  const families = new Map<string, Reason[]>();
  for (const reason of met.filter((found) => !isSoft(found))) {
    const trait = nameTrait(reason);
    const family = familyNames.find((names) => names.includes(trait))?.[0] ?? trait;
    families.set(family, [...(families.get(family) ?? []), reason]);
  }
  const once = [...families.values()];
  const special = specialKinds.filter((kind) =>
    kind.some((feature) => ["all", "most"].includes(getShare(study, feature).share) && !facts.traits.has(feature)),
  );
  return [
    groups.indexOf(group),
    -once.length,
    -once.reduce((sum, family) => sum + Math.max(...family.map((reason) => rarity(nameTrait(reason)))), 0),
    -once.filter((family) => family.some(({ relation }) => relation !== "partly")).length,
    -met.filter(isSoft).length,
    special.length,
    levels[study.design.type] ?? Number.NaN,
    -(study.participants.treated ?? 0),
    study.citation.year ?? 9999,
  ];
}

test("on generated cases and libraries each study is before the next by the first of the nine keys that differs", () => {
  const decided = Array.from({ length: 10 }, () => 0);
  fc.assert(
    fc.property(anyShortProfile, anyConsistentStudies, (profile, studies) => {
      const facts = readCase(profile);
      const rarity = measureRarity(studies);
      const ranked = rankStudies(facts, createColumns(studies), rarity);
      const keys = ranked.map((found) => listKeys(facts, rarity, found));
      for (const [index, current] of keys.slice(0, -1).entries()) {
        const next = keys[index + 1] ?? [];
        const place = current.findIndex((key, at) => Math.abs(key - (next[at] ?? Number.NaN)) > 1e-12);
        if (place >= 0) expect(current[place], `key ${place}`).toBeLessThan(next[place] ?? Number.NaN);
        else expect((ranked[index]?.study.id ?? "") < (ranked[index + 1]?.study.id ?? "")).toBe(true);
        decided[place < 0 ? 9 : place] = (decided[place < 0 ? 9 : place] ?? 0) + 1;
      }
    }),
    { numRuns: 1000 },
  );
  // Each key before year and id decided somewhere; these two are tried above.
  for (const [key, times] of decided.slice(0, 8).entries()) expect(times, `key ${key}`).toBeGreaterThan(0);
});

test("the order by columns is that of the plain definition, reasons and all, and those that lead lead it", () => {
  let seen = 0;
  fc.assert(
    fc.property(
      fc.oneof(anyShortProfile, anyProfile),
      fc.array(anyConsistentStudies, { maxLength: 4 }),
      fc.nat(12),
      (profile, libraries, count) => {
        const facts = readCase(profile);
        const studies = libraries.flat().map((study, index) => ({ ...study, id: `${study.id}-${index}` }));
        const rarity = measureRarity(studies);
        const expected = rankPlainly(facts, studies, rarity);
        const columns = createColumns(studies);
        expect(rankStudies(facts, columns, rarity)).toEqual(expected);
        expect(rankStudies(facts, columns, rarity, count)).toEqual(expected.slice(0, count));
        const rank = rankByGroup(facts, columns, rarity);
        for (const group of groups) expect(rank(group)).toEqual(expected.filter((one) => one.group === group));
        seen += studies.length;
      },
    ),
    { numRuns: 200 },
  );
  expect(seen).toBeGreaterThan(800);
});
