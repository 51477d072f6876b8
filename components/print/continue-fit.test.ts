import fc from "fast-check";
import { expect, test } from "vitest";
import { findLargestFittingSetting, type PaperFit } from "@/lib/paper/paper-fit";
import { continueFit } from "./continue-fit";

const largestLetters = fc.double({ min: 5, max: 11, noNaN: true });
const sheet = fc.record({ below: largestLetters, short: largestLetters, apart: largestLetters });

test("steps find what one look finds; each measures one setting at least, none twice, and no more once its time is over", () => {
  let steps = 0;
  fc.assert(
    fc.property(sheet, fc.integer({ min: 1, max: 4 }), (largest, perStep) => {
      const fits = ({ points, references }: PaperFit) => points <= largest[references];
      const measured = new Map<PaperFit, boolean>();
      let found: PaperFit | null = null;
      while (!found) {
        const tried: PaperFit[] = [];
        const measure = (setting: PaperFit) => {
          expect(measured.has(setting)).toBe(false);
          tried.push(setting);
          return fits(setting);
        };
        found = continueFit(measured, measure, () => tried.length < perStep);
        expect(tried.length).toBeGreaterThan(0);
        expect(tried.length).toBeLessThanOrEqual(perStep);
        steps += 1;
      }
      expect(found).toEqual(findLargestFittingSetting(fits));
    }),
  );
  expect(steps).toBeGreaterThan(100);
});
