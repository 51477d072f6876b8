import { expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { type ForestOrder, forestOrders, orderForestRows } from "./forest-order";
import { answerTo, createLibrary, realLibrary } from "./library.arbitrary";
import { type ForestGroup, type ForestRow, listForestSections } from "./study-by-study";

const library = realLibrary();
const groups: ForestGroup[] = Object.values(exampleCases).flatMap(({ profile }) =>
  listForestSections(answerTo(profile, library)).flatMap((section) => section.groups),
);
const isFurther = (row: ForestRow | undefined) => row !== undefined && row.kind !== "single-cases" && row.isFurther;

/** The first rows of studies that hold a count, in an order. */
function listFirstCounts(order: ForestOrder) {
  return groups.map(({ rows }) =>
    orderForestRows(rows, order).flatMap((row) => (row.kind === "count" && !row.isFurther ? [row] : [])),
  );
}

test("every order has every row once, and further rows stay below the first of their study", () => {
  let moved = 0;
  for (const { rows } of groups) {
    for (const order of forestOrders) {
      const ordered = orderForestRows(rows, order);
      expect(new Set(ordered)).toEqual(new Set(rows));
      expect(ordered).toHaveLength(rows.length);
      for (const [index, row] of ordered.entries()) {
        if (isFurther(row) && isFurther(rows[rows.indexOf(row)])) {
          expect(ordered[index - 1]).toBe(rows[rows.indexOf(row) - 1]);
        }
      }
      if (ordered.some((row, index) => row !== rows[index])) moved += 1;
    }
    expect(orderForestRows(rows, "rank")).toEqual(rows);
  }
  expect(moved).toBeGreaterThan(5);
});

test("37 of 47 stands above 1 of 1 by the lower limit, larger studies and newer ones above others", () => {
  const compared = { patients: 0, "lower-limit": 0, year: 0 };
  const values = {
    patients: ({ found }: { found: { study: { participants: { treated: number | null } } } }) =>
      found.study.participants.treated,
    "lower-limit": ({ figure }: { figure: { interval: { low: number } } }) => figure.interval.low,
    year: ({ found }: { found: { study: { citation: { year: number | null } } } }) => found.study.citation.year,
  };
  for (const order of ["patients", "lower-limit", "year"] as const) {
    for (const rows of listFirstCounts(order)) {
      const found = rows.map((row) => values[order](row) ?? -1);
      expect(found).toEqual([...found].sort((a, b) => b - a));
      compared[order] += found.length;
    }
  }
  for (const count of Object.values(compared)) expect(count).toBeGreaterThan(50);
});

test("rows of studies made by hand, in every order", () => {
  const study = (
    id: string,
    treated: number | null,
    year: number | null,
    events: number,
    total: number,
    more = false,
  ) =>
    createStudy({
      id,
      citation: { year },
      participants: { treated, enrolled: treated ?? 100 },
      features: { ild: { share: "all" } },
      outcomes: [
        createOutcome({ events, total }),
        ...(more ? [createOutcome({ id: "skin", organ: "skin", events: 0, total: 8 })] : []),
      ],
    });
  const words = createStudy({
    id: "words",
    citation: { year: 2011 },
    participants: { treated: 20 },
    features: { ild: { share: "all" } },
    outcomes: [createOutcome({ result: { kind: "narrative", text: "Most did well." } })],
  });
  const library = createLibrary([
    study("large", 40, 2001, 10, 40),
    study("two-rows", 30, 2003, 24, 30, true),
    study("unsaid", null, null, 9, 9),
    study("case", 1, 2022, 0, 1),
    study("old-case", 1, 2005, 1, 1),
    study("undated-case", 1, null, 0, 1),
    words,
  ]);
  const { describing, ...answer } = answerTo({ ...emptyProfile, features: { ild: "yes" } }, library);
  const rows = listForestSections({ ...answer, describing, studies: answer.studies }).flatMap(({ groups }) =>
    groups.flatMap((group) => group.rows),
  );
  const name = (row: ForestRow) =>
    row.kind === "single-cases"
      ? `${row.cases.length} cases`
      : `${row.found.study.id}${row.isFurther ? ", further" : ""}`;
  const inOrder = (order: ForestOrder) => orderForestRows(rows, order).map(name);
  expect(inOrder("rank")).toEqual(["large", "two-rows", "two-rows, further", "unsaid", "3 cases", "words"]);
  // The three cases are three patients; a study that does not say how many it treated comes last.
  expect(inOrder("patients")).toEqual(["large", "two-rows", "two-rows, further", "words", "3 cases", "unsaid"]);
  // Lower limits by Wilson: 24/30 63%, 9/9 70%, 10/40 14%, 1/1 21%, the highest of the cases.
  expect(inOrder("lower-limit")).toEqual(["unsaid", "two-rows", "two-rows, further", "3 cases", "large", "words"]);
  expect(inOrder("year")).toEqual(["3 cases", "words", "two-rows", "two-rows, further", "large", "unsaid"]);
});

test("a further row without a first stands by itself", () => {
  const [row] = groups.flatMap(({ rows }) => rows.filter(isFurther));
  if (!row) throw new Error("the cases have no further row");
  expect(orderForestRows([row], "patients")).toEqual([row]);
});
