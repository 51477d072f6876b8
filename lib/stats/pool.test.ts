import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Count, calculateExactInterval } from "./interval";
import { logBinomialCoefficient } from "./log-binomial-coefficient";
import { type Pool, poolProportions } from "./pool";
import reference from "./reference.json";

type Pooled = Extract<Pool, { status: "pooled" }>;

function poolOrThrow(counts: readonly Count[]): Pooled {
  const pool = poolProportions(counts);
  if (pool.status !== "pooled") throw new Error(`expected a pooled result, got ${pool.status}`);
  return pool;
}

function toCounts({ events, totals }: { events: number[]; totals: number[] }): Count[] {
  return events.map((event, study) => ({ events: event, total: totals[study] ?? 0 }));
}

function sumCounts(counts: readonly Count[]): Count {
  return counts.reduce((sum, { events, total }) => ({ events: sum.events + events, total: sum.total + total }));
}

const mirrorCounts = (counts: readonly Count[]) =>
  counts.map(({ events, total }) => ({ events: total - events, total }));

const anyCount = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((total) => fc.record({ events: fc.nat(total), total: fc.constant(total) }));

/** Many studies in which everybody, or nobody, has the event: the hardest to fit. */
const allOrNothing = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.boolean())
  .map(([total, isAll]) => ({ events: isAll ? total : 0, total }));

const anyCounts = fc.oneof(
  fc.array(anyCount(8), { minLength: 1, maxLength: 8 }),
  fc.array(fc.oneof(anyCount(12), allOrNothing), { minLength: 2, maxLength: 8 }),
  fc.array(anyCount(60), { minLength: 1, maxLength: 20 }),
  fc.array(anyCount(5000), { minLength: 1, maxLength: 5 }),
);

/** Studies so far apart that the search for their peak once ended before it. */
const wideApart: Count[] = [
  { events: 5, total: 9 },
  { events: 0, total: 5 },
  { events: 0, total: 2 },
  { events: 0, total: 1 },
  { events: 11, total: 11 },
];

function calculateLogLikelihoodOfOneProportion(counts: readonly Count[]): number {
  const { events, total } = sumCounts(counts);
  const proportion = events / total;
  return counts.reduce(
    (sum, study) =>
      sum +
      logBinomialCoefficient(study.total, study.events) +
      study.events * Math.log(proportion) +
      (study.total - study.events) * Math.log(1 - proportion),
    0,
  );
}

describe("against metafor", () => {
  test.each(reference.glmm.filter((set) => set.converged))("$label", (set) => {
    const pool = poolOrThrow(toCounts(set));
    const measureDistance = (actual: number, expected: number | undefined) =>
      Math.abs(actual - (expected ?? Number.NaN));
    expect(measureDistance(pool.pooled, set.pooled)).toBeLessThan(1e-4);
    expect(measureDistance(pool.low, set.ciLow)).toBeLessThan(1e-4);
    expect(measureDistance(pool.high, set.ciHigh)).toBeLessThan(1e-4);
    expect(measureDistance(pool.predictionLow, set.predictionLow)).toBeLessThan(1e-4);
    expect(measureDistance(pool.predictionHigh, set.predictionHigh)).toBeLessThan(1e-4);
    expect(measureDistance(pool.tau2, set.tau2)).toBeLessThan(1e-3);
    expect(measureDistance(pool.logLikelihood, set.logLik)).toBeLessThan(1e-4);
    // Ours is the maximum, so no other estimate of the same likelihood can beat it by more than the error of fifty nodes.
    expect(pool.logLikelihood).toBeGreaterThan((set.logLik ?? Number.NaN) - 1e-6);
    if (set.tau2 === 0) expect(pool.tau2).toBe(0);
  });

  test.each(reference.glmm.filter((set) => !set.converged))("did not converge there: $label", (set) => {
    const counts = toCounts(set);
    const pool = poolProportions(counts);
    const sum = sumCounts(counts);
    if (sum.events === 0 || sum.events === sum.total) {
      expect(pool).toEqual({ status: "summed", method: "exact", ...sum, ...calculateExactInterval(sum) });
    } else {
      // An honest answer is a refusal, or a maximum that no nearby estimate beats (see fit.test.ts).
      expect(["pooled", "not-converged"]).toContain(pool.status);
    }
  });
});

describe("without a variance between studies to estimate", () => {
  test("no event in any study: the sum, with its exact interval", () => {
    const pool = poolProportions([
      { events: 0, total: 5 },
      { events: 0, total: 20 },
    ]);
    expect(pool).toMatchObject({ status: "summed", method: "exact", events: 0, total: 25, low: 0 });
    expect(pool).toHaveProperty("high", expect.closeTo(1 - 0.025 ** (1 / 25), 12));
  });

  test("only events in every study: the sum, with its exact interval", () => {
    const pool = poolProportions([
      { events: 5, total: 5 },
      { events: 20, total: 20 },
    ]);
    expect(pool).toMatchObject({ status: "summed", method: "exact", events: 25, total: 25, high: 1 });
    expect(pool).toHaveProperty("low", expect.closeTo(0.025 ** (1 / 25), 12));
  });

  test("a single study is plain logistic regression", () => {
    const pool = poolOrThrow([{ events: 19, total: 27 }]);
    const logit = Math.log(19 / 8);
    const reach = 1.959963984540054 * Math.sqrt(1 / 19 + 1 / 8);
    expect(pool.tau2).toBe(0);
    expect(pool.pooled).toBeCloseTo(19 / 27, 10);
    expect(pool.low).toBeCloseTo(1 / (1 + Math.exp(reach - logit)), 10);
    expect(pool.high).toBeCloseTo(1 / (1 + Math.exp(-reach - logit)), 10);
    expect([pool.predictionLow, pool.predictionHigh]).toEqual([pool.low, pool.high]);
  });

  test.each([2, 20])("%i studies that agree exactly are as good as one", (studies) => {
    const pool = poolOrThrow(Array.from({ length: studies }, () => ({ events: 7, total: 10 })));
    const single = poolOrThrow([{ events: 7 * studies, total: 10 * studies }]);
    expect(pool.tau2).toBe(0);
    expect(pool.pooled).toBeCloseTo(single.pooled, 10);
    expect(pool.low).toBeCloseTo(single.low, 10);
    expect(pool.high).toBeCloseTo(single.high, 10);
  });
});

describe("without a single peak in the likelihood", () => {
  test.each([
    [
      "all or nothing, and they disagree",
      [
        [3, 3],
        [0, 4],
        [5, 5],
      ],
    ],
    [
      "single patients",
      [
        [1, 1],
        [0, 1],
        [1, 1],
      ],
    ],
    [
      "all but one of all or nothing, so that the peak is beyond any treatment",
      [
        [0, 12],
        [12, 12],
        [7, 8],
      ],
    ],
  ])("%s: it says so, with the sums", (_, pairs) => {
    const counts = pairs.map(([events = 0, total = 0]) => ({ events, total }));
    expect(poolProportions(counts)).toEqual({ status: "not-converged", ...sumCounts(counts) });
  });
});

describe("any studies", () => {
  test("give finite figures in order, within 0 to 1, and the sums", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const pool = poolProportions(counts);
        expect(pool).toMatchObject(sumCounts(counts));
        if (pool.status === "not-converged") return;
        const inOrder =
          pool.status === "summed"
            ? [0, pool.low, pool.high, 1]
            : [0, pool.predictionLow, pool.low, pool.pooled, pool.high, pool.predictionHigh, 1];
        expect(inOrder.every(Number.isFinite)).toBe(true);
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
        if (pool.status === "pooled") {
          expect(pool.tau2).toBeGreaterThanOrEqual(0);
          expect(Number.isFinite(pool.tau2)).toBe(true);
          expect(pool.logLikelihood).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("are fitted at least as well as by one proportion that all of them share", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const pool = poolProportions(counts);
        if (pool.status !== "pooled") return;
        expect(pool.logLikelihood).toBeGreaterThan(calculateLogLikelihoodOfOneProportion(counts) - 1e-6);
      }),
      { numRuns: 150, examples: [[wideApart]] },
    );
  });

  test("pool the same in any order", () => {
    fc.assert(
      fc.property(
        anyCounts.chain((counts) =>
          fc.tuple(fc.constant(counts), fc.shuffledSubarray(counts, { minLength: counts.length })),
        ),
        ([counts, shuffled]) => expectSame(poolProportions(shuffled), poolProportions(counts)),
      ),
      { numRuns: 60 },
    );
  });

  test("mirror when events and absences change places", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const pool = poolProportions(counts);
        const opposite = poolProportions(mirrorCounts(counts));
        if (opposite.status === "not-converged") {
          expect(pool.status).toBe("not-converged");
        } else if (opposite.status === "summed") {
          expectSame(pool, { ...opposite, ...sumCounts(counts), low: 1 - opposite.high, high: 1 - opposite.low });
        } else {
          expectSame(pool, {
            ...opposite,
            ...sumCounts(counts),
            pooled: 1 - opposite.pooled,
            low: 1 - opposite.high,
            high: 1 - opposite.low,
            predictionLow: 1 - opposite.predictionHigh,
            predictionHigh: 1 - opposite.predictionLow,
          });
        }
      }),
      { numRuns: 150, examples: [[wideApart]] },
    );
  });
});

function expectSame(pool: Pool, expected: Pool): void {
  expect(Object.keys(pool).toSorted()).toEqual(Object.keys(expected).toSorted());
  expect(pool.status).toBe(expected.status);
  for (const [name, value] of Object.entries(expected)) {
    if (typeof value === "number") expect(pool).toHaveProperty(name, expect.closeTo(value, 6));
  }
}

describe("refuses", () => {
  test("an empty list", () => {
    expect(() => poolProportions([])).toThrow(
      new RangeError("poolProportions: counts must hold at least 1 study, got 0"),
    );
  });

  test("an impossible count", () => {
    expect(() =>
      poolProportions([
        { events: 1, total: 2 },
        { events: 0, total: 0 },
      ]),
    ).toThrow(new RangeError("poolProportions: total must be a whole number of at least 1, got 0"));
    expect(() => poolProportions([{ events: 3, total: 2 }])).toThrow(
      new RangeError("poolProportions: events must be a whole number from 0 to 2, got 3"),
    );
  });
});
