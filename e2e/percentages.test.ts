import { expect, test } from "vitest";
import { findSmallPercentages } from "./percentages";

test.each([
  "1 of 1 (100%)",
  "1 of 1 patient (100%) · Symptoms resolved",
  "3 of 4(75%)",
  "0 of 4 patients (0 %)",
  "2 of 3 ( >99% )",
  "4 out of 4 (100%)",
  "1 of 1 patient · Symptoms resolved\n\n95% interval 21% to 100% (Wilson)",
  "1 of 1 patient · Symptoms resolved\n\n95% CI 21% to 100% (Wilson)",
  "1 of 1\n21% to 100% · Symptoms resolved",
  "1 of 1 patient: a response of 100%",
])("%j holds a percentage of fewer than five patients", (faulty) => {
  expect(findSmallPercentages(faulty)).not.toEqual([]);
});

test.each([
  "19 of 27 (70%)",
  "7 of 7 (100%)",
  "4 of 42 (10%)",
  "2 of 5 (40%) · Survived\n\n95% CI 12% to 77% (Wilson)",
  "1 of 1 patient · Symptoms resolved\n\n95% CI 0.21 to 1 (Wilson)",
  "0 of 4 · Responded\n\n95% CI 0 to 0.49 (Wilson) · no comparison group\n\n7 of 19 (37%)",
  "1 of 1, 0.21 to 1. The highest ranked has 12 of 18 (67%), 95% interval 44% to 84%",
])("%j holds none", (sound) => {
  expect(findSmallPercentages(sound)).toEqual([]);
});
