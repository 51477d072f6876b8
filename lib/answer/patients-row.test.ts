import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { sum } from "@/lib/format/numbers";
import type { Outcome } from "@/lib/study/schema";
import type { StudySummary } from "@/lib/study/summary";
import { secondEditionLibrary } from "./fixtures";
import { answerTo } from "./library.arbitrary";
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
