import { expect, test } from "vitest";
import { findRoot } from "./root";

test("finds the root of a smooth curve", () => {
  const cosine = (point: number) => ({ value: Math.cos(point), slope: -Math.sin(point) });
  expect(findRoot(cosine, { low: 0.1, start: 1, high: 3 }, 1e-9)).toBeCloseTo(Math.PI / 2, 14);
});

test("stays in the bracket where Newton's method alone would run away", () => {
  const flattening = (point: number) => ({ value: -Math.atan(point - 1), slope: -1 / (1 + (point - 1) ** 2) });
  expect(findRoot(flattening, { low: -50, start: 40, high: 60 }, 1e-9)).toBeCloseTo(1, 12);
});

test("does not go to and fro between two points on a curve with a steep middle", () => {
  // Where 11 of 11 and a normal distribution of deviation 6.2 around a logit of -2.68 are together likeliest.
  const steep = (point: number) => {
    const proportion = 1 / (1 + Math.exp(2.68 - 6.2 * point));
    return { value: 6.2 * 11 * (1 - proportion) - point, slope: -(6.2 ** 2) * 11 * proportion * (1 - proportion) - 1 };
  };
  const root = findRoot(steep, { low: 0, start: 0, high: 64 }, 1e-6);
  expect(root).not.toBeNull();
  expect(steep(root ?? 0).value).toBeCloseTo(0, 6);
});

test("recognises a root that it starts from, within rounding", () => {
  for (const off of [-1e-16, 0, 1e-16]) {
    expect(
      findRoot((point) => ({ value: off - (point - 3), slope: -1 }), { low: -1e3, start: 3, high: 1e3 }, 1e-9),
    ).toBe(3);
  }
});

test("gives null when it does not get there", () => {
  expect(findRoot(() => ({ value: Number.NaN, slope: Number.NaN }), { low: 0, start: 1, high: 2 }, 0)).toBeNull();
});

test("refuses a start outside the bracket", () => {
  const line = (point: number) => ({ value: -point, slope: -1 });
  expect(() => findRoot(line, { low: -1, start: 2, high: 1 }, 1e-9)).toThrow(
    new RangeError("findRoot: start must lie from -1 to 1, got 2"),
  );
});
