import type { Count } from "./count";
import type { QuadratureRule } from "./quadrature";
import { findRoot } from "./root";

/** A study's count, and the logarithm of the number of ways in which its events can fall among its patients. */
export type StudyCount = Count & { logCoefficient: number };

/** Mean of the studies' logits, and their standard deviation (0 or more) around it. */
export type Parameters = { mean: number; deviation: number };

/** Log-likelihood of the studies at some parameters, with its first and second derivatives. */
export type Likelihood = {
  logLikelihood: number;
  slope: { mean: number; deviation: number };
  /** Minus the second derivatives: how precisely the data fix each parameter. */
  information: { mean: number; both: number; deviation: number };
};

/**
 * Likelihood of a random-intercept logistic regression: in each study the logit of the proportion is drawn from a
 * normal distribution, and the events are binomial. The unseen draw is integrated out by adaptive Gauss-Hermite
 * quadrature, centred and scaled for each study. All constants are kept, so that R's logLik is the same number.
 *
 * Slope and information are those of the integral, by the identities of Fisher and Louis: the derivatives that each
 * study would have if its draw were known, averaged over what its data say of the draw.
 *
 * @param studies possible counts, checked by the caller
 * @param parameters deviation at least 0; at 0 this is plain logistic regression
 * @see Pinheiro JC, Bates DM. Approximations to the log-likelihood function in the nonlinear mixed-effects model.
 *   J Comput Graph Stat 1995;4:12-35. Louis TA. Finding the observed information matrix when using the EM algorithm.
 *   J R Stat Soc B 1982;44:226-33.
 */
export function createLikelihood(
  studies: readonly StudyCount[],
  parameters: Parameters,
  rule: QuadratureRule,
): Likelihood {
  const sum: Likelihood = {
    logLikelihood: 0,
    slope: { mean: 0, deviation: 0 },
    information: { mean: 0, both: 0, deviation: 0 },
  };
  for (const study of studies) addStudy(sum, study, parameters, rule);
  return sum;
}

function addStudy(sum: Likelihood, study: StudyCount, parameters: Parameters, rule: QuadratureRule): void {
  const { events, total, logCoefficient } = study;
  const { mean, deviation } = parameters;
  const centre = findPosteriorMode(study, parameters);
  const atCentre = calculateBinomial(mean + deviation * centre, events, total);
  const scale = 1 / Math.sqrt(1 + deviation ** 2 * atCentre.variance);
  const peak = atCentre.log - centre ** 2 / 2;

  let mass = 0;
  let residualSum = 0;
  let residualDrawSum = 0;
  let curvatureSum = 0;
  let curvatureDrawSum = 0;
  let curvatureDrawDrawSum = 0;
  for (const point of rule) {
    const draw = centre + Math.SQRT2 * scale * point.node;
    const binomial = calculateBinomial(mean + deviation * draw, events, total);
    // Relative to its peak the integrand stays in range, however many patients the study has.
    const weight = point.weight * Math.exp(binomial.log - draw ** 2 / 2 - peak);
    const curvature = binomial.residual ** 2 - binomial.variance;
    mass += weight;
    residualSum += weight * binomial.residual;
    residualDrawSum += weight * binomial.residual * draw;
    curvatureSum += weight * curvature;
    curvatureDrawSum += weight * curvature * draw;
    curvatureDrawDrawSum += weight * curvature * draw ** 2;
  }
  const slopeMean = residualSum / mass;
  const slopeDeviation = residualDrawSum / mass;

  sum.logLikelihood += logCoefficient + peak + Math.log((mass * scale) / Math.sqrt(Math.PI));
  sum.slope.mean += slopeMean;
  sum.slope.deviation += slopeDeviation;
  sum.information.mean += slopeMean ** 2 - curvatureSum / mass;
  sum.information.both += slopeMean * slopeDeviation - curvatureDrawSum / mass;
  sum.information.deviation += slopeDeviation ** 2 - curvatureDrawDrawSum / mass;
}

/**
 * The draw, in standard deviations from the mean, at which study and normal distribution together are likeliest. It
 * need not be exact: it only tells quadrature where to look.
 */
function findPosteriorMode({ events, total }: Count, { mean, deviation }: Parameters): number {
  const pull = deviation * calculateBinomial(mean, events, total).residual;
  const centre = findRoot(
    (draw) => {
      const { residual, variance } = calculateBinomial(mean + deviation * draw, events, total);
      return { value: deviation * residual - draw, slope: -(deviation ** 2) * variance - 1 };
    },
    { low: Math.min(0, pull), start: 0, high: Math.max(0, pull) },
    1e-6,
  );
  // Should none be found, everything that follows is not a number, and the fit is refused.
  return centre ?? Number.NaN;
}

/** Log-chance of a count (less its constant) at a logit, events beyond those expected, and their variance. */
function calculateBinomial(logit: number, events: number, total: number) {
  const small = Math.exp(-Math.abs(logit));
  const proportion = (logit < 0 ? small : 1) / (1 + small);
  return {
    log: events * logit - total * (Math.max(logit, 0) + Math.log1p(small)),
    residual: events - total * proportion,
    variance: (total * small) / (1 + small) ** 2,
  };
}
