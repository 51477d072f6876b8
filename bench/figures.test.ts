import { expect, test } from "vitest";
import { calculateMedian, calculatePercentile, formatQuantity } from "./figures";

test("the median is the middle, and of an even number the mean of the two in the middle", () => {
  expect(calculateMedian([9, 1, 5])).toBe(5);
  expect(calculateMedian([100, 1, 3, 2])).toBe(2.5);
  expect(calculateMedian([7])).toBe(7);
});

test("a percentile is a figure that was measured, and that the share does not exceed", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(calculatePercentile(hundred, 0.95)).toBe(95);
  expect(calculatePercentile([1, 2, 300], 0.95)).toBe(300);
  expect(calculatePercentile(hundred, 1)).toBe(100);
});

test("of nothing there is no figure, and it is said", () => {
  expect(() => calculateMedian([])).toThrow(RangeError);
});

test.each([
  [{ value: 0.123, unit: "ms" }, "0.12 ms"],
  [{ value: 2.34, unit: "ms" }, "2.3 ms"],
  [{ value: 7412.4, unit: "ms" }, "7,412 ms"],
  [{ value: 1.304, unit: "times" }, "1.30x"],
  [{ value: 2471.2, unit: "times" }, "2,471x"],
  [{ value: 89.6, unit: "kB" }, "90 kB"],
  [{ value: 0.0204, unit: "shift" }, "0.020"],
  [{ value: 812.3, unit: "a second" }, "812 a second"],
  [{ value: 2, unit: "count" }, "2"],
] as const)("%o is written %s", (quantity, text) => {
  expect(formatQuantity(quantity)).toBe(text);
});
