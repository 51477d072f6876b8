import { describe, expect, test } from "vitest";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import type { Outcome } from "@/lib/study/schema";
import { harmNames, harms } from "@/lib/vocabulary/outcomes";
import { formatGuidelineStatus, formatRegimen, listOutcomeNotes, listPhases } from "./fact-sheet";

const { studies } = loadLibrary();

function notesOf(outcome: Outcome, ...others: Outcome[]): string[] {
  return listOutcomeNotes(createStudy({ outcomes: [...others, outcome] }), outcome);
}

describe("what the page of a sheet says of an outcome", () => {
  test.each(harms)("what kind of harm an adverse event is: %s", (harm) => {
    expect(notesOf(createOutcome({ domain: "adverse-event", harm }))).toContain(
      `kind of harm: ${harmNames[harm].toLowerCase()}`,
    );
  });

  test("what tells a relapse", () => {
    expect(notesOf(createOutcome({ domain: "relapse", criterion: "clinical" }))).toContain(
      "criterion of the relapse: clinical",
    );
    expect(notesOf(createOutcome({ domain: "relapse", criterion: "enzyme" }))).toContain(
      "criterion of the relapse: an enzyme or antibody value only",
    );
  });

  test.each([
    [{ value: 6.2, from: "last course" }, "time: 6.2 months after the last course"],
    [{ value: 1, from: "first course" }, "time: 1 month after the first course"],
    [{ value: 0, from: "onset" }, "time: 0 months after onset"],
    [{ value: 48, from: null }, "time: 48 months, counted from a point not stated"],
  ] as const)("when: %o", (months, words) => {
    expect(notesOf(createOutcome({ months }))).toContain(words);
  });

  test("of whom it is counted, in short where the other outcome has short words, else by its label", () => {
    const major = createOutcome({ id: "major", label: "Major response", events: 19, total: 27 });
    const relapse = createOutcome({ domain: "relapse", events: 10, total: 19, of: "major" });
    expect(notesOf(relapse, major)).toContain("of the 19 counted as “Major response”");
    expect(notesOf(relapse, { ...major, plain: "muscle power normal" })).toContain(
      "of the 19 counted as “muscle power normal”",
    );
  });

  test("nothing of what it does not hold", () => {
    const nothing = { plain: null, of: null, months: null };
    expect(notesOf(createOutcome(nothing))).toEqual(notesOf(createOutcome()));
    expect(notesOf(createOutcome({ domain: "adverse-event", harm: null }))).toEqual(["overall"]);
  });

  test("every field of the second edition that the library holds", () => {
    const outcomes = studies.flatMap((study) => study.outcomes.map((outcome) => ({ study, outcome })));
    for (const [field, words] of [
      ["harm", "kind of harm: "],
      ["criterion", "criterion of the relapse: "],
      ["months", "time: "],
      ["of", "of the "],
    ] as const) {
      const having = outcomes.filter(({ outcome }) => outcome[field]);
      expect(having.length).toBeGreaterThan(3);
      for (const { study, outcome } of having) {
        expect(listOutcomeNotes(study, outcome).some((note) => note.startsWith(words))).toBe(true);
      }
    }
  });
});

test("the phases of a regimen, each with when and how much", () => {
  const regimen = { gPerKgPerCourse: 2, gPerKgPerDay: null, days: 1, intervalWeeks: 4, text: "2 g/kg, later less" };
  const phases = [
    { gPerKgPerCourse: 2, days: 1, everyWeeks: 4, when: "start" },
    { gPerKgPerCourse: 1, days: 2, everyWeeks: 1, when: "weeks 3 and 6" },
    { gPerKgPerCourse: null, days: null, everyWeeks: null, when: "then less often" },
  ];
  expect(listPhases({ ...regimen, phases })).toEqual([
    "start: 2 g/kg a course, 1 day, every 4 weeks",
    "weeks 3 and 6: 1 g/kg a course, 2 days, every week",
    "then less often",
  ]);
  expect(formatRegimen({ ...regimen, phases })).toBe("2 g/kg a course, 1 day, every 4 weeks");
  expect([null, regimen, { ...regimen, phases: null }].map(listPhases)).toEqual([[], [], []]);
});

test.each([
  [undefined, null],
  [null, null],
  [{ status: null, by: null }, null],
  [{ status: "current", by: null }, "Current."],
  [{ status: "replaced", by: "The 2024 update" }, "Replaced by: The 2024 update."],
  [{ status: "replaced", by: null }, "Replaced by a later one, which its sheet does not name."],
  [{ status: "retired", by: null }, "Retired: no longer considered current."],
] as const)("a guideline with %o: %s", (guideline, words) => {
  expect(formatGuidelineStatus(guideline)).toBe(words);
});
