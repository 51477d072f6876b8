import { describe, expect, test } from "vitest";
import { readRis } from "./fixtures";
import { findYear } from "./year";

test.each<[string[], number | null]>([
  [["2020"], 2020],
  [["2020/05/01/"], 2020],
  [["20201207"], 2020],
  [["202012"], 2020],
  [["01/05/2020"], 2020],
  [["2019 Dec-2020 Jan"], 2019],
  [["Winter 2019-2020"], 2019],
  [["2020a"], 2020],
  [["c2020."], 2020],
  [["in press", "2020/12/07 06:00"], 2020],
  [["1889", "12345"], null],
  [[], null],
])("the year in %j", (texts, year) => {
  expect(findYear(texts)).toBe(year);
});

describe("a date in another place", () => {
  test.each([["Y1  - 2016/11//"], ["DA  - 2016-11-02"], ["YR  - 2016"], ["ET  - 2016/11/02"]])("%s", (line) => {
    expect(readRis(line)?.year).toBe(2016);
  });
});
