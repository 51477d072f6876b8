import { describe, expect, test } from "vitest";
import { type ExampleName, exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createStudy, type SheetPart } from "@/lib/study/fixtures";
import { secondEditionLibrary } from "./fixtures";
import { answerTo, createLibrary } from "./library.arbitrary";

const library = secondEditionLibrary();
const listNear = (name: ExampleName) =>
  answerTo(exampleCases[name].profile, library).guidelines.filter(({ isNear }) => isNear);

test("a guideline of lung disease is not the first of a patient with skin disease alone, and is of one with lung disease", () => {
  const skin = listNear("adultSkinOnlyRefractory");
  expect(skin.length).toBeGreaterThan(3);
  expect(skin[0]?.study.features.ild?.share).not.toBe("all");
  expect(listNear("adultRefractoryLungDisease")[0]?.study.features.ild?.share).toBe("all");
});

test("guidelines that still stand come first, then those that speak of more of what the patient has", () => {
  let compared = 0;
  for (const name of Object.keys(exampleCases) as ExampleName[]) {
    const near = listNear(name);
    for (const [place, after] of near.slice(1).entries()) {
      const before = near[place];
      if (!before) continue;
      const [first, second] = [before, after].map(({ study }) => (study.guideline?.status ?? "current") === "current");
      compared += 1;
      expect(Number(first), name).toBeGreaterThanOrEqual(Number(second));
      if (first === second) expect(before.met, name).toBeGreaterThanOrEqual(after.met);
    }
  }
  expect(compared).toBeGreaterThan(20);
});

test("of inclusion body myositis, a guideline whose own sentence names it comes first", () => {
  const { guidelines } = answerTo({ ...emptyProfile, diagnosis: "IBM" }, library);
  const near = guidelines
    .filter(({ isNear }) => isNear)
    .map(({ study }) => /\binclusion body\b/i.test(study.bottomLine ?? ""));
  expect(near.filter(Boolean).length).toBeGreaterThan(0);
  expect(near).toEqual([...near].sort((a, b) => Number(b) - Number(a)));
  expect(near).toContain(false);
});

describe("sheets made by hand", () => {
  const guideline = (id: string, features: SheetPart["features"], part: SheetPart = {}) =>
    createStudy({
      id,
      features,
      participants: { treated: null, enrolled: null },
      ...part,
      design: { type: "guideline" },
      citation: { year: 2020, ...part.citation },
    });
  const all = { share: "all" } as const;
  const lung: Profile = { ...emptyProfile, features: { ild: "yes" } };
  const order = (profile: Profile, ...sheets: ReturnType<typeof guideline>[]) =>
    answerTo(profile, createLibrary(sheets)).guidelines.map(({ study }) => study.id);

  test("say whether they speak of such a patient, of how much, and what else they are of", () => {
    const both: Profile = { ...emptyProfile, features: { ild: "yes", pregnancy: "yes", malignancy: "no" } };
    const related = answerTo(
      both,
      createLibrary([
        guideline("both", { ild: all, pregnancy: { share: "some" } }),
        guideline("lung", { ild: all, juvenile: all }),
        guideline("neither", { ild: { share: "none" } }),
        guideline("ruled-out", { ild: all, malignancy: all }),
      ]),
    ).guidelines;
    expect(
      related.map(({ study, group, isNear, met, apart, missing }) => [study.id, group, isNear, met, apart, missing]),
    ).toEqual([
      ["both", "part", true, 2, 0, []],
      ["lung", "part", true, 1, 1, ["pregnancy"]],
      ["neither", "general", false, 0, 0, ["pregnancy", "ild"]],
      ["ruled-out", "other", false, 1, 1, ["pregnancy"]],
    ]);
  });

  test("each kind is listed with its own", () => {
    const { guidelines, reviews, background } = answerTo(
      lung,
      createLibrary([
        guideline("guideline", {}),
        createStudy({ id: "review", design: { type: "systematic-review" } }),
        createStudy({ id: "background", treatment: { agent: null } }),
        createStudy({ id: "study" }),
      ]),
    );
    const ids = [guidelines, reviews, background].map((sheets) => sheets.map(({ study }) => study.id));
    expect(ids).toEqual([["guideline"], ["review"], ["background"]]);
  });

  test("those near stand before others, newer ones first among equals", () => {
    const of = (id: string, ild: SheetPart["features"], year: number | null) =>
      guideline(id, ild, { citation: { year } });
    expect(
      order(
        lung,
        of("old", { ild: all }, 2010),
        of("far", {}, 2025),
        of("new", { ild: all }, 2015),
        of("undated", {}, null),
        of("far-old", {}, 2001),
      ),
    ).toEqual(["new", "old", "far", "far-old", "undated"]);
  });

  test("of those near, one that still stands comes before a newer one that does not, and of others the newer", () => {
    const retired = { guideline: { status: "retired", by: null }, citation: { year: 2024 } } as const;
    const replaced = { guideline: { status: "replaced", by: null }, citation: { year: 2023 } } as const;
    const current = { guideline: { status: "current", by: null }, citation: { year: 2011 } } as const;
    const unsaid = { guideline: { status: null, by: null }, citation: { year: 2010 } } as const;
    const parts = { retired, replaced, current, unsaid };
    const sheets = (features: SheetPart["features"]) =>
      Object.entries(parts).map(([id, part]) => guideline(id, features, part));
    expect(order(lung, ...sheets({ ild: all }))).toEqual(["current", "unsaid", "retired", "replaced"]);
    expect(order(lung, ...sheets({}))).toEqual(["retired", "replaced", "current", "unsaid"]);
  });

  test("of those near, one of more of the patient comes first, then one of nothing else besides", () => {
    const both: Profile = { ...emptyProfile, features: { ild: "yes", malignancy: "yes" } };
    expect(
      order(
        both,
        guideline("one", { ild: all }, { citation: { year: 2024 } }),
        guideline("apart", { ild: all, malignancy: all, juvenile: all }, { citation: { year: 2023 } }),
        guideline("both", { ild: all, malignancy: all }, { citation: { year: 2010 } }),
      ),
    ).toEqual(["both", "apart", "one"]);
    // Rank has the other one first: all of its patients have both.
    expect(
      order(
        both,
        guideline("apart", { ild: all, malignancy: all, juvenile: all }),
        guideline("some", { ild: { share: "some" }, malignancy: { share: "some" } }),
      ),
    ).toEqual(["some", "apart"]);
  });

  test("of inclusion body myositis only those that speak of it are listed, those that name it first", () => {
    const profile: Profile = { ...emptyProfile, diagnosis: "IBM" };
    const covers = { participants: { treated: null, enrolled: null, diagnoses: { IBM: null, PM: null } } };
    const names = { bottomLine: "Not for Inclusion body myositis.", citation: { year: 2001 } };
    const sheets = [
      guideline("silent", {}),
      guideline("others-only", {}, { participants: { treated: null, enrolled: 5, diagnoses: { PM: 5 } } }),
      guideline("covers", {}, { ...covers, citation: { year: 2024 } }),
      guideline("names", {}, { ...covers, ...names }),
    ];
    expect(order(profile, ...sheets)).toEqual(["names", "covers"]);
    expect(answerTo(profile, createLibrary(sheets)).guidelines.every(({ isNear }) => isNear)).toBe(true);
    // To name it matters for that disease only.
    const polymyositis = order({ ...emptyProfile, diagnosis: "PM" }, ...sheets);
    expect(polymyositis.indexOf("covers")).toBeLessThan(polymyositis.indexOf("names"));
  });
});
