/** A function's value and its slope at one point. */
type Curve = (point: number) => { value: number; slope: number };

/**
 * Newton's method kept inside a bracket: finds where a function passes from above zero to below it. Applied to the
 * slope of a log-likelihood, this is its maximum. A step that would leave the bracket, or that is not at least a
 * half shorter than the one before it, is replaced by halving the bracket: so it cannot oscillate.
 *
 * @param curve the function, above zero at the low end of the bracket and below zero at its high end
 * @param bracket ends of the search, and a point inside it from which to start
 * @param tolerance how small the last step must be, relative to the root where that is beyond 1; Newton's error is of
 *   the order of the square of that step
 * @returns the root, or null when a hundred steps do not find it
 * @throws RangeError when the start is not inside the bracket
 * @example findRoot((x) => ({ value: 2 - x * x, slope: -2 * x }), { low: 0, start: 1, high: 2 }, 1e-9) // 1.4142136
 */
export function findRoot(
  curve: Curve,
  { low, start, high }: { low: number; start: number; high: number },
  tolerance: number,
): number | null {
  if (!(low <= start && start <= high)) {
    throw new RangeError(`findRoot: start must lie from ${low} to ${high}, got ${start}`);
  }
  let below = low;
  let above = high;
  let point = start;
  let lastStep = high - low;
  for (let step = 0; step < 100; step++) {
    const { value, slope } = curve(point);
    if (value === 0) return point;
    if (value > 0) below = point;
    else above = point;
    const threshold = tolerance * Math.max(1, Math.abs(point));
    const newton = point - value / slope;
    // So near the root, rounding may put Newton's step on the bracket's edge: take it, it is the last.
    const isLast = Math.abs(newton - point) <= threshold;
    const isGaining = newton > below && newton < above && Math.abs(newton - point) <= Math.abs(lastStep) / 2;
    const next = isLast || isGaining ? newton : (below + above) / 2;
    lastStep = next - point;
    if (Math.abs(lastStep) <= threshold) return next;
    point = next;
  }
  return null;
}
