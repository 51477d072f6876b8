import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Count,
  calculateExactInterval,
  calculateInterval,
  calculateSingleIntervals,
  calculateWilsonInterval,
} from "./interval";
import reference from "./reference.json";

/** Chance of exactly `events` of `total`, by a product that neither overflows nor uses logarithms. */
function calculateChance(events: number, total: number, proportion: number): number {
  let chance = 1;
  let absences = total - events;
  for (let event = 1; event <= events; event++) {
    chance *= ((total - events + event) / event) * proportion;
    // Spend the absences while the product is large, so that it stays in range.
    while (absences > 0 && chance > 1) {
      chance *= 1 - proportion;
      absences--;
    }
  }
  return chance * (1 - proportion) ** absences;
}

function calculateChanceOfRange(from: number, to: number, total: number, proportion: number): number {
  let sum = 0;
  for (let events = from; events <= to; events++) sum += calculateChance(events, total, proportion);
  return sum;
}

const anyCount = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((total) => fc.record({ events: fc.nat(total), total: fc.constant(total) }));

const mirrorCount = ({ events, total }: Count): Count => ({ events: total - events, total });

describe("against R", () => {
  test.each(reference.binomial)("$events of $total", ({ events, total, wilson, clopperPearson }) => {
    const result = {
      wilson: calculateWilsonInterval({ events, total }),
      exact: calculateExactInterval({ events, total }),
    };
    expect(Math.abs(result.wilson.low - wilson.low)).toBeLessThan(1e-9);
    expect(Math.abs(result.wilson.high - wilson.high)).toBeLessThan(1e-9);
    expect(Math.abs(result.exact.low - clopperPearson.low)).toBeLessThan(1e-9);
    expect(Math.abs(result.exact.high - clopperPearson.high)).toBeLessThan(1e-9);
  });
});

describe("by definition", () => {
  const counts = [
    { events: 1, total: 1 },
    { events: 1, total: 2 },
    { events: 3, total: 11 },
    { events: 19, total: 27 },
    { events: 92, total: 1056 },
    { events: 1, total: 3000 },
    { events: 1500, total: 3000 },
    { events: 2999, total: 3000 },
    { events: 4321, total: 8000 },
  ];

  test.each(counts)("at the exact limits a tail holds 2.5%: $events of $total", ({ events, total }) => {
    const { low, high } = calculateExactInterval({ events, total });
    expect(calculateChanceOfRange(events, total, total, low)).toBeCloseTo(0.025, 10);
    if (events < total) expect(calculateChanceOfRange(0, events, total, high)).toBeCloseTo(0.025, 10);
  });

  test.each([1, 2, 20, 5000])("with no event in %i, the exact high limit leaves a chance of 2.5% of none", (total) => {
    const { low, high } = calculateExactInterval({ events: 0, total });
    expect(low).toBe(0);
    expect(high).toBeCloseTo(1 - 0.025 ** (1 / total), 12);
  });

  test.each(counts)("at the Wilson limits the score test is just rejected: $events of $total", ({ events, total }) => {
    const { low, high } = calculateWilsonInterval({ events, total });
    const quantile = 1.959963984540054; // R: qnorm(0.975)
    const calculateScore = (proportion: number) =>
      (events / total - proportion) / Math.sqrt((proportion * (1 - proportion)) / total);
    expect(calculateScore(low)).toBeCloseTo(quantile, 9);
    if (events < total) expect(calculateScore(high)).toBeCloseTo(-quantile, 9);
  });
});

describe.each(["wilson", "exact"] as const)("the %s interval", (method) => {
  test("lies around the estimate, within 0 to 1", () => {
    fc.assert(
      fc.property(anyCount(5000), ({ events, total }) => {
        const { low, high } = calculateInterval({ events, total }, method);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(events / total);
        expect(high).toBeGreaterThanOrEqual(events / total);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThan(high);
      }),
    );
  });

  test("mirrors when events and absences change places", () => {
    fc.assert(
      fc.property(anyCount(2000), (count) => {
        const interval = calculateInterval(count, method);
        const opposite = calculateInterval(mirrorCount(count), method);
        expect(opposite.low).toBeCloseTo(1 - interval.high, 13);
        expect(opposite.high).toBeCloseTo(1 - interval.low, 13);
      }),
    );
  });

  test("moves up with every further event", () => {
    fc.assert(
      fc.property(anyCount(500), ({ events, total }) => {
        fc.pre(events < total);
        const fewer = calculateInterval({ events, total }, method);
        const more = calculateInterval({ events: events + 1, total }, method);
        expect(more.low).toBeGreaterThan(fewer.low);
        expect(more.high).toBeGreaterThan(fewer.high);
      }),
    );
  });

  test.each([1, 2, 3, 7, 49, 1000, 9999])("touches 0 with no event in %i, and 1 with only events", (total) => {
    expect(calculateInterval({ events: 0, total }, method).low).toBe(0);
    expect(calculateInterval({ events: total, total }, method).high).toBe(1);
  });

  test("says which method it used", () => {
    expect(calculateInterval({ events: 1, total: 2 }, method).method).toBe(method);
  });
});

describe("refuses an impossible count", () => {
  test.each([0, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])("total %d", (total) => {
    const message = `total must be a whole number of at least 1, got ${total}`;
    expect(() => calculateExactInterval({ events: 0, total })).toThrow(
      new RangeError(`calculateExactInterval: ${message}`),
    );
    expect(() => calculateWilsonInterval({ events: 0, total })).toThrow(
      new RangeError(`calculateWilsonInterval: ${message}`),
    );
  });

  test.each([-1, 12, 1.5, Number.NaN])("events %d of 11", (events) => {
    const message = `events must be a whole number from 0 to 11, got ${events}`;
    expect(() => calculateExactInterval({ events, total: 11 })).toThrow(
      new RangeError(`calculateExactInterval: ${message}`),
    );
    expect(() => calculateWilsonInterval({ events, total: 11 })).toThrow(
      new RangeError(`calculateWilsonInterval: ${message}`),
    );
  });
});

test("an interval is worked out by the method that is named, of one patient too", () => {
  const count = { events: 6, total: 10 };
  expect(calculateInterval(count, "wilson").low).toBeCloseTo(calculateWilsonInterval(count).low, 12);
  expect(calculateInterval(count, "exact").low).toBeCloseTo(calculateExactInterval(count).low, 12);
  expect(calculateInterval(count, "wilson").low).not.toBeCloseTo(calculateInterval(count, "exact").low, 3);
  for (const method of ["wilson", "exact"] as const)
    expect(calculateSingleIntervals(method)).toEqual([
      calculateInterval({ events: 1, total: 1 }, method),
      calculateInterval({ events: 0, total: 1 }, method),
    ]);
});
