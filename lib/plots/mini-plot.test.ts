import fc from "fast-check";
import { expect, test } from "vitest";
import { calculateInterval } from "@/lib/stats/interval";
import { createMiniPlot } from "./mini-plot";

const anyCount = fc
  .integer({ min: 1, max: 500 })
  .chain((total) => fc.record({ events: fc.integer({ min: 0, max: total }), total: fc.constant(total) }));

test("a count lies within its interval, and the interval within the plot, on one scale for all", () => {
  let drawn = 0;
  fc.assert(
    fc.property(anyCount, (count) => {
      const plot = createMiniPlot({ ...count, interval: calculateInterval(count, "wilson") });
      expect(plot === null).toBe(count.total < 5);
      if (!plot) return;
      drawn += 1;
      const { scale, interval, square, width } = plot;
      const middle = square.x + square.side / 2;
      expect(scale).toEqual({ x1: 4, x2: 76 });
      expect(middle).toBeCloseTo(4 + (72 * count.events) / count.total, 0);
      expect(interval.x1).toBeLessThanOrEqual(middle);
      expect(interval.x2).toBeGreaterThanOrEqual(middle);
      expect(square.x).toBeGreaterThanOrEqual(0);
      expect(square.x + square.side).toBeLessThanOrEqual(width);
    }),
  );
  expect(drawn).toBeGreaterThan(50);
});
