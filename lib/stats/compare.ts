import { type Count, requireCount } from "./count";
import { type Interval, wilsonInterval } from "./interval";

/** Treated minus control, from -1 to 1: above zero, the event is more frequent with treatment. */
export type RiskDifference = Interval & { difference: number };

/** How many patients must be treated for one more of them to have, or to be spared, the event. */
export type NumberNeeded = {
  /** Rounded up to a whole patient. */
  number: number;
  /** The number before rounding, with the limits of its 95% interval: 1 <= low <= exact <= high. */
  exact: number;
  low: number;
  high: number;
  direction: "benefit" | "harm";
};

/**
 * Risk difference between two arms, with Newcombe's 95% interval (hybrid score, his method 10, without continuity
 * correction), built from the Wilson limits of the two arms.
 *
 * @returns difference and limits from -1 to 1, with low <= difference <= high
 * @throws RangeError when either count is impossible
 * @see Newcombe RG. Interval estimation for the difference between independent proportions. Stat Med 1998;17:873-90.
 * @example riskDifference({ events: 56, total: 70 }, { events: 48, total: 80 }) // { difference: 0.2, low: 0.0524, high: 0.3339 }
 */
export function riskDifference(treated: Count, control: Count): RiskDifference {
  requireCount("riskDifference", treated);
  requireCount("riskDifference", control);
  const { numerator, denominator } = fractionBetween(treated, control);
  const difference = numerator / denominator;
  const [below, above] = distancesFromEstimate(treated);
  const [controlBelow, controlAbove] = distancesFromEstimate(control);
  return {
    difference,
    low: difference - Math.hypot(below, controlAbove),
    high: difference + Math.hypot(above, controlBelow),
  };
}

/**
 * Number needed to treat: the reciprocal of the risk difference, with the reciprocals of its limits.
 *
 * @param event whether patients want it (a response) or not (a relapse): decides which direction is a benefit
 * @returns null unless the interval of the risk difference excludes zero: an interval across it would run through
 *   infinity, from benefit to harm
 * @throws RangeError when either count is impossible
 * @see Altman DG. Confidence intervals for the number needed to treat. BMJ 1998;317:1309-12.
 * @example numberNeededToTreat({ events: 56, total: 70 }, { events: 48, total: 80 }) // { number: 5, exact: 5, low: 2.9952, high: 19.0725, direction: "benefit" }
 * @example numberNeededToTreat({ events: 9, total: 13 }, { events: 10, total: 19 }) // null
 */
export function numberNeededToTreat(
  treated: Count,
  control: Count,
  event: "wanted" | "unwanted" = "wanted",
): NumberNeeded | null {
  requireCount("numberNeededToTreat", treated);
  requireCount("numberNeededToTreat", control);
  const { low, high } = riskDifference(treated, control);
  if (low <= 0 && high >= 0) return null;
  const isMoreFrequent = low > 0;
  const { numerator, denominator } = fractionBetween(treated, control);
  const exact = denominator / Math.abs(numerator);
  return {
    number: Math.ceil(exact),
    exact,
    low: 1 / (isMoreFrequent ? high : -low),
    high: 1 / (isMoreFrequent ? low : -high),
    direction: isMoreFrequent === (event === "wanted") ? "benefit" : "harm",
  };
}

/**
 * Fisher's exact test, two-sided: how probable is a split between the arms at least as improbable as ours, if treatment
 * makes no difference and the number of events is given? As R's `fisher.test`.
 *
 * @returns p, above 0 and up to 1
 * @throws RangeError when either count is impossible
 * @see Fisher RA. The logic of inductive inference. J R Stat Soc 1935;98:39-82.
 * @example fisherExactTest({ events: 3, total: 4 }, { events: 1, total: 4 }) // 0.4857
 */
export function fisherExactTest(treated: Count, control: Count): number {
  requireCount("fisherExactTest", treated);
  requireCount("fisherExactTest", control);
  const events = treated.events + control.events;
  const fewest = Math.max(0, events - control.total);
  const most = Math.min(events, treated.total);

  // Each split's logarithm follows from the one before; a common factor is left out, for it cancels.
  const logs = [0];
  for (let inTreated = fewest, log = 0; inTreated < most; inTreated++) {
    const ways = (treated.total - inTreated) * (events - inTreated);
    const waysBack = (inTreated + 1) * (control.total - events + inTreated + 1);
    log += Math.log(ways / waysBack);
    logs.push(log);
  }
  const likeliest = logs.reduce((a, b) => Math.max(a, b));
  const chances = logs.map((log) => Math.exp(log - likeliest));
  // R's margin, so that splits exactly as probable as ours are not lost to rounding.
  const limit = (chances[treated.events - fewest] ?? 0) * (1 + 1e-7);
  return sumOf(chances.filter((chance) => chance <= limit)) / sumOf(chances);
}

/** As one fraction of whole numbers: subtracting two rounded proportions would make 6 patients of a needed 5. */
function fractionBetween(treated: Count, control: Count): { numerator: number; denominator: number } {
  return {
    numerator: treated.events * control.total - control.events * treated.total,
    denominator: treated.total * control.total,
  };
}

/** How far the Wilson limits lie below and above the estimate. */
function distancesFromEstimate(count: Count): [below: number, above: number] {
  const estimate = count.events / count.total;
  const { low, high } = wilsonInterval(count);
  return [estimate - low, high - estimate];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
