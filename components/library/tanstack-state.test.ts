import fc from "fast-check";
import { expect, test } from "vitest";
import { columns } from "@/lib/browse/table-state";
import { anyTable } from "@/lib/browse/table-state.arbitrary";
import {
  fromColumnFilters,
  fromColumnVisibility,
  fromSorting,
  getNextSorting,
  toColumnFilters,
  toColumnVisibility,
  toSorting,
} from "./tanstack-state";

test("any state of the table comes back as it was; only the name of the study cannot be hidden", () => {
  fc.assert(
    fc.property(anyTable, ({ sort, filters, columns: chosen }) => {
      expect(fromSorting(toSorting(sort))).toEqual(sort);
      expect(fromColumnFilters(toColumnFilters(filters))).toEqual(filters);
      expect(fromColumnVisibility(toColumnVisibility(chosen))).toEqual(
        columns.filter((column) => column === "study" || chosen.includes(column)),
      );
    }),
  );
});

test.each([true, false])(
  "three presses sort one way, the other way, and not at all; descending first: %s",
  (isFirst) => {
    const first = getNextSorting([], "year", isFirst);
    const second = getNextSorting(first, "year", isFirst);
    expect(first).toEqual([{ id: "year", desc: isFirst }]);
    expect(second).toEqual([{ id: "year", desc: !isFirst }]);
    expect(getNextSorting(second, "year", isFirst)).toEqual([]);
  },
);

test("a press of another column leaves the first", () => {
  expect(getNextSorting([{ id: "year", desc: true }], "study", false)).toEqual([{ id: "study", desc: false }]);
});
