import { expect, test } from "vitest";
import { getRelation, isDifferent, isMet, isMetByMost } from "./relation";

// The table of the methods, row by row: patient, then what all, most, some, none and unclear come to.
test.each([
  ["yes", ["same", "mostly", "partly", "differs", "not-reported"]],
  ["no", ["differs", "mostly-differs", "mostly", "same", "not-reported"]],
  ["unknown", ["depends", "depends", null, null, null]],
] as const)("a patient's %s", (answer, relations) => {
  const shares = ["all", "most", "some", "none", "unclear"] as const;
  expect(shares.map((share) => getRelation(answer, share))).toEqual(relations);
});

test("a feature is met by all, most or some, and by nothing else", () => {
  expect((["same", "mostly", "partly"] as const).every(isMet)).toBe(true);
  expect((["mostly-differs", "differs", "not-reported", "depends"] as const).some(isMet)).toBe(false);
});

test("it is met by most where all or most have it, and not where some do", () => {
  expect((["same", "mostly"] as const).every(isMetByMost)).toBe(true);
  expect((["partly", "mostly-differs", "differs", "not-reported", "depends"] as const).some(isMetByMost)).toBe(false);
});

test("it is different where all or most are unlike the patient, and not where nothing is known", () => {
  expect((["differs", "mostly-differs"] as const).every(isDifferent)).toBe(true);
  expect((["same", "mostly", "partly", "not-reported", "depends"] as const).some(isDifferent)).toBe(false);
});
