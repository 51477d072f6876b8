import { expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { type ForestOrder, forestOrders, orderForestRows } from "./forest-order";
import { answerTo, realLibrary } from "./library.arbitrary";
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
