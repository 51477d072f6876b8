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
