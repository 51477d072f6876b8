import { expect, test } from "vitest";
import { groupBy } from "./group-by";

test("items stand by what they have in common, keys and items in the order in which they are met", () => {
  const groups = groupBy([5, 2, 7, 4, 2], (number) => (number % 2 === 0 ? "even" : "odd"));
  expect([...groups]).toEqual([
    ["odd", [5, 7]],
    ["even", [2, 4, 2]],
  ]);
  expect(groupBy([], String).size).toBe(0);
});
