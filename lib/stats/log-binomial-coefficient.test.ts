import { expect, test } from "vitest";
import { logBinomialCoefficient } from "./log-binomial-coefficient";

test("agrees with whole-number arithmetic", () => {
  for (const [total, events] of [
    [5, 2],
    [52, 5],
    [60, 30],
    [300, 7],
    [5000, 2500],
  ] as const) {
    let ways = 1n;
    for (let chosen = 1n; chosen <= BigInt(events); chosen++)
      ways = (ways * (BigInt(total - events) + chosen)) / chosen;
    const digits = ways.toString();
    const log = Math.log(Number(`0.${digits.slice(0, 17)}`)) + digits.length * Math.LN10;
    expect(logBinomialCoefficient(total, events)).toBeCloseTo(log, 9);
  }
});

test("of none and of all there is one way", () => {
  for (const total of [0, 1, 5000])
    expect([logBinomialCoefficient(total, 0), logBinomialCoefficient(total, total)]).toEqual([0, 0]);
});

test.each([
  [-1, 0, "total must be a whole number of at least 0, got -1"],
  [2.5, 0, "total must be a whole number of at least 0, got 2.5"],
  [4, 5, "events must be a whole number from 0 to 4, got 5"],
  [4, -1, "events must be a whole number from 0 to 4, got -1"],
])("refuses %d and %d", (total, events, message) => {
  expect(() => logBinomialCoefficient(total, events)).toThrow(new RangeError(`logBinomialCoefficient: ${message}`));
});
