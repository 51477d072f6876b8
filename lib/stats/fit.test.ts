import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fit, fitStudies } from "./fit";
import { createLikelihood, type StudyCount } from "./likelihood";
import { logBinomialCoefficient } from "./log-binomial-coefficient";
import { calculateGaussHermite } from "./quadrature";
import reference from "./reference.json";

const rule = calculateGaussHermite(300);

function toStudyCounts(pairs: readonly (readonly [events: number, total: number])[]): StudyCount[] {
  return pairs.map(([events, total]) => ({ events, total, logCoefficient: logBinomialCoefficient(total, events) }));
}

function fitOrThrow(studies: readonly StudyCount[]): Fit {
  const fit = fitStudies(studies);
  if (fit === null) throw new Error("expected a fit");
  return fit;
}

/** The likelihood by its definition: each study's chance, averaged over the normal distribution in small equal steps. */
function integrateLogLikelihood(studies: readonly StudyCount[], mean: number, deviation: number): number {
  const step = 0.005;
  return studies.reduce((sum, { events, total, logCoefficient }) => {
    let chance = 0;
    for (let draw = -10; draw <= 10; draw += step) {
      const logit = mean + deviation * draw;
      const density = Math.exp(-(draw ** 2) / 2) / Math.sqrt(2 * Math.PI);
      const log =
        logCoefficient - events * Math.log1p(Math.exp(-logit)) - (total - events) * Math.log1p(Math.exp(logit));
      chance += Math.exp(log) * density * step;
    }
    return sum + Math.log(chance);
  }, 0);
}

const sets: [string, StudyCount[]][] = [
  ...reference.glmm
    .filter((set) => set.converged)
    .map((set): [string, StudyCount[]] => [
      set.label,
      toStudyCounts(set.events.map((events, study) => [events, set.totals[study] ?? 0])),
    ]),
  [
    "few patients, some without events",
    toStudyCounts([
      [0, 4],
      [3, 4],
      [0, 3],
      [0, 3],
      [0, 5],
    ]),
  ],
  [
    "studies of thousands",
    toStudyCounts([
      [2500, 5000],
      [2700, 5000],
      [2400, 5000],
    ]),
  ],
  [
    "one rare event",
    toStudyCounts([
      [1, 1000],
      [0, 800],
      [0, 3],
    ]),
  ],
  [
    "two peaks, one of them at 0",
    toStudyCounts([
      [26, 38],
      [283, 341],
    ]),
  ],
];

describe.each(sets)("%s", (_, studies) => {
  const { mean, deviation, logLikelihood } = fitOrThrow(studies);

  test("likelihood is that of the definition", () => {
    expect(logLikelihood).toBeCloseTo(integrateLogLikelihood(studies, mean, deviation), 7);
  });

  test("slope is level at the estimates", () => {
    const { slope } = createLikelihood(studies, { mean, deviation }, rule);
    expect(slope.mean).toBeCloseTo(0, 5);
    expect(slope.deviation).toBeCloseTo(0, 5);
  });

  test("no other deviation, with any mean, is likelier", () => {
    for (let other = 0; other < 6; other = other * 1.2 + 0.02) {
      for (let apart = -2; apart <= 2; apart += 0.25) {
        const there = createLikelihood(studies, { mean: mean + apart, deviation: other }, rule);
        expect(there.logLikelihood).toBeLessThan(logLikelihood + 1e-7);
      }
    }
  });
});

test("slope and information are the derivatives of the likelihood", () => {
  const studies = toStudyCounts([
    [1, 8],
    [5, 9],
    [20, 60],
    [0, 4],
  ]);
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

test("finds the higher of two peaks", () => {
  const fit = fitOrThrow(
    toStudyCounts([
      [26, 38],
      [283, 341],
    ]),
  );
  const none = createLikelihood(
    toStudyCounts([
      [26, 38],
      [283, 341],
    ]),
    { mean: Math.log(309 / 70), deviation: 0 },
    rule,
  );
  expect(fit.deviation).toBeGreaterThan(0);
  expect(fit.logLikelihood).toBeGreaterThan(none.logLikelihood);
});
