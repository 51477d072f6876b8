import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { sum } from "@/lib/format/numbers";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import type { Outcome } from "@/lib/study/schema";
import type { StudySummary } from "@/lib/study/summary";
import { secondEditionLibrary } from "./fixtures";
import { answerTo, createLibrary } from "./library.arbitrary";
import { createPatientsRow, findPatientsRow } from "./patients-row";

const library = secondEditionLibrary();

function getStudy(id: string): StudySummary {
  const study = library.studies.find((one) => one.id === id);
  if (!study) throw new Error(`getStudy: no study "${id}"`);
  return study;
}

const bounfour = getStudy("bounfour-2014");

/** Bounfour 2014 with other numbers; a count that is null is not on the sheet. */
function withCounts(treated: number, counts: Record<string, { events: number; total: number } | null>): StudySummary {
  const change = (outcome: Outcome): Outcome[] => {
    const count = counts[outcome.id];
    if (count === null) return [];
    if (!count || outcome.result.kind !== "proportion") return [outcome];
    return [{ ...outcome, result: { ...outcome.result, ...count } }];
  };
  return {
    ...bounfour,
    participants: { ...bounfour.participants, treated },
    outcomes: bounfour.outcomes.flatMap(change),
  };
}

const listPatients = (study: StudySummary) =>
  createPatientsRow(study)?.rows.map(({ course, patients }) => `${patients} ${course}`) ?? null;

test.each([
  ["bounfour-2014", ["9 kept", "10 relapsed", "4 partly", "4 none"]],
  ["tsai-1997", ["2 kept", "4 relapsed", "1 none"]],
  ["danieli-2011", ["7 kept"]],
])("%s: each patient in one row", (id, rows) => {
  expect(listPatients(getStudy(id))).toEqual(rows);
});

test("the words are those of the sheet", () => {
  expect(createPatientsRow(bounfour)?.rows.map(({ words }) => words)).toEqual([
    "skin clear or almost clear, and no relapse counted after stopping",
    "skin clear or almost clear, then relapsed after stopping. Half by 6.2 months from last IVIG course. 6 of 10: relapse controlled by immunoglobulin again",
    "partly better",
    "no response",
  ]);
});

test("in the whole library, the rows of a study add up to its patients, and none is empty", () => {
  const rows = library.studies.flatMap((study) => createPatientsRow(study) ?? []);
  expect(rows.length).toBeGreaterThanOrEqual(3);
  for (const { treated, rows: courses } of rows) {
    expect(sum(courses.map(({ patients }) => patients))).toBe(treated);
    for (const { patients, words } of courses) {
      expect(patients).toBeGreaterThan(0);
      for (const sentence of words.split(". ")) expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(20);
    }
  }
});

const anyCount = fc.integer({ min: 0, max: 40 });

test("whatever a sheet counts: the rows add up to all treated, or there are none", () => {
  let drawn = 0;
  fc.assert(
    fc.property(
      anyCount,
      anyCount,
      anyCount,
      anyCount,
      anyCount,
      anyCount,
      (treated, better, major, of, lost, none) => {
        const row = createPatientsRow(
          withCounts(treated, {
            "major-response": { events: major, total: treated },
            "any-response": { events: better, total: treated },
            "no-response": { events: none, total: treated },
            relapse: { events: lost, total: of },
          }),
        );
        const isNested = lost <= of && of === major && major <= better && none === treated - better && none >= 0;
        expect(row !== null).toBe(isNested && treated >= 5);
        if (!row) return;
        drawn += 1;
        expect(sum(row.rows.map(({ patients }) => patients))).toBe(treated);
        for (const { patients } of row.rows) expect(patients).toBeGreaterThan(0);
      },
    ),
    {
      examples: [
        [27, 23, 19, 19, 10, 4],
        [5, 5, 5, 5, 5, 0],
        [4, 4, 4, 4, 4, 0],
      ],
    },
  );
  expect(drawn).toBeGreaterThan(0);
});

const anyNested = fc
  .tuple(fc.integer({ min: 5, max: 40 }), fc.nat(40), fc.nat(40), fc.nat(40))
  .map(([treated, a, b, c]) => {
    const better = a % (treated + 1);
    const major = b % (better + 1);
    return { treated, better, major, lost: c % (major + 1) };
  });

test("whatever is nested is drawn, whole", () => {
  fc.assert(
    fc.property(anyNested, ({ treated, better, major, lost }) => {
      const row = createPatientsRow(
        withCounts(treated, {
          "major-response": { events: major, total: treated },
          "any-response": { events: better, total: treated },
          "no-response": null,
          relapse: { events: lost, total: major },
        }),
      );
      const count = (course: string) => row?.rows.find((one) => one.course === course)?.patients ?? 0;
      expect(["kept", "relapsed", "partly", "none"].map(count)).toEqual([
        major - lost,
        lost,
        better - major,
        treated - better,
      ]);
    }),
  );
});

test("no row: relapses of others than the responders, a part of the treated, nobody said to be treated", () => {
  const responders = { events: 19, total: 27 };
  expect(listPatients(withCounts(27, { relapse: { events: 10, total: 27 } }))).toBeNull();
  expect(listPatients(withCounts(30, { "major-response": responders }))).toBeNull();
  expect(listPatients({ ...bounfour, participants: { ...bounfour.participants, treated: null } })).toBeNull();
});

test("of the cases, the study that leads the response, else that of a relapse", () => {
  const find = (name: "adultSkinOnlyRefractory" | "child" | "refractoryAdult" | "pregnant") =>
    findPatientsRow(answerTo(exampleCases[name].profile, library).cells)?.found.name ?? null;
  expect(find("adultSkinOnlyRefractory")).toBe("Bounfour 2014");
  expect(find("child")).toBe("Tsai 1997");
  expect(find("pregnant")).toBeNull();
  expect(find("refractoryAdult")).toBeNull();
});

describe("of a sheet made by hand", () => {
  type Part = Parameters<typeof createOutcome>[0];
  /** 15 of 20 better, 10 of them much, of whom 4 relapsed; with what is changed or added. */
  const rowsOf = (
    change: { any?: Part | null; major?: Part; relapse?: Part; more?: Part[]; treated?: number } = {},
  ) => {
    const { any = {}, major, relapse, more = [], treated = 20 } = change;
    const outcomes = [
      createOutcome({ id: "major", degree: "major", plain: "much better", events: 10, total: 20, ...major }),
      ...(any ? [createOutcome({ id: "any", degree: "any", events: 15, total: 20, ...any })] : []),
      createOutcome({ id: "relapse", domain: "relapse", of: "major", events: 4, total: 10, ...relapse }),
      ...more.map(createOutcome),
    ];
    const sheet = createStudy({ participants: { treated }, outcomes, headline: { response: null, relapse: null } });
    const row = createPatientsRow(sheet);
    return row?.rows.map(({ course, patients, words }) => `${patients} ${course}: ${words}`) ?? null;
  };

  test("each row in words", () => {
    expect(rowsOf()).toEqual([
      "6 kept: much better, and no relapse counted after stopping",
      "4 relapsed: much better, then relapsed after stopping",
      "5 partly: partly better",
      "5 none: no response",
    ]);
  });

  test("when the relapses were, as far as that is told", () => {
    expect(rowsOf({ relapse: { timing: "on-treatment" } })?.slice(0, 2)).toEqual([
      "6 kept: much better, and no relapse counted under continuing treatment",
      "4 relapsed: much better, then relapsed under continuing treatment",
    ]);
    for (const timing of ["unclear", "before-immunoglobulin"] as const) {
      expect(rowsOf({ relapse: { timing } })?.[0]).toBe("6 kept: much better, and no relapse counted");
    }
  });

  test("where nobody says who was better at all, the rest is not called no response", () => {
    const rows = [
      "6 kept: much better, and no relapse counted after stopping",
      "4 relapsed: much better, then relapsed after stopping",
      "10 none: less than that, or no response",
    ];
    expect(rowsOf({ any: null })).toEqual(rows);
    // Of another organ, of a part of the patients, or a failure: none of these says who was better.
    expect(rowsOf({ any: { organ: "skin" } })).toEqual(rows);
    expect(rowsOf({ any: { subgroup: "ild" } })).toEqual(rows);
    expect(rowsOf({ any: { total: 18 } })).toEqual(rows);
    expect(rowsOf({ any: { direction: "harm" } })).toEqual(rows);
    expect(rowsOf({ any: { degree: "moderate" } })).toEqual(rows);
  });

  test("where the responders are all who were better, none is partly better", () => {
    expect(rowsOf({ any: null, major: { degree: "any" } })).toEqual([
      "6 kept: much better, and no relapse counted after stopping",
      "4 relapsed: much better, then relapsed after stopping",
      "10 none: no response",
    ]);
  });

  test("a count of failures must fit, where all who were better are counted", () => {
    const failed = (events: number, part: Part = {}): Part => ({
      id: `failed-${events}`,
      direction: "harm",
      degree: "other",
      events,
      total: 20,
      ...part,
    });
    expect(rowsOf({ more: [failed(5)] })).toHaveLength(4);
    expect(rowsOf({ more: [failed(6)] })).toBeNull();
    expect(rowsOf({ more: [failed(6), failed(5)] })).toHaveLength(4);
    expect(rowsOf({ more: [failed(6, { organ: "skin" })] })).toHaveLength(4);
    expect(rowsOf({ any: null, more: [failed(6)] })).toHaveLength(3);
  });

  test.each<[string, Parameters<typeof rowsOf>[0]]>([
    ["relapses that are counted as none", { relapse: { direction: "benefit" } }],
    ["relapses of an enzyme", { relapse: { criterion: "enzyme" } }],
    ["relapses of no outcome", { relapse: { of: null } }],
    ["relapses of those who did not respond", { major: { direction: "harm" } }],
    ["those who did not respond, where no others are counted", { any: null, major: { direction: "harm" } }],
    ["a harm among the responders", { relapse: { domain: "adverse-event" } }],
    ["responders of a part", { major: { subgroup: "ild" } }],
    ["responders of fewer than were treated", { treated: 21 }],
    ["responders who are no response", { major: { domain: "other", degree: undefined } }],
    ["fewer who were better than were much better", { any: { events: 9 } }],
  ])("there is none for %s", (_, change) => expect(rowsOf(change)).toBeNull());

  test("a relapse of the disease is one whatever its criterion is called", () => {
    expect(rowsOf({ relapse: { criterion: "clinical" } })).toHaveLength(4);
  });

  test("the next relapses are taken where the first have no row", () => {
    const next = { id: "next", domain: "relapse", timing: "on-treatment", of: "major", events: 1, total: 10 } as const;
    expect(rowsOf({ relapse: { of: null }, more: [next] })?.[0]).toBe(
      "9 kept: much better, and no relapse counted under continuing treatment",
    );
    expect(rowsOf({ more: [next] })?.[0]).toBe("6 kept: much better, and no relapse counted after stopping");
  });

  test("when they relapsed, and what became of them", () => {
    const time = {
      kind: "time",
      statistic: "median",
      value: 6,
      min: null,
      max: null,
      unit: "months",
      from: "the last course",
    } as const;
    const again = { id: "again", domain: "retreatment", plain: "controlled again", events: 3, total: 4 } as const;
    const more: Part[] = [
      { id: "time", domain: "relapse", result: time },
      { ...again, of: "relapse" },
      { ...again, id: "of-others", of: "any", plain: "controlled too", events: 1, total: 15 },
      { ...again, id: "other-domain", domain: "other", of: "relapse", plain: "went home", events: 2 },
    ];
    expect(rowsOf({ more })?.[1]).toBe(
      "4 relapsed: much better, then relapsed after stopping. Half by 6 months from the last course. 3 of 4: controlled again",
    );
  });

  test("the row is of the study that leads the response; where that has none, of the one that leads a relapse", () => {
    const sheet = (id: string, treated: number, relapses: boolean) =>
      createStudy({
        id,
        participants: { treated },
        features: { ild: { share: "all" } },
        outcomes: [
          createOutcome({ events: 10, total: treated }),
          ...(relapses ? [createOutcome({ id: "late", domain: "relapse", of: "response", events: 4, total: 10 })] : []),
        ],
      });
    const find = (...sheets: ReturnType<typeof sheet>[]) => {
      const { cells } = answerTo({ ...emptyProfile, features: { ild: "yes" } }, createLibrary(sheets));
      const row = findPatientsRow(cells);
      return row && [row.found.study.id, row.treated, row.rows.length];
    };
    expect(find(sheet("large", 30, true), sheet("small", 20, true))).toEqual(["large", 30, 3]);
    expect(find(sheet("large", 30, false), sheet("small", 20, true))).toEqual(["small", 20, 3]);
    expect(find(sheet("large", 30, false))).toBeNull();
    // A study that leads the survival only has no row here.
    const leading = sheet("leading", 30, false);
    const relapse = createOutcome({ id: "late", domain: "relapse", events: 3, total: 30 });
    const { outcomes, ...small } = sheet("small", 20, true);
    expect(
      find(
        { ...leading, outcomes: [...leading.outcomes, relapse], headline: { ...leading.headline, relapse: "late" } },
        {
          ...small,
          outcomes: [...outcomes, createOutcome({ domain: "survival", events: 20, total: 20 })],
          headline: { ...small.headline, survival: "survival" },
        },
      ),
    ).toBeNull();
  });
});
