import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calculateNumberNeededToTreat, calculateRiskDifference } from "./compare";
import type { Count } from "./interval";
import reference from "./reference.json";

const anyCount = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((total) => fc.record({ events: fc.nat(total), total: fc.constant(total) }));

const mirrorCount = ({ events, total }: Count): Count => ({ events: total - events, total });

describe("against R", () => {
  test.each(reference.twoProportions)("$a against $b", ({ a, b, riskDifference: difference, newcombe }) => {
    const result = calculateRiskDifference(a, b);
    expect(Math.abs(result.difference - difference)).toBeLessThan(1e-9);
    expect(Math.abs(result.low - newcombe.low)).toBeLessThan(1e-9);
    expect(Math.abs(result.high - newcombe.high)).toBeLessThan(1e-9);
  });
});

// Newcombe 1998, Table II, method 10.
test.each([
  [{ events: 56, total: 70 }, { events: 48, total: 80 }, 0.0524, 0.3339],
  [{ events: 9, total: 10 }, { events: 3, total: 10 }, 0.1705, 0.809],
  [{ events: 10, total: 10 }, { events: 0, total: 20 }, 0.6791, 1],
  [{ events: 10, total: 10 }, { events: 0, total: 10 }, 0.6075, 1],
])("Newcombe's own example, %o against %o", (treated, control, low, high) => {
  const result = calculateRiskDifference(treated, control);
  expect(result.low).toBeCloseTo(low, 4);
  expect(result.high).toBeCloseTo(high, 4);
});

describe("risk difference", () => {
  test("lies within its interval, and that within -1 to 1", () => {
    fc.assert(
      fc.property(anyCount(3000), anyCount(3000), (treated, control) => {
        const { low, difference, high } = calculateRiskDifference(treated, control);
        const inOrder = [-1 - 1e-15, low, difference, high, 1 + 1e-15];
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      }),
    );
  });

  test("changes sign when the arms change places, and when events and absences do", () => {
    fc.assert(
      fc.property(anyCount(300), anyCount(300), (treated, control) => {
        const { low, difference, high } = calculateRiskDifference(treated, control);
        for (const other of [
          calculateRiskDifference(control, treated),
          calculateRiskDifference(mirrorCount(treated), mirrorCount(control)),
        ]) {
          expect(other.difference).toBeCloseTo(-difference, 14);
          expect(other.low).toBeCloseTo(-high, 13);
          expect(other.high).toBeCloseTo(-low, 13);
        }
      }),
    );
  });

  test("of equal proportions is exactly zero", () => {
    expect(calculateRiskDifference({ events: 1, total: 3 }, { events: 7, total: 21 }).difference).toBe(0);
  });
});

describe("number needed to treat", () => {
  test("is the reciprocal of the difference, rounded up, or null where its limits include zero", () => {
    fc.assert(
      fc.property(anyCount(300), anyCount(300), (treated, control) => {
        const { low, difference, high } = calculateRiskDifference(treated, control);
        const needed = calculateNumberNeededToTreat(treated, control);
        if (low <= 0 && high >= 0) {
          expect(needed).toBeNull();
          return;
        }
        expect(needed?.direction).toBe(difference > 0 ? "benefit" : "harm");
        const unrounded = 1 / Math.abs(difference);
        expect(needed?.number).toBeGreaterThanOrEqual(unrounded - 1e-9);
        expect(needed?.number).toBeLessThan(unrounded + 1);
      }),
    );
  });

  test("does not gain a patient from rounding: 0.6 less 0.4 is one in five", () => {
    expect(calculateNumberNeededToTreat({ events: 60, total: 100 }, { events: 40, total: 100 })).toMatchObject({
      number: 5,
    });
  });

  test("rounds up to a whole patient", () => {
    expect(calculateNumberNeededToTreat({ events: 65, total: 100 }, { events: 40, total: 100 })).toMatchObject({
      number: 4,
    });
    expect(calculateNumberNeededToTreat({ events: 64, total: 100 }, { events: 40, total: 100 })).toMatchObject({
      number: 5,
    });
  });
});

test.each([
  ["calculateRiskDifference", calculateRiskDifference],
  ["calculateNumberNeededToTreat", calculateNumberNeededToTreat],
])("%s refuses an impossible count in either arm", (name, compare) => {
  const possible = { events: 1, total: 2 };
  expect(() => compare(possible, { events: 0, total: 0 })).toThrow(
    new RangeError(`${name}: total must be a whole number of at least 1, got 0`),
  );
  expect(() => compare({ events: 5, total: 2 }, possible)).toThrow(
    new RangeError(`${name}: events must be a whole number from 0 to 2, got 5`),
  );
});
