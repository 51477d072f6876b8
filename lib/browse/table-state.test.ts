import { expect, test } from "vitest";
import { columns, firstSort, nextSort } from "./table-state";

test.each(columns)("three presses of %s sort one way, the other way, and not at all", (column) => {
  const first = nextSort(null, column);
  const second = nextSort(first, column);
  expect(first).toEqual(firstSort(column));
  expect(second).toEqual({ column, isDescending: !first?.isDescending });
  expect(nextSort(second, column)).toBeNull();
});

test("a press of another column leaves the first", () => {
  expect(nextSort({ column: "year", isDescending: true }, "study")).toEqual({ column: "study", isDescending: false });
});
