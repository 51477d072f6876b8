import { type Count, requireCount } from "./count";
import { type Fit, fitStudies } from "./fit";
import { calculateExactInterval } from "./interval";
import { logBinomialCoefficient } from "./log-binomial-coefficient";
import { standardErrorsFor95 } from "./normal";

/** All proportions are from 0 to 1; events and total are summed over the studies. */
export type Pool = { events: number; total: number } & (
  | {
      status: "pooled";
      /** Proportion of the average study, with its 95% interval. */
      pooled: number;
      low: number;
      high: number;
      /** Where the proportion of a further study would lie, with 95% probability. */
      predictionLow: number;
      predictionHigh: number;
      /** Variance between studies, of the logit of the proportion; at least 0. */
      tau2: number;
      logLikelihood: number;
    }
  /** No study has an event, or all have only events: no variance between studies to estimate. Exact 95% interval. */
  | { status: "summed"; method: "exact"; low: number; high: number }
  /** No estimate can be relied on. */
  | { status: "not-converged" }
);

/**
 * Pooled proportion, by random-intercept logistic regression: what share of patients has the event in the average
 * study, when studies differ by more than chance. Unlike a weighted mean of proportions, it needs no correction for
 * studies in which nobody, or everybody, has the event.
 *
 * Maximum likelihood by adaptive Gauss-Hermite quadrature. The standard error of the mean is that from the joint
 * observed information in mean and between-study deviation; where the deviation is 0, that of plain logistic regression.
 * Intervals are 1.96 standard errors wide to either side on the logit scale, brought back to proportions.
 *
 * @param counts one for each study, at least one; the caller judges whether they are similar enough to pool
 * @throws RangeError when there is no study, or a count is impossible
 * @see Stijnen T, Hamza TH, Ozdemir P. Random effects meta-analysis of event outcome in the framework of the
 *   generalized linear mixed model. Stat Med 2010;29:3046-67. As `rma.glmm(measure = "PLO")` in R's metafor.
 * @example poolProportions([{ events: 0, total: 5 }, { events: 0, total: 8 }]) // { status: "summed", method: "exact", events: 0, total: 13, low: 0, high: 0.2471 }
 */
export function poolProportions(counts: readonly Count[]): Pool {
  if (counts.length === 0) throw new RangeError("poolProportions: counts must hold at least 1 study, got 0");
  for (const count of counts) requireCount("poolProportions", count);

  const events = counts.reduce((sum, count) => sum + count.events, 0);
  const total = counts.reduce((sum, count) => sum + count.total, 0);
  if (events === 0 || events === total) {
    return { status: "summed", method: "exact", events, total, ...calculateExactInterval({ events, total }) };
  }

  const fit = fitStudies(
    counts.map((count) => ({ ...count, logCoefficient: logBinomialCoefficient(count.total, count.events) })),
  );
  if (fit === null) return { status: "not-converged", events, total };

  const { mean, deviation, logLikelihood } = fit;
  const tau2 = deviation ** 2;
  const variance = calculateVarianceOfMean(fit);
  const halfWidth = standardErrorsFor95 * Math.sqrt(variance);
  const predictionHalfWidth = standardErrorsFor95 * Math.sqrt(variance + tau2);
  return {
    status: "pooled",
    events,
    total,
    pooled: toProportion(mean),
    low: toProportion(mean - halfWidth),
    high: toProportion(mean + halfWidth),
    predictionLow: toProportion(mean - predictionHalfWidth),
    predictionHigh: toProportion(mean + predictionHalfWidth),
    tau2,
    logLikelihood,
  };
}

/** Where studies differ, the unknown size of the difference widens the interval, so the joint information is used. */
function calculateVarianceOfMean({ deviation, information }: Fit): number {
  if (deviation === 0) return 1 / information.mean;
  return 1 / (information.mean - information.both ** 2 / information.deviation);
}

function toProportion(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
