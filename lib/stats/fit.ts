import { createLikelihood, type Likelihood, type Parameters, type StudyCount } from "./likelihood";
import { calculateGaussHermite, type QuadratureRule } from "./quadrature";
import { findRoot } from "./root";

/** Nodes with which a fit is searched for, at least. */
export const MIN_NODES = 25;

/** Maximum-likelihood estimates, with the likelihood there. */
export type Fit = Parameters & Likelihood;

/**
 * Maximum-likelihood fit of the random-intercept logistic regression.
 *
 * @param studies possible counts, checked by the caller; neither all nor none of all their patients had the event
 * @returns the fit, or null when the likelihood has no single peak, or none that can be relied on: a peak counts only
 *   if quadrature with twice as many nodes finds the same one
 */
export function fitStudies(studies: readonly StudyCount[]): Fit | null {
  if (hasNoPeak(studies)) return null;
  const coarse = maximise(studies);
  const fit = coarse && refineFit(studies, coarse, getRule(coarse.deviation, 2 * MIN_NODES));
  const agree = coarse && fit && Math.hypot(fit.mean - coarse.mean, fit.deviation - coarse.deviation) < 1e-3;
  return agree ? fit : null;
}

/**
 * Where every study is all or nothing and they disagree (3 of 3, 0 of 4), the likelihood rises with the deviation
 * without end. Single patients are fitted as well by one deviation as by another.
 */
function hasNoPeak(studies: readonly StudyCount[]): boolean {
  return studies.every(({ events, total }) => events === 0 || events === total);
}

/**
 * Searches the profile likelihood: for each deviation the best mean, so that one dimension is left. It can have more
 * than one peak, and has one at 0 where studies differ no more than chance alone would have them. So it is searched
 * from end to end, and the highest peak wins.
 */
function maximise(studies: readonly StudyCount[]): Fit | null {
  let before = findBestMean(studies, 0, calculatePooledLogit(studies));
  let best = before;
  for (const deviation of deviationsToSearch) {
    if (before === null || best === null) return null;
    const here = findBestMean(studies, deviation, before.mean);
    if (here === null) return null;
    if (isRising(before) && !isRising(here)) {
      const peak = findPeakBetween(before, here, studies);
      if (peak === null) return null;
      // A deviation above zero must raise the likelihood by more than rounding does.
      if (peak.logLikelihood > best.logLikelihood + 1e-10) best = peak;
    }
    before = here;
  }
  return before === null || isRising(before) ? null : best;
}

/**
 * Standard deviations on the logit scale. At the last, studies range from hardly one patient in 100,000 responding to
 * all but one. A peak beyond that describes no treatment.
 */
const largestDeviation = 6.4;
const deviationsToSearch = [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, largestDeviation];

function findPeakBetween(low: Fit, high: Fit, studies: readonly StudyCount[]): Fit | null {
  let here: Fit | null = low;
  const deviation = findRoot(
    (point) => {
      here = findBestMean(studies, point, here?.mean ?? low.mean);
      return here === null ? { value: Number.NaN, slope: Number.NaN } : calculateProfileSlope(here);
    },
    { low: low.deviation, start: (low.deviation + high.deviation) / 2, high: high.deviation },
    1e-6,
  );
  return deviation === null || here === null ? null : findBestMean(studies, deviation, here.mean);
}

/** The best mean for a given deviation: it is the only peak, since the likelihood is log-concave along the mean. */
function findBestMean(studies: readonly StudyCount[], deviation: number, start: number): Fit | null {
  const patients = studies.reduce((sum, { total }) => sum + total, 0);
  // Ten of the largest deviations beyond anything that so many patients can show.
  const bound = Math.log(patients) + 10 * largestDeviation;
  const rule = getRule(deviation, MIN_NODES);
  const mean = findRoot(
    (point) => {
      const { slope, information } = createLikelihood(studies, { mean: point, deviation }, rule);
      return { value: slope.mean, slope: -information.mean };
    },
    { low: -bound, start, high: bound },
    1e-5,
  );
  if (mean === null) return null;
  const likelihood = createLikelihood(studies, { mean, deviation }, rule);
  return Number.isFinite(likelihood.logLikelihood) ? { mean, deviation, ...likelihood } : null;
}

const rules = new Map<number, QuadratureRule>();

/**
 * The larger the deviation, the more sharply a single study cuts off the normal distribution, and the more nodes that
 * takes: a fixed number up to a deviation of 0.8, then twice as many for each doubling of the search.
 */
function getRule(deviation: number, nodes: number): QuadratureRule {
  const order = nodes * 2 ** Math.max(0, Math.ceil(Math.log2(deviation / 0.8)));
  const rule = rules.get(order) ?? calculateGaussHermite(order);
  rules.set(order, rule);
  return rule;
}

function calculateProfileSlope({ slope, information }: Fit): { value: number; slope: number } {
  return { value: slope.deviation, slope: information.both ** 2 / information.mean - information.deviation };
}

/** Does the likelihood rise from here towards larger deviations? At 0 its slope is always 0, and the bend decides. */
function isRising(fit: Fit): boolean {
  const { value, slope } = calculateProfileSlope(fit);
  return fit.deviation === 0 ? slope > 0 : value > 0;
}

function calculatePooledLogit(studies: readonly StudyCount[]): number {
  const events = studies.reduce((sum, study) => sum + study.events, 0);
  const absences = studies.reduce((sum, study) => sum + study.total - study.events, 0);
  return Math.log(events / absences);
}

/** Newton's method in both parameters, from a start already close to the peak. */
function refineFit(studies: readonly StudyCount[], start: Parameters, rule: QuadratureRule): Fit | null {
  let { mean, deviation } = start;
  for (let step = 0; step < 10; step++) {
    const likelihood = createLikelihood(studies, { mean, deviation }, rule);
    const { slope, information } = likelihood;
    // Where studies do not differ, the deviation stays at its limit, and only the mean can move.
    const atLimit = deviation === 0;
    const determinant = atLimit ? information.mean : information.mean * information.deviation - information.both ** 2;
    // Only at a peak is the information positive definite.
    if (!(information.mean > 0 && determinant > 0)) return null;
    const across = atLimit ? slope.mean : slope.mean * information.deviation - slope.deviation * information.both;
    const along = atLimit ? 0 : slope.deviation * information.mean - slope.mean * information.both;
    if (Math.hypot(across, along) <= 1e-8 * determinant) return { mean, deviation, ...likelihood };
    mean += across / determinant;
    deviation += along / determinant;
  }
  return null;
}
