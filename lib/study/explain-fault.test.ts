import { expect, test } from "vitest";
import { checkSheets } from "./check";
import { createOutcome, createStudy } from "./fixtures";

const phase = { gPerKgPerCourse: 2, days: null, everyWeeks: 4 };

function createTreatment(phases: object[]): object {
  const regimen = { gPerKgPerCourse: 2, gPerKgPerDay: null, days: null, intervalWeeks: 4, text: "2 g/kg", phases };
  return { ...createStudy().treatment, regimen };
}

test.each<[string, object, string]>([
  ["a missing field", { bottomLine: undefined }, "This field is missing. What a source does not say is null."],
  ["another kind", { bottomLine: 7 }, "Expected text, found 7."],
  ["null", { bottomLine: null }, "Expected text, found null."],
  ["an empty text", { bottomLine: " " }, "Empty text: write what the source says, or null."],
  ["an unknown field", { Cohort: null }, 'Unknown field: "Cohort".'],
  ["an unknown word", { reads: "poster" }, 'Expected one of abstract, full-text, secondary, found the text "poster".'],
  ["no outcome", { outcomes: [] }, "At least 1 needed."],
  ["a list for an object", { design: [] }, "Expected an object, found a list."],
  [
    "an address",
    { sources: [{ url: "here", kind: "abstract", official: true }] },
    'Not a web address: the text "here".',
  ],
  [
    "one of two",
    { extraction: { readers: 3, figuresCompared: 0, figuresAgreed: 0, adjudicated: false } },
    "Expected one of 1, 2, found 3.",
  ],
  [
    "a phase too few",
    { treatment: createTreatment([{ ...phase, when: "start" }]) },
    "A regimen that does not change has no phases.",
  ],
  [
    "too many characters",
    { outcomes: [{ ...createOutcome(), plain: "x".repeat(46) }] },
    "At most 45 characters, found 46.",
  ],
  [
    "an unknown harm",
    { outcomes: [{ ...createOutcome({ domain: "adverse-event" }), harm: "death" }] },
    'Expected one of thrombosis, serious, stopped, haemolysis, kidney, meningitis, headache, infusion, any, other, found the text "death".',
  ],
  [
    "a sentence of the schema",
    { id: "A" },
    "An id is ASCII, lower case, with hyphens, at most 64 characters: surname-year.",
  ],
])("%s is explained in plain words", (_, change, words) => {
  const text = JSON.stringify({ ...createStudy({ id: "a-2001" }), ...change });
  const messages = checkSheets([{ name: "a-2001.json", text }]).faults.map(({ message }) => message);
  expect(messages).toContain(words);
});
