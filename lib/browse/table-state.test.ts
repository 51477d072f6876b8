import { expect, test } from "vitest";
import { columns, firstSort, getNextSort } from "./table-state";

test.each(columns)("three presses of %s sort one way, the other way, and not at all", (column) => {
  const first = getNextSort(null, column);
  const second = getNextSort(first, column);
  expect(first).toEqual(firstSort(column));
  expect(second).toEqual({ column, isDescending: !first?.isDescending });
  expect(getNextSort(second, column)).toBeNull();
});

test("a press of another column leaves the first", () => {
  expect(getNextSort({ column: "year", isDescending: true }, "study")).toEqual({
    column: "study",
    isDescending: false,
  });
});
