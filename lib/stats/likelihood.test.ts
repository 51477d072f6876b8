import fc from "fast-check";
import { expect, test } from "vitest";
import { integrateLogLikelihood, toStudyCounts } from "./fixtures";
import { createLikelihood } from "./likelihood";
import { calculateGaussHermite } from "./quadrature";

const rule = calculateGaussHermite(100);

const studies = toStudyCounts([
  [1, 8],
  [5, 9],
  [20, 60],
  [0, 4],
  [3, 3],
]);

test.each([
  [-0.5, 0.3],
  [0.4, 1.1],
  [-2, 2],
])("at mean %s and deviation %s the likelihood is that of its definition", (mean, deviation) => {
  const { logLikelihood } = createLikelihood(studies, { mean, deviation }, rule);
  expect(logLikelihood).toBeCloseTo(integrateLogLikelihood(studies, mean, deviation), 6);
});

test("of studies that do not differ it is the chance of all counts at one proportion, with its derivatives", () => {
  const mean = 0.3;
  const proportion = 1 / (1 + Math.exp(-mean));
  const { logLikelihood, slope, information } = createLikelihood(studies, { mean, deviation: 0 }, rule);
  const [events, total] = [29, 84];
  const coefficients = studies.reduce((sum, { logCoefficient }) => sum + logCoefficient, 0);
  expect(logLikelihood).toBeCloseTo(
    coefficients + events * Math.log(proportion) + (total - events) * Math.log(1 - proportion),
    9,
  );
  // Of a binomial at a logit: events less those expected, and the variance.
  expect(slope.mean).toBeCloseTo(events - total * proportion, 9);
  expect(information.mean).toBeCloseTo(total * proportion * (1 - proportion), 9);
  expect(slope.deviation).toBeCloseTo(0, 9);
  expect(information.both).toBeCloseTo(0, 9);
});

test("of no study it is 0", () => {
  expect(createLikelihood([], { mean: 0, deviation: 1 }, rule)).toEqual({
    logLikelihood: 0,
    slope: { mean: 0, deviation: 0 },
    information: { mean: 0, both: 0, deviation: 0 },
  });
});

test("slope and information are the derivatives of the likelihood", () => {
  const calculateAt = (mean: number, deviation: number) => createLikelihood(studies, { mean, deviation }, rule);
  const step = 1e-4;
  for (const [mean, deviation] of [
    [-0.5, 0.3],
    [0.4, 1.1],
    [-2, 2],
  ] as const) {
    const here = calculateAt(mean, deviation);
    const [left, right] = [calculateAt(mean - step, deviation), calculateAt(mean + step, deviation)];
    const [narrower, wider] = [calculateAt(mean, deviation - step), calculateAt(mean, deviation + step)];
    expect(here.slope.mean).toBeCloseTo((right.logLikelihood - left.logLikelihood) / (2 * step), 6);
    expect(here.slope.deviation).toBeCloseTo((wider.logLikelihood - narrower.logLikelihood) / (2 * step), 6);
    expect(here.information.mean).toBeCloseTo((left.slope.mean - right.slope.mean) / (2 * step), 6);
    expect(here.information.both).toBeCloseTo((narrower.slope.mean - wider.slope.mean) / (2 * step), 6);
    expect(here.information.deviation).toBeCloseTo((narrower.slope.deviation - wider.slope.deviation) / (2 * step), 6);
  }
});

test("quadrature is centred and scaled for each study, so that nine nodes do the work of hundreds", () => {
  const nine = calculateGaussHermite(9);
  for (const count of [
    [1, 8],
    [20, 60],
    [2500, 5000],
  ] as const) {
    for (const [mean, deviation] of [
      [-0.5, 0.3],
      [0.4, 1.1],
      [-2, 0.8],
    ] as const) {
      const studies = toStudyCounts([count]);
      const [few, many] = [nine, rule].map((nodes) => createLikelihood(studies, { mean, deviation }, nodes));
      expect(few?.logLikelihood).toBeCloseTo(many?.logLikelihood ?? Number.NaN, 4);
      expect(few?.slope.deviation).toBeCloseTo(many?.slope.deviation ?? Number.NaN, 4);
    }
  }
});

test("chances of all possible counts add up to one", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.double({ min: -4, max: 4, noNaN: true }),
      fc.double({ min: 0, max: 3, noNaN: true }),
      (total, mean, deviation) => {
        const chances = Array.from({ length: total + 1 }, (_, events) =>
          Math.exp(createLikelihood(toStudyCounts([[events, total]]), { mean, deviation }, rule).logLikelihood),
        );
        expect(chances.reduce((sum, chance) => sum + chance)).toBeCloseTo(1, 8);
      },
    ),
    { numRuns: 50 },
  );
});
