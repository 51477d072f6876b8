import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Column, columns, type Filters, noFilters } from "@/lib/browse/table-state";
import { anyFilters } from "@/lib/browse/table-state.arbitrary";
import { emptyProfile } from "@/lib/case/schema";
import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import { anyStudies } from "@/lib/study/study.arbitrary";
import { type StudySummary, toStudySummary } from "@/lib/study/summary";
import { getSortName, groupIntoCells, studyColumns } from "./columns";
import { describeFilters, listFiltersInForce } from "./describe-filters";
import { findIds, matchRows, renderTable } from "./fixtures";

const filtering = (part: Partial<Filters>) => ({ filters: { ...noFilters, ...part } });

/** Whether the table lists a study. */
const isListed = (filters: Partial<Filters>, study: StudySummary) =>
  findIds(matchRows([study]), filtering(filters)).length === 1;

test("the columns that can be chosen are those of the address", () => {
  const chosen = studyColumns.filter(({ enableSorting }) => enableSorting !== false);
  expect(chosen.map(({ id }) => `${id}`).sort()).toEqual([...columns].sort());
});

const count = (events: number, total: number) => [createOutcome({ domain: "response", events, total })];
const inDomain = (domain: "relapse" | "survival", events: number) => [createOutcome({ domain, events, total: 10 })];
const dose = (gPerKgPerCourse: number) => ({
  treatment: {
    regimen: { text: `${gPerKgPerCourse} g/kg`, gPerKgPerCourse, gPerKgPerDay: null, days: null, intervalWeeks: null },
  },
});

/** For each column sheets from the lowest to the highest, then one that states nothing to sort by where that can be. */
const rising: Record<Column, SheetPart[]> = {
  study: [
    { citation: { authors: ["adams B"] } },
    { citation: { authors: ["Brown A"] } },
    { citation: { authors: ["Clark C"] } },
  ],
  design: [
    { design: { type: "randomised-controlled-trial", controlled: true } },
    { design: { type: "case-series" } },
    { design: { type: "case-report" } },
  ],
  // By their numbers: as text, 100 would come before 9.
  patients: [
    { participants: { treated: 9 } },
    { participants: { treated: 20 } },
    { participants: { treated: 100 } },
    { participants: { enrolled: 10, treated: null } },
  ],
  // By how much deviates: nothing, one answer, two.
  matches: [
    { features: { ild: { share: "all" }, refractory: { share: "all" } } },
    { features: { ild: { share: "all" }, refractory: { share: "none" } } },
    { features: { ild: { share: "none" }, refractory: { share: "none" } } },
  ],
  // By the lower limits of their intervals (6%, 21%, 65%, 70%), not by their proportions (10%, 100%, 79%, 100%).
  response: [
    { outcomes: count(10, 100) },
    { outcomes: count(1, 1) },
    { outcomes: count(37, 47) },
    { outcomes: count(9, 9) },
    { outcomes: inDomain("relapse", 1) },
  ],
  relapse: [{ outcomes: inDomain("relapse", 0) }, { outcomes: inDomain("relapse", 3) }, { outcomes: count(9, 10) }],
  survival: [{ outcomes: inDomain("survival", 2) }, { outcomes: inDomain("survival", 10) }, { outcomes: count(9, 10) }],
  regimen: [dose(0.4), dose(1), dose(2), { treatment: { regimen: null } }],
  year: [
    { citation: { year: 1999 } },
    { citation: { year: 2010 } },
    { citation: { year: 2020 } },
    { citation: { year: null } },
  ],
  reads: [{ reads: "abstract" }, { reads: "full-text" }],
};
const statesNothing: readonly Column[] = ["patients", "response", "relapse", "survival", "regimen", "year"];

describe.each(columns)("sorting by %s", (column) => {
  const ids = rising[column].map((_, place) => `example-${place}`);
  const sheets = rising[column].map((part, place) => createStudy({ ...part, id: `example-${place}` }));
  const profile = { ...emptyProfile, features: { ...emptyProfile.features, ild: "yes", refractory: "yes" } } as const;
  // In an order of no column, so that a table that does not sort fails.
  const rows = matchRows([...sheets.slice(1), ...sheets.slice(0, 1)].reverse(), profile);
  const last = statesNothing.includes(column) ? ids.slice(-1) : [];
  const known = ids.slice(0, ids.length - last.length);
  const sorted = (isDescending: boolean) =>
    renderTable(rows, { sort: { column, isDescending } })
      .getRowModel()
      .rows.flatMap(({ subRows }) => subRows.map(({ id }) => id));

  test("rises, with what is not stated last", () => expect(sorted(false)).toEqual([...known, ...last]));

  test("falls, with what is not stated last", () => expect(sorted(true)).toEqual([...known.reverse(), ...last]));
});

test("what shares a cell stands in it together: patients with design, response with relapse", () => {
  const table = renderTable(matchRows([createStudy()]));
  const cells = groupIntoCells(table.getVisibleLeafColumns(), (column) => column);
  expect(cells.map(({ id, items }) => [id, items.map((item) => item.id)])).toEqual([
    ["study", ["study"]],
    ["patients", ["patients", "design"]],
    ["results", ["response", "relapse"]],
    ["regimen", ["regimen"]],
    ["year", ["year"]],
    ["matches", ["matches"]],
  ]);
});

test("a result says that it is sorted by the lower limit of its interval", () => {
  const names = renderTable(matchRows([createStudy()]))
    .getAllLeafColumns()
    .map(getSortName);
  for (const name of ["Response", "Relapse", "Survival"]) expect(names).toContain(`${name} (lower limit)`);
  expect(names).toContain("Year");
});

test("a row that is filtered away keeps its place among all rows", () => {
  const rows = matchRows([2001, 2003, 2002].map((year) => createStudy({ id: `in-${year}`, citation: { year } })));
  const table = renderTable(rows, { sort: { column: "year", isDescending: false }, ...filtering({ fromYear: 2003 }) });
  expect(table.getRowModel().rows.flatMap(({ subRows }) => subRows.map(({ id }) => id))).toEqual([
    "in-2001",
    "in-2002",
    "in-2003",
  ]);
  expect(Object.keys(table.getFilteredRowModel().rowsById)).toEqual(["in-2003"]);
});

test("notes that arrive after the words were typed are searched", () => {
  const rows = matchRows([createStudy()]);
  expect(findIds(rows, { search: "photoprotection" }, "loading")).toEqual([]);
  expect(findIds(rows, { search: "photoprotection" }, { "example-2020": "photoprotection" })).toEqual(["example-2020"]);
});

describe("filters", () => {
  test("none lists every study", () => {
    const rows = matchRows([createStudy({ id: "a" }), createStudy({ id: "b", participants: { treated: null } })]);
    expect(findIds(rows, { filters: noFilters })).toEqual(["a", "b"]);
    expect(describeFilters(noFilters)).toEqual([]);
  });

  test("a further filter never adds a study", () => {
    fc.assert(
      fc.property(anyStudies(6), anyFilters, anyFilters, (sheets, filters, added) => {
        const both = { ...filters, fromYear: added.fromYear ?? filters.fromYear };
        const isNarrower = filters.fromYear === null || (both.fromYear ?? 0) >= filters.fromYear;
        fc.pre(isNarrower);
        const rows = matchRows(sheets);
        expect(findIds(rows, { filters })).toEqual(expect.arrayContaining(findIds(rows, { filters: both })));
      }),
    );
  });

  test("a summary is found exactly where its sheet is", () => {
    fc.assert(
      fc.property(anyStudies(6), anyFilters, (sheets, filters) => {
        expect(findIds(matchRows(sheets.map(toStudySummary)), { filters })).toEqual(
          findIds(matchRows(sheets), { filters }),
        );
      }),
    );
  });

  const undated = createStudy({ citation: { year: null }, participants: { treated: null } });
  test.each<[string, Partial<Filters>]>([
    ["a range of years", { fromYear: 1950 }],
    ["a last year", { toYear: 2100 }],
    ["a number of patients", { fewestPatients: 1 }],
  ])("what is not stated is not known to lie in %s", (_, filters) => {
    expect(isListed(filters, undated)).toBe(false);
  });

  test("not reported is a share of its own: neither nobody nor some", () => {
    const silent = createStudy();
    const choices = ["all-or-most", "any", "all", "most", "some", "none"] as const;
    for (const choice of choices) expect(isListed({ features: { ild: choice } }, silent)).toBe(false);
    expect(isListed({ features: { ild: "unclear" } }, silent)).toBe(true);
    expect(isListed({ features: { calcinosis: "unclear" } }, silent)).toBe(true);
  });

  test("an outcome in words is reported, and is no count", () => {
    const narrative = createStudy({
      outcomes: [createOutcome({ domain: "relapse", result: { kind: "narrative", text: "Some relapsed." } })],
    });
    expect(isListed({ reports: ["relapse"] }, narrative)).toBe(true);
    expect(isListed({ reports: ["relapse"], isCounted: true }, narrative)).toBe(false);
    expect(isListed({ reports: ["relapse", "survival"] }, narrative)).toBe(false);
  });

  test("each filter in force is taken away by itself, and all of them one by one", () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const inForce = listFiltersInForce(filters);
        for (const { text, without } of inForce) {
          const others = inForce.map((filter) => filter.text).filter((other) => other !== text);
          expect(describeFilters(without)).toEqual(others);
        }
        const last = inForce.reduce((rest) => listFiltersInForce(rest)[0]?.without ?? rest, filters);
        expect(listFiltersInForce(last)).toEqual([]);
      }),
    );
  });

  test("every filter in force is described", () => {
    const filters: Filters = {
      ...noFilters,
      kinds: ["treatment"],
      designs: ["case-series", "case-report"],
      fromYear: 2010,
      fewestPatients: 5,
      features: { juvenile: "all-or-most" },
      reports: ["response", "relapse"],
      isCounted: true,
      readings: ["abstract"],
    };
    expect(describeFilters(filters)).toEqual([
      "Kind: Studies of immunoglobulin",
      "Design: Case series or Case report",
      "Year: 2010 or later",
      "Patients: 5 or more",
      "Under 18: all or most patients",
      "Reports response and relapse as a count",
      "Source read: Abstract only",
    ]);
  });
});

test("what heads the results says what its buttons sort by: they stand above a cell of several results", () => {
  const rows = matchRows([toStudySummary(createStudy({ outcomes: count(3, 5) }))]);
  const cells = groupIntoCells(renderTable(rows).getVisibleLeafColumns(), (column) => column);
  const results = cells.find(({ id }) => id === "results");
  expect(results?.items.length).toBeGreaterThan(1);
  expect(results?.head).toEqual({ title: "Results", note: "sort by the lower limit of" });
});
