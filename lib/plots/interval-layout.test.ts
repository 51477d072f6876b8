import fc from "fast-check";
import { expect, test } from "vitest";
import { calculateInterval } from "@/lib/stats/interval";
import { layOutInterval, layOutPool, toX } from "./interval-layout";

const anyCount = fc
  .integer({ min: 1, max: 500 })
  .chain((total) => fc.nat(total).map((events) => ({ events, total })))
  .map((count) => ({ ...count, interval: calculateInterval(count, "wilson") }));
const anyWidth = fc.integer({ min: 100, max: 600 });

test("square and line stand where the proportion and its interval are, within the drawing", () => {
  fc.assert(
    fc.property(anyCount, anyWidth, (count, width) => {
      const { x1, x2, square } = layOutInterval(count, width, count.total);
      expect(square.x + square.side / 2).toBeCloseTo(toX(count.events / count.total, width), 0);
      expect(x1).toBe(toX(count.interval.low, width));
      expect(x2).toBe(toX(count.interval.high, width));
      expect(Math.min(x1, square.x)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x2, square.x + square.side)).toBeLessThanOrEqual(width);
    }),
  );
});

test("the area of a square goes with its patients, and a single patient is never drawn large", () => {
  const sideOf = (total: number, most: number) =>
    layOutInterval({ events: 0, total, interval: { low: 0, high: 1 } }, 240, most).square.side;
  expect(sideOf(100, 100) ** 2 / sideOf(25, 100) ** 2).toBeCloseTo(4, 0);
  expect(sideOf(1056, 38)).toBe(sideOf(38, 38));
  expect(sideOf(1, 1)).toBeLessThan(sideOf(20, 20) / 3);
});

test("a pool is a diamond from its lower to its upper limit, with the prediction interval around it", () => {
  const shared = { events: 30, total: 50, low: 0.4, high: 0.7 };
  const pooled = { ...shared, status: "pooled", pooled: 0.6, predictionLow: 0.2, predictionHigh: 0.9 } as const;
  expect(layOutPool({ ...pooled, tau2: 0.1, logLikelihood: -1 }, 240)).toEqual({
    x1: toX(0.4, 240),
    middle: toX(0.6, 240),
    x2: toX(0.7, 240),
    prediction: { x1: toX(0.2, 240), x2: toX(0.9, 240) },
  });
  expect(layOutPool({ ...shared, status: "summed", method: "exact" }, 240)?.prediction).toBeNull();
  expect(layOutPool({ status: "too-unlike", events: 30, total: 50 }, 240)).toBeNull();
  expect(layOutPool(null, 240)).toBeNull();
});
