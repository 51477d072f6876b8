import { findRoot } from "./root";

/** Points at which to sample a function, and how much each sample counts towards the integral. */
export type QuadratureRule = readonly { node: number; weight: number }[];

/**
 * Gauss-Hermite quadrature for bell-shaped functions over the whole real line: the integral of f is the sum of
 * weight x f(node). Exact when f(x) is exp(-x^2) times a polynomial of degree below twice the order.
 *
 * The factor exp(x^2) that textbooks leave to the caller is already in the weights: by themselves the two overflow
 * and underflow long before their product does.
 *
 * @param order number of nodes, a whole number from 1 to 400
 * @returns nodes in rising order, each with its weight
 * @throws RangeError when the order is not such a number
 * @see Golub GH, Welsch JH. Calculation of Gauss quadrature rules. Math Comput 1969;23:221-30. The nodes are the
 *   eigenvalues of their tridiagonal matrix, separated here by Sturm's count of sign changes.
 * @example calculateGaussHermite(1) // [{ node: 0, weight: 1.7724539 }]
 */
export function calculateGaussHermite(order: number): QuadratureRule {
  if (!Number.isSafeInteger(order) || order < 1 || order > 400) {
    throw new RangeError(`calculateGaussHermite: order must be a whole number from 1 to 400, got ${order}`);
  }
  // The rule is symmetric: the upper half mirrors the lower, and an odd order has a node at 0 between them.
  const lower = Array.from({ length: Math.floor(order / 2) }, (_, place) => findNode(place, order));
  const upper = lower.map((node) => -node).reverse();
  const nodes = [...lower, ...(order % 2 === 1 ? [0] : []), ...upper];
  return nodes.map((node) => ({ node, weight: 1 / (order * calculateHermiteSequence(node, order).beforeLast ** 2) }));
}

/** The node that has `place` nodes below it: halving until it is the only node between two points, then Newton's method. */
function findNode(place: number, order: number): number {
  const above = order - place;
  const countNodesAbove = (point: number) => calculateHermiteSequence(point, order).signChanges;
  let low = -Math.sqrt(2 * order + 1);
  let high = 0;
  while (countNodesAbove(low) > above || countNodesAbove(high) < above - 1) {
    const middle = (low + high) / 2;
    if (countNodesAbove(middle) >= above) low = middle;
    else high = middle;
  }
  // Just below the node the function has changed sign once for every node above, this one included.
  const sign = above % 2 === 0 ? 1 : -1;
  const node = findRoot(
    (point) => {
      const { last, beforeLast } = calculateHermiteSequence(point, order);
      return { value: sign * last, slope: sign * (Math.sqrt(2 * order) * beforeLast - point * last) };
    },
    { low, start: (low + high) / 2, high },
    1e-12,
  );
  if (node === null) throw new RangeError(`calculateGaussHermite: order ${order} is beyond double precision`);
  return node;
}

/**
 * Orthonormal Hermite functions at a point, by their three-term recurrence. Between consecutive members the sequence
 * changes sign as often as there are nodes above the point.
 */
function calculateHermiteSequence(
  point: number,
  order: number,
): { beforeLast: number; last: number; signChanges: number } {
  let beforeLast = 0;
  let last = Math.PI ** -0.25 * Math.exp(-(point ** 2) / 2);
  let signChanges = 0;
  for (let degree = 1; degree <= order; degree++) {
    const next = (point * Math.SQRT2 * last - Math.sqrt(degree - 1) * beforeLast) / Math.sqrt(degree);
    if (next < 0 !== last < 0) signChanges++;
    beforeLast = last;
    last = next;
  }
  return { beforeLast, last, signChanges };
}
