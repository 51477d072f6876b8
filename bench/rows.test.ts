import { expect, test } from "vitest";
import { type Budget, createDifferenceRow, createRatioRow, createRow, createUnmeasuredRow, judge } from "./rows";

const atMost = (value: number): Budget => ({ side: "at most", limit: { value, unit: "times" } });
const atLeast = (value: number): Budget => ({ side: "at least", limit: { value, unit: "times" } });

const compared = { what: "x", ours: [30, 10, 20], theirs: [8, 40, 10], unit: "ms" } as const;

test("a ratio is that of the medians", () => {
  const row = createRatioRow(compared, atMost(2));
  expect(row).toMatchObject({ figure: { value: 20 }, peer: { value: 10 }, judged: { value: 2, unit: "times" } });
  expect(judge(row)).toBe("met");
  expect(judge({ ...row, budget: atMost(1.99) })).toBe("not met");
});

test("how much faster ours is is the ratio the other way round", () => {
  const row = createRatioRow({ ...compared, ours: [2], theirs: [3000] }, atLeast(1500), true);
  expect(row.judged).toEqual({ value: 1500, unit: "times" });
  expect(judge(row)).toBe("met");
  expect(judge({ ...row, budget: atLeast(1501) })).toBe("not met");
});

test("a difference is that of the medians, in their unit", () => {
  const row = createDifferenceRow(compared, { side: "at most", limit: { value: 9, unit: "ms" } });
  expect(row.judged).toEqual({ value: 10, unit: "ms" });
  expect(judge(row)).toBe("not met");
});

test("a figure just over its budget breaks it, although it is shown as the same number", () => {
  const budget: Budget = { side: "at most", limit: { value: 0.02, unit: "shift" } };
  expect(judge(createRow({ what: "x", ours: [0.0203], unit: "shift" }, budget))).toBe("not met");
  expect(judge(createRow({ what: "x", ours: [0.02], unit: "shift" }, budget))).toBe("met");
});

test("what is only told, or cannot be measured here, breaks no budget", () => {
  expect(judge(createRow({ what: "x", ours: [1], unit: "ms" }))).toBe("no budget");
  expect(judge(createRatioRow(compared, null))).toBe("no budget");
  expect(judge(createUnmeasuredRow("x", "nginx is not installed", atMost(1)))).toBe("not measured");
});
