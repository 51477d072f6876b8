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

/** A curve that keeps the points at which it is asked: they are what a root costs. */
function recordPoints(curve: Parameters<typeof findRoot>[0]) {
  const asked: number[] = [];
  return {
    asked,
    curve: (point: number) => {
      asked.push(point);
      return curve(point);
    },
  };
}

test("takes Newton's steps where they gain: right digits double with each", () => {
  // 2 is a bad start for the root of 5: halving alone would take 30 evaluations to a billionth
  const square = recordPoints((point) => ({ value: 5 - point ** 2, slope: -2 * point }));
  expect(findRoot(square.curve, { low: 0, start: 2, high: 100 }, 1e-9)).toBeCloseTo(Math.sqrt(5), 15);
  expect(square.asked).toHaveLength(4);
});

test("halves the bracket where a slope says nothing, from either side", () => {
  for (const root of [0.3, 0.7]) {
    const stair = recordPoints((point) => ({ value: point < root ? 1 : -1, slope: 0 }));
    const found = findRoot(stair.curve, { low: 0, start: 0.5, high: 1 }, 2 ** -20);
    expect(Math.abs((found ?? Number.NaN) - root)).toBeLessThanOrEqual(2 ** -20);
    expect(stair.asked).toHaveLength(19);
  }
});

test("halves the bracket rather than step out of it, by either end", () => {
  for (const side of [-1, 1]) {
    // slopes far too flat: Newton would go far beyond the bracket
    const flat = recordPoints((point) => ({ value: side * 0.75 - point, slope: -0.01 }));
    expect(findRoot(flat.curve, { low: -1, start: 0, high: 1 }, 1e-9)).toBeCloseTo(side * 0.75, 8);
    expect(flat.asked.slice(0, 3)).toEqual([0, side * 0.5, side * 0.75]);
  }
});

test("halves the bracket rather than step just out of it, by either end", () => {
  for (const side of [-1, 1]) {
    const flat = recordPoints((point) => ({ value: side * 0.95 - point, slope: -0.1 }));
    expect(findRoot(flat.curve, { low: -1, start: side * 0.9, high: 1 }, 1e-9)).toBeCloseTo(side * 0.95, 8);
    expect(flat.asked[1]).toBeCloseTo(side * 0.95, 12);
  }
});

test("takes a first step of up to half of the bracket, wherever that lies", () => {
  for (const low of [-1, 0, 5]) {
    const line = recordPoints((point) => ({ value: low + 0.25 - point, slope: -1 }));
    expect(findRoot(line.curve, { low, start: low + 0.75, high: low + 1 }, 1e-9)).toBeCloseTo(low + 0.25, 12);
    expect(line.asked).toHaveLength(2);
  }
});

test("measures the last step by the root where that is beyond 1, and absolutely below", () => {
  const square = (root: number) => recordPoints((point) => ({ value: root ** 2 - point ** 2, slope: -2 * point }));
  const [large, small] = [square(1e12), square(1e-3)];
  // one thousandth of the root is enough for the large one, and of 1 for the small one
  expect(findRoot(large.curve, { low: 0, start: 1.001e12, high: 2e12 }, 1e-3)).not.toBeNull();
  expect(large.asked).toHaveLength(1);
  expect(findRoot(small.curve, { low: 0, start: 1.5e-3, high: 1 }, 1e-3)).not.toBeNull();
  expect(small.asked).toHaveLength(1);
});

test.each([0, 1])("may start at an end of the bracket: %d", (start) => {
  const line = (point: number) => ({ value: 0.25 - point, slope: -1 });
  expect(findRoot(line, { low: 0, start, high: 1 }, 1e-9)).toBe(0.25);
});

test("gives up after a hundred steps", () => {
  const unsteady = recordPoints(() => ({ value: Number.NaN, slope: Number.NaN }));
  expect(findRoot(unsteady.curve, { low: 0, start: 1, high: 2 }, 0)).toBeNull();
  expect(unsteady.asked).toHaveLength(100);
});

test("recognises a root that it starts from, within rounding", () => {
  for (const off of [-1e-16, 0, 1e-16]) {
    expect(
      findRoot((point) => ({ value: off - (point - 3), slope: -1 }), { low: -1e3, start: 3, high: 1e3 }, 1e-9),
    ).toBe(3);
  }
});

test("refuses a start outside the bracket", () => {
  const line = (point: number) => ({ value: -point, slope: -1 });
  for (const start of [-2, 2, Number.NaN]) {
    expect(() => findRoot(line, { low: -1, start, high: 1 }, 1e-9)).toThrow(
      new RangeError(`findRoot: start must lie from -1 to 1, got ${start}`),
    );
  }
});
