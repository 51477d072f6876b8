import { expect, test } from "vitest";
import { closePercent, joinLabel, lowerFirst } from "./text";

test.each([
  ["All treated", "all treated"],
  ["IVIG and prednisone", "IVIG and prednisone"],
  ["DM patients", "DM patients"],
  ["A child", "a child"],
  ["95 randomised", "95 randomised"],
  ["", ""],
])("%s within a sentence: %s", (text, expected) => expect(lowerFirst(text)).toBe(expected));

test("a percentage has no space, whatever its source had", () => {
  expect(closePercent("54.2 % of 24, printed as 54 % and 7%; 5 p")).toBe("54.2% of 24, printed as 54% and 7%; 5 p");
});

test.each([
  [
    "patients with dysphagia, baseline to week 40",
    "patients with dysphagia: 40% before",
    /^patients with .* 40: 40% before$/,
  ],
  ["haemolytic reaction", "No haemolytic reaction occurred", /^no haemolytic reaction occurred$/],
  ["her child was healthy", "The child was healthy", /^the child was healthy$/],
  ["creatine kinase", "creatine kinase, mean: 555 IU/L before", /^creatine kinase, mean: 555 IU\/L before$/],
  ["adverse events", "Mostly mild: no counts", /^adverse events: Mostly mild: no counts$/],
])("%s, and %s: nothing twice", (label, text, expected) => expect(joinLabel(label, text)).toMatch(expected));
