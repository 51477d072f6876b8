import { describe, expect, test } from "vitest";
import { getSourceLink } from "./citation";
import { countPatientsTreated, countSeparateTrials, selectOneReportPerCohort, selectSeparateTrials } from "./cohort";
import { createStudy } from "./fixtures";
import { getKind, getLevel } from "./kind";
import { loadLibrary } from "./load";
import { getReportedDomains, toStudySummary } from "./summary";

test.each([
  ["case-report", "IVIG", "treatment"],
  ["randomised-controlled-trial", "SCIG", "treatment"],
  ["retrospective-cohort", null, "background"],
  ["systematic-review", "IVIG", "review"],
  ["guideline", "IVIG", "guideline"],
  ["guideline", null, "guideline"],
] as const)("a %s with agent %s is %s", (type, agent, kind) => {
  expect(getKind(createStudy({ design: { type }, treatment: { agent } }))).toBe(kind);
});

test.each([
  ["randomised-controlled-trial", true, 2],
  ["non-randomised-controlled", true, 3],
  ["retrospective-cohort", true, 3],
  ["retrospective-cohort", false, 4],
  ["prospective-single-arm", false, 4],
  ["case-series", false, 4],
  ["case-report", false, 5],
] as const)("a %s (controlled: %s) is of level %d", (type, controlled, level) => {
  expect(getLevel(createStudy({ design: { type, controlled } }).design)).toBe(level);
});

describe("one report per cohort", () => {
  const report = (id: string, cohort: string | null, treated: number | null) =>
    createStudy({ id, cohort, participants: { treated } });

  test("the one with most patients, of equals the first by id; order is kept and the rest stays", () => {
    const sheets = [
      report("z", null, 3),
      report("c", "one", 9),
      report("b", "one", 9),
      report("a", "one", 2),
      report("y", "two", null),
    ];
    expect(selectOneReportPerCohort(sheets).map(({ id }) => id)).toEqual(["z", "b", "y"]);
    expect(selectOneReportPerCohort([...sheets].reverse()).map(({ id }) => id)).toEqual(["y", "b", "z"]);
  });

  test("patients are counted once, and those not counted are named", () => {
    const sheets = [
      report("a", "one", 30),
      report("b", "one", 38),
      report("c", null, 7),
      report("d", null, null),
      report("e", "two", null),
    ];
    expect(countPatientsTreated(sheets)).toEqual({ patients: 45, uncounted: 2 });
    expect(countPatientsTreated([])).toEqual({ patients: 0, uncounted: 0 });
  });
});

test("a separate trial is the first randomised report of its cohort", () => {
  const report = (id: string, cohort: string | null, type: "randomised-controlled-trial" | "case-series") =>
    createStudy({ id, cohort, design: { type } });
  const sheets = [
    report("a", "one", "case-series"),
    report("b", "one", "randomised-controlled-trial"),
    report("c", "one", "randomised-controlled-trial"),
    report("d", null, "randomised-controlled-trial"),
    report("e", null, "randomised-controlled-trial"),
  ];
  expect(selectSeparateTrials(sheets).map(({ id }) => id)).toEqual(["b", "d", "e"]);
  expect(countSeparateTrials(sheets)).toBe(3);
  expect(countSeparateTrials([])).toBe(0);
});

describe("the library as delivered", () => {
  const { studies } = loadLibrary();

  test("a record is a sheet without what only its own page shows", () => {
    expect(studies.length).toBeGreaterThan(100);
    for (const sheet of studies) {
      const record = toStudySummary(sheet);
      expect(record.reports).toEqual(getReportedDomains(sheet));
      const { id, design, cohort, participants, headline, reads } = sheet;
      expect(record).toMatchObject({ id, design, cohort, participants, headline, reads });
      expect(record.bottomLine).toBe(getKind(sheet) === "treatment" ? null : sheet.bottomLine);
      // What is left of the sources leads a reader to the same place.
      expect(sheet.sources).toEqual(expect.arrayContaining(record.sources));
      expect(getSourceLink(record)).toEqual(getSourceLink(sheet));
      expect(sheet.outcomes).toEqual(expect.arrayContaining(record.outcomes));
      const counted = sheet.outcomes.filter(
        ({ domain, result }) => result.kind === "proportion" && ["response", "relapse", "survival"].includes(domain),
      );
      expect(record.outcomes).toEqual(expect.arrayContaining(counted));
    }
    expect(JSON.stringify(studies.map(toStudySummary)).length).toBeLessThan(JSON.stringify(studies).length);
  });
});
