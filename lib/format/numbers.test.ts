import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatCount,
  formatCountWithPercent,
  formatDate,
  formatDecimal,
  formatLimits,
  formatPercent,
  formatPoints,
  formatRange,
  formatThousands,
} from "./numbers";

describe("percent", () => {
  test.each([
    [0, "0%"],
    [0.0001, "<1%"],
    [0.00499, "<1%"],
    [0.006, "1%"],
    [0.0975, "10%"],
    [3 / 11, "27%"],
    [19 / 27, "70%"],
    [10 / 19, "53%"],
    [0.994, "99%"],
    [0.9964, ">99%"],
    [0.99999, ">99%"],
    [1, "100%"],
  ])("%d reads %s", (proportion, text) => {
    expect(formatPercent(proportion)).toBe(text);
  });

  test("nothing short of nobody reads 0%, and nothing short of everybody reads 100%", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (proportion) => {
        expect(formatPercent(proportion) === "0%").toBe(proportion === 0);
        expect(formatPercent(proportion) === "100%").toBe(proportion === 1);
      }),
    );
  });
});

describe("a count", () => {
  test.each([
    [{ events: 19, total: 27 }, "19 of 27 (70%)"],
    [{ events: 2, total: 5 }, "2 of 5 (40%)"],
    [{ events: 3, total: 4 }, "3 of 4"],
    [{ events: 0, total: 4 }, "0 of 4"],
    [{ events: 37, total: 47 }, "37 of 47 (79%)"],
    [{ events: 21, total: 48 }, "21 of 48 (44%)"],
  ])("%o reads %s", (count, text) => {
    expect(formatCountWithPercent(count)).toBe(text);
  });

  test("no percentage for fewer than 5 patients, in the count or its limits", () => {
    for (const total of [1, 2, 3, 4]) {
      for (let events = 0; events <= total; events++) {
        expect(formatCountWithPercent({ events, total })).toBe(`${events} of ${total}`);
        expect(formatCount({ events, total })).not.toContain("%");
        expect(formatLimits({ low: 0.0975, high: 1 }, total)).toBe("0.10 to 1");
        expect(formatRange({ low: 0.0975, high: 1 }, total)).toBe("0.10–1");
      }
    }
    expect(formatLimits({ low: 0.5152, high: 0.8415 }, 5)).toBe("52% to 84%");
    expect(formatRange({ low: 0.5152, high: 0.8415 }, 5)).toBe("52–84%");
    expect(formatRange({ low: 0.001, high: 0.999 }, 5)).toBe("<1–>99%");
  });
});

test.each([
  [0, "0"],
  [1, "1"],
  [0.2065, "0.21"],
  [0.7935, "0.79"],
])("%d with two decimals reads %s", (proportion, text) => {
  expect(formatDecimal(proportion)).toBe(text);
});

test("a difference in points is rounded as asked, with its sign", () => {
  const difference = 37 / 47 - 21 / 48; // 0.34973...
  expect(formatPoints(difference)).toBe("35");
  expect(formatPoints(0.1549, 1)).toBe("15.5");
  expect(formatPoints(-0.25)).toBe("-25");
});

test("a date is read as it stands, without clock or zone", () => {
  expect(formatDate("2026-11-22")).toBe("22 Nov 2026");
  expect(formatDate("2025-01-01")).toBe("1 Jan 2025");
  expect(formatDate("2024-12-31")).toBe("31 Dec 2024");
});

test.each([
  [{ low: 0.515, high: 0.841 }, 27, "52–84%"],
  [{ low: 0, high: 0.04 }, 95, "0–4%"],
  [{ low: 0.342, high: 1 }, 2, "0.34–1"],
])("the range of an interval has one sign, and no percentage of fewer than five patients", (interval, total, words) => {
  expect(formatRange(interval, total)).toBe(words);
});

test.each([
  [93, "93"],
  [1074, "1,074"],
  [1234567, "1,234,567"],
])("%d reads %s with its thousands apart", (count, text) => {
  expect(formatThousands(count)).toBe(text);
});
