import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import { answerTo, createLibrary, realLibrary } from "./library.arbitrary";

const library = realLibrary();

test("pregnant, with lung disease: pregnancy on one side and lung disease on the other", () => {
  const { studied } = answerTo(exampleCases.pregnantWithLungDisease.profile, library).gap;
  expect(studied.map(({ features }) => features)).toEqual([["pregnancy"], ["ild"]]);
  expect(studied.map(({ profile }) => profile.features)).toEqual([{ pregnancy: "yes" }, { ild: "yes" }]);
  expect(studied[0]?.missingText).toEqual(["lung disease not in the abstract"]);
  const childCell = studied[0]?.cells.find(({ domain }) => domain === "pregnancy");
  expect(childCell?.lead).not.toBeNull();
});

test("of a patient whom studies describe there is none", () => {
  expect(answerTo(exampleCases.skinOnlyRefractory.profile, library).gap.studied).toEqual([]);
});

test("each is the largest that somebody studied, and shows what the case that it opens shows", () => {
  let opened = 0;
  fc.assert(
    fc.property(anyProfile, (profile) => {
      const { gap } = answerTo(profile, library);
      expect(gap.studied.length).toBeLessThanOrEqual(3);
      for (const { features, describing, profile: narrowed, cells, patients } of gap.studied) {
        const others = gap.studied.filter((other) => other.features !== features);
        expect(others.some((other) => features.every((aspect) => other.features.includes(aspect)))).toBe(false);
        const answer = answerTo(narrowed, library);
        expect(describing.length).toBeGreaterThan(0);
        expect(answer.describing.map(({ study }) => study.id)).toEqual(describing.map(({ study }) => study.id));
        expect(answer.verdict.patients).toBe(patients);
        const leads = (ofAnswer: typeof cells) =>
          ofAnswer.map(({ lead }) => lead && [lead.found.study.id, lead.figure.id]);
        expect(leads(cells)).toEqual(leads(answer.cells));
        opened += 1;
      }
    }),
    { numRuns: 40 },
  );
  expect(opened).toBeGreaterThan(20);
});

describe("by sheets made by hand", () => {
  const all = { share: "all" } as const;
  const sheet = (id: string, features: SheetPart["features"], part: SheetPart = {}) =>
    createStudy({ id, features, outcomes: [createOutcome()], ...part });
  const yes = (...features: (keyof Profile["features"])[]): Profile => ({
    ...emptyProfile,
    features: Object.fromEntries(features.map((feature) => [feature, "yes"])),
  });
  const studiedOf = (profile: Profile, ...sheets: ReturnType<typeof sheet>[]) =>
    answerTo(profile, createLibrary(sheets)).gap.studied;

  test("a part is one that no larger part with anybody in it holds", () => {
    const found = studiedOf(
      yes("pregnancy", "ild", "malignancy"),
      sheet("both", { pregnancy: all, ild: all }),
      sheet("lung", { ild: all }),
      sheet("cancer", { malignancy: all }),
    );
    expect(found.map(({ features }) => features)).toEqual([["pregnancy", "ild"], ["malignancy"]]);
    expect(found.map(({ describing }) => describing.map(({ study }) => study.id))).toEqual([["both"], ["cancer"]]);
  });

  test("a part of which a larger one holds something, but not all, stands beside it", () => {
    const found = studiedOf(
      yes("pregnancy", "ild", "malignancy", "dysphagia"),
      sheet("three", { pregnancy: all, ild: all, malignancy: all }),
      sheet("two", { malignancy: all, dysphagia: all }),
    );
    expect(found.map(({ describing }) => describing.map(({ study }) => study.id)).sort()).toEqual([["three"], ["two"]]);
  });

  test("each has its studies in rank order, its patients, its figures and the case that it opens", () => {
    const profile: Profile = { ...yes("pregnancy", "ild"), weightKg: 60, diagnosis: "DM" };
    const [found, ...others] = studiedOf(
      profile,
      sheet(
        "small",
        { ild: all },
        { participants: { treated: 5 }, outcomes: [createOutcome({ events: 1, total: 5 })] },
      ),
      sheet(
        "large",
        { ild: all },
        { participants: { treated: 20 }, outcomes: [createOutcome({ events: 7, total: 20 })] },
      ),
      sheet("unsaid", { ild: all, pregnancy: { share: "none" } }, { participants: { treated: null, enrolled: 10 } }),
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      features: ["ild"],
      missingText: ["dermatomyositis not in the abstract", "nobody known to be pregnant"],
      profile: { ...emptyProfile, features: { ild: "yes" }, weightKg: 60 },
      patients: 25,
      uncounted: 1,
    });
    expect(found?.describing.map(({ study, group }) => [study.id, group])).toEqual([
      ["large", "this-patient"],
      ["small", "this-patient"],
      ["unsaid", "this-patient"],
    ]);
    expect(found?.cells[0]).toMatchObject({ domain: "response", lead: { events: 7, total: 20 } });
  });

  test("of more than three parts those of most studies are shown, by their nearest study", () => {
    const several = (feature: "pregnancy" | "ild" | "malignancy" | "calcinosis", treated: readonly number[]) =>
      treated.map((count, place) =>
        sheet(`${feature}-${place}`, { [feature]: all }, { participants: { treated: count } }),
      );
    const found = studiedOf(
      yes("pregnancy", "ild", "calcinosis", "malignancy"),
      ...several("pregnancy", [3, 3]),
      ...several("ild", [4, 4, 90]),
      ...several("calcinosis", [99]),
      ...several("malignancy", [5, 95]),
    );
    // Calcinosis has one study only. Of the others the rarest is nearest: 6 pregnant patients, 98 and 100 of the rest.
    expect(found.map(({ features, describing }) => [...features, describing.length])).toEqual([
      ["pregnancy", 2],
      ["ild", 3],
      ["malignancy", 2],
    ]);
  });

  test("what an answer of no rules out is in none", () => {
    const profile: Profile = {
      ...yes("pregnancy", "ild"),
      features: { pregnancy: "yes", ild: "yes", malignancy: "no" },
    };
    const found = studiedOf(profile, sheet("cancer", { ild: all, malignancy: all }), sheet("lung", { ild: all }));
    expect(found.map(({ profile, describing }) => [profile.features, describing.map(({ study }) => study.id)])).toEqual(
      [[{ ild: "yes", malignancy: "no" }, ["lung"]]],
    );
  });
});
