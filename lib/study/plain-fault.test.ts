import { expect, test } from "vitest";
import { checkSheets } from "./check";
import { createStudy } from "./fixtures";

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
    "a sentence of the schema",
    { id: "A" },
    "An id is ASCII, lower case, with hyphens, at most 64 characters: surname-year.",
  ],
])("%s is explained in plain words", (_, change, words) => {
  const text = JSON.stringify({ ...createStudy({ id: "a-2001" }), ...change });
  const messages = checkSheets([{ name: "a-2001.json", text }]).faults.map(({ message }) => message);
  expect(messages).toContain(words);
});
