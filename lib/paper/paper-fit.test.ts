import fc from "fast-check";
import { expect, test } from "vitest";
import { findLargestFittingSetting, type PaperFit, smallestSetting } from "./paper-fit";

const inOrder: PaperFit[] = [
  ...[10, 9.5, 9, 8.5, 8, 7.6].map((points): PaperFit => ({ points, references: "below" })),
  ...[10, 9.5, 9, 8.5, 8, 7.6, 7.2, 6.9].map((points): PaperFit => ({ points, references: "short" })),
  ...[10, 9.5, 9, 8.5, 8, 7.6, 7.2, 6.8, 6.4, 6].map((points): PaperFit => ({ points, references: "apart" })),
];

/** A sheet, by the largest letters with which it fits in each of the three ways. */
const largestLetters = fc.double({ min: 5, max: 11 });
const sheet = fc.record({ below: largestLetters, short: largestLetters, apart: largestLetters });
const last = fc.constantFrom(...inOrder);

test("the first in order that fits, whatever was found last", () => {
  fc.assert(
    fc.property(sheet, last, (largest, before) => {
      const fits = ({ points, references }: PaperFit) => points <= largest[references];
      expect(findLargestFittingSetting(fits, before)).toEqual(inOrder.find(fits) ?? smallestSetting);
    }),
  );
});

test("a sheet that fits as it did is set five times at most, not twenty-four", () => {
  fc.assert(
    fc.property(sheet, (largest) => {
      const tried: PaperFit[] = [];
      const fits = (setting: PaperFit) => {
        tried.push(setting);
        return setting.points <= largest[setting.references];
      };
      const found = findLargestFittingSetting(fits, smallestSetting);
      tried.length = 0;
      expect(findLargestFittingSetting(fits, found)).toEqual(found);
      expect(tried.length).toBeLessThanOrEqual(5);
    }),
  );
});
