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

test("the first in order that fits, and set seven times at most, not twenty-four", () => {
  fc.assert(
    fc.property(sheet, (largest) => {
      const fits = ({ points, references }: PaperFit) => points <= largest[references];
      let settings = 0;
      const found = findLargestFittingSetting((setting) => {
        settings += 1;
        return fits(setting);
      });
      expect(found).toEqual(inOrder.find(fits) ?? smallestSetting);
      expect(settings).toBeLessThanOrEqual(7);
    }),
  );
});
