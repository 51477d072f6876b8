import { expect, test } from "vitest";
import { dayOf, printedOn } from "./printed-on";

const searched = "2026-11-22";

test.each([
  [new Date(2026, 10, 22, 23, 59), "2026-11-22"],
  [new Date(2027, 0, 1), "2027-01-01"],
  [new Date(1970, 0, 1), "1970-01-01"],
  [new Date(Number.NaN), null],
  [new Date(8.64e15), null],
  [new Date(-62_000_000_000_000), null],
])("the day of %o", (now, day) => {
  expect(dayOf(now)).toBe(day);
});

test("the day stands as it is read", () => {
  expect(printedOn("2026-11-22", searched)).toBe("Printed 22 Nov 2026");
  expect(printedOn("2031-02-03", searched)).toBe("Printed 3 Feb 2031");
});

test("a clock that cannot be right is said to be so", () => {
  expect(printedOn("2020-01-01", searched)).toMatch(/^Printed 1 Jan 2020 by the clock of the device, which is behind/);
  expect(printedOn(null, searched)).toBe("Printed on a device whose clock shows no date");
});
