import { expect, test } from "vitest";
import { findRangeFault, weightRange } from "@/lib/case/schema";
import { readNumber } from "./number-field";

const findWeightFault = (typed: unknown) => findRangeFault(typed, weightRange);

test.each([
  ["62", 62],
  [" 62.5 ", 62.5],
  ["62,5", 62.5],
])("%j is read", (text, number) => {
  expect(readNumber(text, findWeightFault)).toEqual({ number, problem: null });
});

test.each(["", "  "])("%j is no number and no problem", (text) => {
  expect(readNumber(text, findWeightFault)).toEqual({ number: null, problem: null });
});

test.each(["6o", "0x40", "1e2", "-5", "1,000.5", "100000"])("%j is refused with a sentence", (text) => {
  const { number, problem } = readNumber(text, findWeightFault);
  expect(number).toBeNull();
  expect(problem).toMatch(/^[A-Z].+\.$/);
});
