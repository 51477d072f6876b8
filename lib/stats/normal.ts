/**
 * The 97.5% point of the standard normal distribution: an estimate plus and minus this many standard errors
 * is its 95% interval. Source: R, `qnorm(0.975)`.
 */
export const standardErrorsFor95 = 1.959963984540054;
