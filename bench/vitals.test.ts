import { expect, test } from "vitest";
import { addBlockingTime, findLargestShift } from "./vitals";

test("a task blocks by what it takes over 50 ms, and only after the first paint", () => {
  const tasks = [
    { start: 0, end: 200 },
    { start: 250, end: 290 },
    { start: 300, end: 450 },
  ];
  // of the first, 100 ms are after the paint
  expect(addBlockingTime({ firstPaint: 100, tasks })).toBe(50 + 0 + 100);
  expect(addBlockingTime({ firstPaint: 1000, tasks })).toBe(0);
});

test("shifts within a second of each other add up, and the largest such sum counts", () => {
  const shifts = [0, 900, 3000, 3500].map((time, index) => ({ time, value: [0.1, 0.1, 0.15, 0.15][index] ?? 0 }));
  expect(findLargestShift(shifts)).toBeCloseTo(0.3, 10);
  expect(findLargestShift([])).toBe(0);
});

test("shifts that go on are cut after five seconds", () => {
  const shifts = Array.from({ length: 12 }, (_, index) => ({ time: index * 500, value: 0.01 }));
  expect(findLargestShift(shifts)).toBeCloseTo(0.1, 10);
});
