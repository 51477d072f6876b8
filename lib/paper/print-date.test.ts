import { expect, test } from "vitest";
import { formatPrintDate, getDay } from "./print-date";

const searched = "2026-11-22";

test.each([
  [new Date(2026, 10, 22, 23, 59), "2026-11-22"],
  [new Date(2027, 0, 1), "2027-01-01"],
  [new Date(1970, 0, 1), "1970-01-01"],
  [new Date(Number.NaN), null],
  [new Date(8.64e15), null],
  [new Date(-62_000_000_000_000), null],
])("the day of %o", (now, day) => {
  expect(getDay(now)).toBe(day);
});

test("the day stands as it is read", () => {
  expect(formatPrintDate("2026-11-22", searched)).toBe("Printed 22 Nov 2026");
  expect(formatPrintDate("2027-11-21", searched)).toBe("Printed 21 Nov 2027");
});

test.each([
  ["2027-11-22", "Printed 22 Nov 2027 by the clock of the device, 1 year after the search"],
  ["2028-11-21", "Printed 21 Nov 2028 by the clock of the device, 1 year after the search"],
  ["2050-01-02", "Printed 2 Jan 2050 by the clock of the device, 23 years after the search"],
])("on %s, the clock is ahead or the library old, and the paper says how far they lie apart", (day, text) => {
  expect(formatPrintDate(day, searched)).toBe(text);
});

test("the day before the search may be today further west", () => {
  expect(formatPrintDate("2026-11-21", searched)).toBe("Printed 21 Nov 2026");
  expect(formatPrintDate("2026-11-20", searched)).toContain("which is behind");
  expect(formatPrintDate("2026-12-31", "2027-01-01")).toBe("Printed 31 Dec 2026");
});

test("a clock that cannot be right is reported", () => {
  expect(formatPrintDate("2020-01-01", searched)).toMatch(
    /^Printed 1 Jan 2020 by the clock of the device, which is behind/,
  );
  expect(formatPrintDate(null, searched)).toBe("Printed on a device whose clock shows no date");
});
