import { type Count, requireCount } from "./count";
import { calculateWilsonInterval, type Interval } from "./interval";

/** Treated minus control, from -1 to 1: above zero, the event is more frequent with treatment. */
type RiskDifference = Interval & { difference: number };

/** How many patients must be treated for one more of them to have the event (benefit), or one fewer (harm). */
type NumberNeeded = {
  /** Rounded up to a whole patient, at least 1. */
  number: number;
  direction: "benefit" | "harm";
};

/**
 * Risk difference between two arms, with Newcombe's 95% interval (hybrid score, his method 10, without continuity
 * correction), built from the Wilson limits of the two arms.
 *
 * @returns difference and limits from -1 to 1, with low <= difference <= high
 * @throws RangeError when either count is impossible
 * @see Newcombe RG. Interval estimation for the difference between independent proportions. Stat Med 1998;17:873-90.
 * @example calculateRiskDifference({ events: 56, total: 70 }, { events: 48, total: 80 }) // { difference: 0.2, low: 0.0524, high: 0.3339 }
 */
export function calculateRiskDifference(treated: Count, control: Count): RiskDifference {
  requireCount("calculateRiskDifference", treated);
  requireCount("calculateRiskDifference", control);
  const { numerator, denominator } = calculateDifferenceAsFraction(treated, control);
  const difference = numerator / denominator;
  const [below, above] = calculateDistancesFromEstimate(treated);
  const [controlBelow, controlAbove] = calculateDistancesFromEstimate(control);
  return {
    difference,
    low: difference - Math.hypot(below, controlAbove),
    high: difference + Math.hypot(above, controlBelow),
  };
}

/**
 * Number needed to treat, for an event that patients want: the reciprocal of the risk difference, rounded up to a whole
 * patient.
 *
 * @returns null unless the interval of the risk difference excludes zero: an interval across it would run through
 *   infinity, from benefit to harm
 * @throws RangeError when either count is impossible
 * @see Altman DG. Confidence intervals for the number needed to treat. BMJ 1998;317:1309-12.
 * @example calculateNumberNeededToTreat({ events: 56, total: 70 }, { events: 48, total: 80 }) // { number: 5, direction: "benefit" }
 * @example calculateNumberNeededToTreat({ events: 9, total: 13 }, { events: 10, total: 19 }) // null
 */
export function calculateNumberNeededToTreat(treated: Count, control: Count): NumberNeeded | null {
  requireCount("calculateNumberNeededToTreat", treated);
  requireCount("calculateNumberNeededToTreat", control);
  const { low, high } = calculateRiskDifference(treated, control);
  if (low <= 0 && high >= 0) return null;
  const { numerator, denominator } = calculateDifferenceAsFraction(treated, control);
  return { number: Math.ceil(denominator / Math.abs(numerator)), direction: low > 0 ? "benefit" : "harm" };
}

/** As one fraction of whole numbers: subtracting two rounded proportions would make 6 patients of a needed 5. */
function calculateDifferenceAsFraction(treated: Count, control: Count): { numerator: number; denominator: number } {
  return {
    numerator: treated.events * control.total - control.events * treated.total,
    denominator: treated.total * control.total,
  };
}

/** How far the Wilson limits lie below and above the estimate. */
function calculateDistancesFromEstimate(count: Count): [below: number, above: number] {
  const estimate = count.events / count.total;
  const { low, high } = calculateWilsonInterval(count);
  return [estimate - low, high - estimate];
}
