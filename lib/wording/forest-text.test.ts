import { expect, test } from "vitest";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { listForestSections } from "@/lib/answer/study-by-study";
import { exampleCases } from "@/lib/case/fixtures";
import {
  describeCount,
  describeSingleIntervals,
  formatComparator,
  formatGroupTitle,
  formatPart,
  formatSingleCase,
  formatSingleCases,
  formatSingleResult,
} from "./forest-text";

const library = realLibrary();

test("a count says whom it counts where that is not all treated, and its comparison in the same parts", () => {
  const [response] = listForestSections(answerTo(exampleCases.refractoryAdult.profile, library));
  const rows = response?.groups.flatMap((group) => group.rows) ?? [];
  const row = rows.find((one) => one.kind === "count" && one.found.study.id === "aggarwal-2022");
  if (row?.kind !== "count") throw new Error("the trial has a row");
  const text = describeCount(row.figure, row.found.study.participants.treated);
  expect(text).toMatchObject({ count: "37 of 47", percent: "79%", range: "65–88%" });
  expect(text.whom).toMatch(/immunoglobulin/);
  expect(text.limits).toBe("65% to 88%");
  expect(text.comparison).toMatchObject({ count: "21 of 48", percent: "44%", points: "+35 points (15.5 to 51.0)" });
  expect(describeCount({ ...row.figure, of: null }, row.figure.total).whom).toBeNull();
});

test("every group has a title, but the rows that the section alone names", () => {
  const groups = Object.values(exampleCases).flatMap(({ profile }) =>
    listForestSections(answerTo(profile, library)).flatMap((section) => section.groups),
  );
  expect(new Set(groups.map(({ kind }) => kind)).size).toBeGreaterThan(3);
  for (const group of groups) expect(formatGroupTitle(group) === null).toBe(group.kind === "listed");
});

test("single cases are counted together, each named elsewhere in the row", () => {
  const rows = Object.values(exampleCases).flatMap(({ profile }) =>
    listForestSections(answerTo(profile, library)).flatMap((section) => section.groups.flatMap((group) => group.rows)),
  );
  const shared = rows.flatMap((row) => (row.kind === "single-cases" ? [row] : []));
  expect(shared.length).toBeGreaterThan(3);
  for (const row of shared) {
    const events = row.cases.filter(({ figure }) => figure.events === 1).length;
    expect(formatSingleCases(row)).toBe(`${events} of ${row.cases.length} single cases`);
  }
});

test("the part of a study says of how many it is, as far as that is known", () => {
  expect(formatPart({ n: 15, of: 42 })).toBe("15 of its 42");
  expect(formatPart({ n: 15, of: null })).toBe("15 of its patients");
});

test("a comparison group is named within a line, its abbreviations as they are", () => {
  expect(formatComparator("Placebo, either period")).toBe("placebo, either period");
  expect(formatComparator("DM")).toBe("DM");
});

test("beside the mark of a single patient stands what became of her or him", () => {
  expect(formatSingleResult({ domain: "response", direction: "benefit", events: 0 })).toBe("did not respond");
  expect(formatSingleResult({ domain: "survival", direction: "harm", events: 1 })).toBe("died");
  expect(formatSingleResult({ domain: "survival", direction: "benefit", events: 1 })).toBe("survived");
  // "no response" happened: it is no response
  expect(formatSingleResult({ domain: "response", direction: "harm", events: 1 })).toBe("yes");
  const relapse = { domain: "relapse", direction: "harm", plain: "disease back within six years" } as const;
  expect(formatSingleCase({ ...relapse, events: 1 })).toBe("relapsed: disease back within six years");
  expect(formatSingleCase({ ...relapse, events: 0 })).toBe("did not relapse (counted: disease back within six years)");
});

test("single patients have one interval between them, in words and by the method of all", () => {
  const listRows = (profile: (typeof exampleCases)["pregnant"]["profile"]) =>
    listForestSections(answerTo(profile, library)).flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));
  const rows = listRows(exampleCases.pregnant.profile);
  expect(describeSingleIntervals(rows, "wilson")).toContain("95% CI 0.21 to 1 if it is counted, 0 to 0.79 if not");
  expect(describeSingleIntervals(rows, "exact")).toContain("95% CI 0.02 to 1 if it is counted, 0 to 0.97 if not");
  const series = rows.filter((row) => row.kind === "words");
  expect(describeSingleIntervals(series, "wilson")).toBeNull();
});
