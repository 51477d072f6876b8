import { type Count, requireCount } from "./count";
import { logBinomialCoefficient } from "./log-binomial-coefficient";
import { standardErrorsFor95 } from "./normal";

export type { Count } from "./count";

/** Limits of a 95% interval for a proportion: 0 <= low <= events / total <= high <= 1. */
export type Interval = { low: number; high: number };

export type IntervalMethod = "wilson" | "exact";

/**
 * 95% interval for a proportion by the method asked for, labelled with that method so that a screen can name it.
 *
 * @throws RangeError unless total is a whole number of at least 1 and events a whole number from 0 to total
 * @example calculateInterval({ events: 0, total: 1 }, "exact") // { low: 0, high: 0.975, method: "exact" }
 */
export function calculateInterval(count: Count, method: IntervalMethod): Interval & { method: IntervalMethod } {
  const interval = method === "wilson" ? calculateWilsonInterval(count) : calculateExactInterval(count);
  return { ...interval, method };
}

/**
 * The 95% intervals that a single patient can have: with the event, and without it. They are the same for every single
 * case, so that they are told once.
 */
export function calculateSingleIntervals(method: IntervalMethod): [happened: Interval, not: Interval] {
  return [calculateInterval({ events: 1, total: 1 }, method), calculateInterval({ events: 0, total: 1 }, method)];
}

/**
 * Wilson 95% interval for a proportion: every true proportion that the score test does not reject at 5%.
 * Our default, because its coverage is close to 95% on average even for the few patients of a case series.
 *
 * @returns limits from 0 to 1
 * @throws RangeError unless total is a whole number of at least 1 and events a whole number from 0 to total
 * @see Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat Assoc 1927;22:209-12.
 * @example calculateWilsonInterval({ events: 19, total: 27 }) // { low: 0.5152, high: 0.8415 }
 */
export function calculateWilsonInterval(count: Count): Interval {
  requireCount("calculateWilsonInterval", count);
  const { events, total } = count;
  const squared = standardErrorsFor95 ** 2;
  const centre = events + squared / 2;
  const halfWidth = standardErrorsFor95 * Math.sqrt((events * (total - events)) / total + squared / 4);
  return clampToEstimate(count, (centre - halfWidth) / (total + squared), (centre + halfWidth) / (total + squared));
}

/**
 * Exact 95% interval for a proportion (Clopper-Pearson): at its low limit a count at least as high as this one has a chance of
 * 2.5%, at its high limit a count as low. Its coverage never falls below 95%, however few the patients.
 *
 * @returns limits from 0 to 1
 * @throws RangeError unless total is a whole number of at least 1 and events a whole number from 0 to total
 * @see Clopper CJ, Pearson ES. The use of confidence or fiducial limits illustrated in the case of the binomial.
 *   Biometrika 1934;26:404-13.
 * @example calculateExactInterval({ events: 3, total: 11 }) // { low: 0.0602, high: 0.6097 }
 */
export function calculateExactInterval(count: Count): Interval {
  requireCount("calculateExactInterval", count);
  const { events, total } = count;
  // The high limit for events is the low limit for their absence, seen from the other end.
  return clampToEstimate(count, findExactLowLimit(events, total), 1 - findExactLowLimit(total - events, total));
}

/** Halves the range of possible proportions until no number is left between its ends. */
function findExactLowLimit(events: number, total: number): number {
  if (events === 0) return 0;
  const target = Math.log(0.025);
  const logCoefficient = logBinomialCoefficient(total, events);
  let low = 0;
  let high = events / total;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (logCoefficient + calculateLogTailUpToConstant(events, total, middle) < target) low = middle;
    else high = middle;
  }
}

/**
 * Logarithm of the chance of at least `events`, short of the number of ways to choose them. Below the estimate the
 * chances of ever more events only shrink, so they are added, as multiples of the first, until they no longer count.
 */
function calculateLogTailUpToConstant(events: number, total: number, proportion: number): number {
  const odds = proportion / (1 - proportion);
  let multiple = 1;
  let sum = 1;
  for (let more = events; more < total && multiple > sum * Number.EPSILON; more++) {
    multiple *= ((total - more) / (more + 1)) * odds;
    sum += multiple;
  }
  return events * Math.log(proportion) + (total - events) * Math.log1p(-proportion) + Math.log(sum);
}

/** Rounding in the last digit must not push a limit past the estimate, nor off 0 or 1 where it is exactly that. */
function clampToEstimate({ events, total }: Count, low: number, high: number): Interval {
  const estimate = events / total;
  return {
    low: events === 0 ? 0 : Math.min(Math.max(low, 0), estimate),
    high: events === total ? 1 : Math.max(Math.min(high, 1), estimate),
  };
}
