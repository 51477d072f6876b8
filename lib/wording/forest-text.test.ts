import { expect, test } from "vitest";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { listForestSections } from "@/lib/answer/study-by-study";
import { exampleCases } from "@/lib/case/fixtures";
import { describeCount, formatGroupTitle, formatPart, formatSingleCases } from "./forest-text";

const library = realLibrary();

test("a count says whom it counts where that is not all treated, and its comparison in the same parts", () => {
  const [response] = listForestSections(answerTo(exampleCases.refractoryAdult.profile, library));
  const rows = response?.groups.flatMap((group) => group.rows) ?? [];
  const row = rows.find((one) => one.kind === "count" && one.found.study.id === "aggarwal-2022");
  if (row?.kind !== "count") throw new Error("the trial has a row");
  const text = describeCount(row.figure, row.found.study.participants.treated);
  expect(text).toMatchObject({ count: "37 of 47", percent: "79%", range: "65–88%" });
  expect(text.whom).toMatch(/immunoglobulin/);
  expect(text.comparison).toMatchObject({ count: "21 of 48", percent: "44%" });
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
