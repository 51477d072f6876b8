/**
 * Binomial coefficient, as its natural logarithm: in how many ways can `events` of `total` patients be the ones with
 * the event? The coefficient itself overflows near a total of 1,030; its logarithm does not.
 *
 * @param total whole number of at least 0
 * @param events whole number from 0 to total
 * @returns natural logarithm, at least 0
 * @throws RangeError when either is not such a number
 * @example logBinomialCoefficient(5, 2) // 2.302585
 */
export function logBinomialCoefficient(total: number, events: number): number {
  if (!Number.isSafeInteger(total) || total < 0) {
    throw new RangeError(`logBinomialCoefficient: total must be a whole number of at least 0, got ${total}`);
  }
  if (!Number.isSafeInteger(events) || events < 0 || events > total) {
    throw new RangeError(`logBinomialCoefficient: events must be a whole number from 0 to ${total}, got ${events}`);
  }
  const fewer = Math.min(events, total - events);
  let sum = 0;
  for (let chosen = 1; chosen <= fewer; chosen++) sum += Math.log((total - fewer + chosen) / chosen);
  return sum;
}
