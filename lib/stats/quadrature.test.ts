import { describe, expect, test } from "vitest";
import { calculateGaussHermite } from "./quadrature";

/** Integral of x^power exp(-x^2) over the real line: 0 for odd powers, else by parts from the square root of pi. */
function calculateGaussianMoment(power: number): number {
  if (power % 2 === 1) return 0;
  return power === 0 ? Math.sqrt(Math.PI) : (calculateGaussianMoment(power - 2) * (power - 1)) / 2;
}

describe.each([1, 2, 3, 7, 25, 50, 100, 400])("order %i", (order) => {
  const rule = calculateGaussHermite(order);

  test("is exact for polynomials of degree below twice the order", () => {
    for (let power = 0; power < Math.min(2 * order, 60); power++) {
      const integral = rule.reduce((sum, { node, weight }) => sum + weight * Math.exp(-(node ** 2)) * node ** power, 0);
      const size = calculateGaussianMoment(power % 2 === 0 ? power : power + 1);
      expect(Math.abs(integral - calculateGaussianMoment(power)) / size).toBeLessThan(1e-12);
    }
  });

  test("has as many nodes, rising, symmetric, with positive weights", () => {
    const nodes = rule.map(({ node }) => node);
    expect(nodes).toHaveLength(order);
    expect(new Set(nodes).size).toBe(order);
    expect(nodes).toEqual(nodes.toSorted((a, b) => a - b));
    rule.forEach(({ node, weight }, place) => {
      const opposite = rule.at(-1 - place);
      expect(opposite?.node).toBeCloseTo(-node, 14);
      expect(opposite?.weight).toBeCloseTo(weight, 12);
      expect(weight).toBeGreaterThan(0);
    });
  });
});

test("order 2 has the nodes and weights of the textbook", () => {
  const [low, high] = calculateGaussHermite(2);
  expect(low?.node).toBeCloseTo(-Math.SQRT1_2, 14);
  expect(high?.node).toBeCloseTo(Math.SQRT1_2, 14);
  expect((high?.weight ?? 0) * Math.exp(-0.5)).toBeCloseTo(Math.sqrt(Math.PI) / 2, 14);
});

test.each([0, -1, 1.5, 401, Number.NaN])("refuses order %d", (order) => {
  expect(() => calculateGaussHermite(order)).toThrow(
    new RangeError(`calculateGaussHermite: order must be a whole number from 1 to 400, got ${order}`),
  );
});
