import { expect, test } from "vitest";
import { createStudy, type SheetPart } from "@/lib/study/fixtures";
import {
  certaintyRules,
  describeAnswerCertainty,
  describeCertainty,
  describeDesigns,
  measureSureness,
} from "./certainty";

const single = (id: string) => createStudy({ id, design: { type: "case-report" }, participants: { treated: 1 } });
const series = (id: string) => createStudy({ id, participants: { treated: 20 } });
const trial = (id: string, cohort: string | null = null) =>
  createStudy({
    id,
    cohort,
    design: { type: "randomised-controlled-trial", controlled: true },
    participants: { treated: 40, enrolled: 80 },
  });

test("with nothing stated there is nothing to weigh, and nobody is called unstudied", () => {
  expect(describeAnswerCertainty([], 0, false)).not.toMatch(/[Nn]obody|No study/);
});

test("the answer states that no study describes the patient", () => {
  expect(describeAnswerCertainty([], 0, true)).toMatch(/^No study in this library describes/);
});

test("single cases show what can happen, not how often", () => {
  expect(describeAnswerCertainty([single("a"), single("b")], 1, true)).toMatch(/^Only single cases/);
  expect(describeAnswerCertainty([single("a"), series("b")], 1, true)).toMatch(/^No randomised trial/);
});

test("trials are counted once a cohort, and the rest is named only where there is one", () => {
  expect(describeAnswerCertainty([trial("a", "same"), trial("b", "same")], 1, true)).toBe(
    "One randomised trial describes such patients.",
  );
  expect(describeAnswerCertainty([trial("a"), trial("b"), series("c")], 1, true)).toMatch(
    /^Two randomised trials describe .* The other studies cannot tell/,
  );
});

test("the answer states that responses counted in different ways are not pooled", () => {
  expect(describeAnswerCertainty([series("a")], 1, true)).not.toMatch(/different ways/);
  expect(describeAnswerCertainty([series("a")], 3, true)).toMatch(/counted in three different ways/);
});

test("each sentence about the designs", () => {
  const others = "The other studies cannot tell the effect of immunoglobulin from that of time or other treatment.";
  expect(describeDesigns([])).toBe("No study in this library describes such a patient, so there is no figure for one.");
  expect(describeDesigns([trial("a"), trial("b")])).toBe("Two randomised trials describe such patients.");
  expect(describeDesigns([trial("a"), single("b")])).toBe(`One randomised trial describes such patients. ${others}`);
  expect(describeDesigns([single("a")])).toBe("Only single cases: they show what can happen, not how often.");
  expect(describeDesigns([series("a"), single("b")])).toBe(
    "No randomised trial describes such patients: without one, the effect of immunoglobulin cannot be told from that of time or other treatment.",
  );
});

test("the whole answer: its designs, then in how many ways response is counted", () => {
  expect(describeAnswerCertainty([single("a")], 2, true)).toBe(
    "Only single cases: they show what can happen, not how often. Response is counted in two different ways, not pooled.",
  );
  expect(describeAnswerCertainty([single("a")], 1, true)).toBe(describeDesigns([single("a")]));
  expect(describeAnswerCertainty([single("a")], 2, false)).toBe(
    "No question is answered yes, so there is no answer to weigh yet.",
  );
});

test("a trial that does not say how many it enrolled is measured by its figure", () => {
  const unsaid = createStudy({ design: { type: "randomised-controlled-trial" }, participants: { enrolled: null } });
  expect(describeCertainty(unsaid, 400, true)).toBe("randomised trial");
  expect(describeCertainty(unsaid, 399, true)).toBe("small randomised trial");
});

test("groups that were not formed at random are groups, whatever else its sheet says of control", () => {
  const study = createStudy({ design: { type: "non-randomised-controlled", controlled: false } });
  expect(describeCertainty(study, 10, false)).toBe("groups not formed at random");
  expect(measureSureness([study])).toBe(3);
});

type Example = [words: string, design: SheetPart["design"], enrolled: number, total: number, isCompared?: boolean];

const trialDesign = { type: "randomised-controlled-trial", controlled: true } as const;
const seriesDesign = { type: "case-series", controlled: false } as const;
const compared = { type: "retrospective-cohort", controlled: true } as const;
const unrandomised = { type: "non-randomised-controlled", controlled: true } as const;
const report = { type: "case-report", controlled: false } as const;

/** Every rule at both ends of its range, and where two rules could compete. */
const examples: Example[] = [
  ["randomised trial", trialDesign, 400, 200],
  ["small randomised trial", trialDesign, 399, 200],
  ["small randomised trial", trialDesign, 50, 1],
  ["from a randomised trial, without its comparison group", trialDesign, 400, 200, false],
  ["from a randomised trial, without its comparison group", trialDesign, 50, 1, false],
  ["one patient", seriesDesign, 20, 1],
  ["one patient", report, 1, 1],
  ["one patient", compared, 20, 1],
  ["single cases", report, 12, 2],
  ["single cases", report, 12, 12],
  ["very few patients, groups not formed at random", compared, 20, 9],
  ["very few patients, groups not formed at random", unrandomised, 20, 2],
  ["groups not formed at random", compared, 20, 10],
  ["groups not formed at random", unrandomised, 500, 450],
  ["very few patients, no comparison group", seriesDesign, 9, 9],
  ["very few patients, no comparison group", seriesDesign, 20, 2],
  ["no comparison group", seriesDesign, 20, 10],
  ["no comparison group", seriesDesign, 500, 450],
];

test.each(examples)("“%s” is what the methods page says it is", (words, design, enrolled, total, isCompared = true) => {
  const study = createStudy({ design, participants: { treated: enrolled } });
  expect(describeCertainty(study, total, isCompared)).toBe(words);
});

test("the methods page explains each word that occurs, and no other", () => {
  expect(new Set(certaintyRules.map(({ words }) => words))).toEqual(new Set(examples.map(([words]) => words)));
});

test.each([
  [[], 0],
  [[single("a"), single("b")], 1],
  [[single("a"), series("b")], 2],
  [[single("a"), createStudy({ id: "b", design: { type: "non-randomised-controlled", controlled: true } })], 3],
  [[single("a"), trial("b")], 4],
] as const)("how sure, from nobody to randomised trials, whatever was found: case %#", (describing, sure) => {
  expect(measureSureness(describing)).toBe(sure);
});
