import { expect, test } from "vitest";
import { compareByShare } from "./share-order";

test("counts stand from nobody to everybody, by share and not by size", () => {
  const count = (events: number, total: number) => ({ figure: { events, total } });
  const sorted = [count(3, 3), count(4, 10), count(0, 1), count(1, 2)].sort(compareByShare);
  expect(sorted.map(({ figure }) => `${figure.events} of ${figure.total}`)).toEqual([
    "0 of 1",
    "4 of 10",
    "1 of 2",
    "3 of 3",
  ]);
  expect(compareByShare(count(1, 1), count(3, 3))).toBe(0);
});
