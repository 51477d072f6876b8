import { expect, test } from "vitest";
import { loadLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";
import { readSummaryFile, toSummaryFile } from "./summary-file";

const library = loadLibrary();
const writeFile = () => JSON.stringify(toSummaryFile(library));

test("what a device reads of the file is what the library holds", () => {
  const { version, searched, studies, safety, wanted } = library;
  expect(studies.length).toBeGreaterThan(100);
  expect(readSummaryFile(JSON.parse(writeFile()))).toEqual({
    version,
    searched,
    studies: JSON.parse(JSON.stringify(studies.map(toStudySummary))),
    safety,
    wanted,
  });
});

test("it is the same to the order of everything in it, which screens may follow", () => {
  const { studies } = readSummaryFile(JSON.parse(writeFile()));
  expect(JSON.stringify(studies)).toBe(JSON.stringify(library.studies.map(toStudySummary)));
});
