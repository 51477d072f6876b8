import { describe, expect, test } from "vitest";
import { type Fit, fitStudies } from "./fit";
import { integrateLogLikelihood, toStudyCounts } from "./fixtures";
import { createLikelihood, type StudyCount } from "./likelihood";
import { calculateGaussHermite } from "./quadrature";
import reference from "./reference.json";

const fine = calculateGaussHermite(300);

function fitOrThrow(studies: readonly StudyCount[]): Fit {
  const fit = fitStudies(studies);
  if (fit === null) throw new Error("expected a fit");
  return fit;
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
  [
    "two peaks, that at 0 the higher",
    toStudyCounts([
      [26, 38],
      [282, 341],
    ]),
  ],
];

describe.each(sets)("%s", (_, studies) => {
  test("likelihood is that of the definition", () => {
    const { mean, deviation, logLikelihood } = fitOrThrow(studies);
    expect(logLikelihood).toBeCloseTo(integrateLogLikelihood(studies, mean, deviation), 7);
  });

  test("slope is level at the estimates", () => {
    const { mean, deviation } = fitOrThrow(studies);
    const { slope } = createLikelihood(studies, { mean, deviation }, fine);
    expect(slope.mean).toBeCloseTo(0, 5);
    expect(slope.deviation).toBeCloseTo(0, 5);
  });

  test("slope is level to the last digits by the rule of the fit itself", () => {
    const { slope } = fitOrThrow(studies);
    expect(Math.hypot(slope.mean, slope.deviation)).toBeLessThan(1e-8);
  });

  test("no other deviation, with any mean, is likelier", () => {
    const { mean, logLikelihood } = fitOrThrow(studies);
    for (let other = 0; other < 6; other = other * 1.2 + 0.02) {
      for (let apart = -2; apart <= 2; apart += 0.25) {
        const there = createLikelihood(studies, { mean: mean + apart, deviation: other }, fine);
        expect(there.logLikelihood).toBeLessThan(logLikelihood + 1e-7);
      }
    }
  });
});

test.each([
  [
    [9, 9],
    [1, 11],
    [1, 1],
    [6, 6],
    [1, 1],
  ],
  [
    [0, 12],
    [0, 9],
    [5, 8],
    [0, 11],
    [0, 10],
    [0, 8],
    [0, 8],
  ],
] as [number, number][][])("refuses a peak that twice as many nodes find elsewhere: %j, %j", (...counts) => {
  // The means are more than a thousandth apart: that far out one study is a step, which few nodes do not follow.
  expect(fitStudies(toStudyCounts(counts))).toBeNull();
});

test("of two peaks the one at 0 is found where it is the higher", () => {
  // With the best mean for each, the likelihood falls up to a deviation of about 0.1, rises up to 0.2, and falls again.
  const { deviation } = fitOrThrow(
    toStudyCounts([
      [26, 38],
      [282, 341],
    ]),
  );
  expect(deviation).toBe(0);
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
    fine,
  );
  expect(fit.deviation).toBeGreaterThan(0);
  expect(fit.logLikelihood).toBeGreaterThan(none.logLikelihood);
});
