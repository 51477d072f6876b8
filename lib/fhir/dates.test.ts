import { describe, expect, test } from "vitest";
import { isWithin, readDate } from "./dates";

const day = (text: string) => {
  const date = readDate(text);
  if (!date) throw new Error(`${text} is no date.`);
  return date;
};
const number = (text: string) => Date.parse(text) / 86_400_000;

describe("a date", () => {
  test.each([
    ["2026-11-26", "2026-11-26", "2026-11-26"],
    ["2026-11", "2026-11-01", "2026-11-30"],
    ["2026-12", "2026-12-01", "2026-12-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2026", "2026-01-01", "2026-12-31"],
  ])("%s can mean each day from %s to %s", (text, first, last) => {
    expect(readDate(text)).toEqual({ text, first: number(first), last: number(last) });
  });

  test("with a time of day is the day that the record writes", () => {
    expect(readDate("2026-11-26T23:30:00-11:00")).toEqual(day("2026-11-26"));
  });

  test.each([
    "2026-02-30",
    "2026-13",
    "2026-13-01",
    "2026-00",
    "2026-00-10",
    "2026-01-00",
    "0084-05-02",
    "26-11-2026",
    "2026-11-26 10:00",
    "",
    " 2026",
    20261126,
    2026,
    null,
    undefined,
  ])("is none, and so gives no answer: %j", (value) => {
    expect(readDate(value)).toBeNull();
  });
});

test("a date lies within so many days before a day to the day, and no day to come does", () => {
  const today = day("2026-11-26");
  expect(isWithin(day("2026-11-16"), 10, today)).toBe(true);
  expect(isWithin(day("2026-11-15"), 10, today)).toBe(false);
  expect(isWithin(today, 10, today)).toBe(true);
  expect(isWithin(day("2026-11-27"), 10, today)).toBe(false);
  // Of a month each day must lie within them.
  expect(isWithin(day("2026-11"), 25, today)).toBe(true);
  expect(isWithin(day("2026-11"), 24, today)).toBe(false);
});
