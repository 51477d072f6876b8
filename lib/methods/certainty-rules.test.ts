import { expect, test } from "vitest";
import { describeCertainty } from "@/lib/answer/certainty";
import { exampleStudy, type SheetPart } from "@/lib/study/fixtures";
import { certaintyRules } from "./certainty-rules";

type Example = [words: string, design: SheetPart["design"], enrolled: number, total: number, isCompared?: boolean];

const trial = { type: "randomised-controlled-trial", controlled: true } as const;
const series = { type: "case-series", controlled: false } as const;
const compared = { type: "retrospective-cohort", controlled: true } as const;
const unrandomised = { type: "non-randomised-controlled", controlled: true } as const;
const report = { type: "case-report", controlled: false } as const;

/** Every rule at both ends of its range, and where two rules could compete. */
const examples: Example[] = [
  ["randomised trial", trial, 400, 200],
  ["small randomised trial", trial, 399, 200],
  ["small randomised trial", trial, 50, 1],
  ["from a randomised trial, without its comparison group", trial, 400, 200, false],
  ["from a randomised trial, without its comparison group", trial, 50, 1, false],
  ["one patient", series, 20, 1],
  ["one patient", report, 1, 1],
  ["one patient", compared, 20, 1],
  ["single cases", report, 12, 2],
  ["single cases", report, 12, 12],
  ["very few patients, groups not formed at random", compared, 20, 9],
  ["very few patients, groups not formed at random", unrandomised, 20, 2],
  ["groups not formed at random", compared, 20, 10],
  ["groups not formed at random", unrandomised, 500, 450],
  ["very few patients, no comparison group", series, 9, 9],
  ["very few patients, no comparison group", series, 20, 2],
  ["no comparison group", series, 20, 10],
  ["no comparison group", series, 500, 450],
];

test.each(examples)("“%s” is what the methods page says it is", (words, design, enrolled, total, isCompared = true) => {
  const study = exampleStudy({ design, participants: { treated: enrolled } });
  expect(describeCertainty(study, total, isCompared)).toBe(words);
});

test("the methods page explains each word that occurs, and no other", () => {
  expect(new Set(certaintyRules.map(({ words }) => words))).toEqual(new Set(examples.map(([words]) => words)));
});
