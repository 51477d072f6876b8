import { expect, test } from "vitest";
import { loadLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";
import { readSummaryFile, toSummaryFile } from "./summary-file";

const library = loadLibrary();
const text = JSON.stringify(toSummaryFile(library));

test("what a device reads of the file is what the library holds", () => {
  const { version, searched, studies, safety, wanted } = library;
  expect(studies.length).toBeGreaterThan(100);
  expect(readSummaryFile(JSON.parse(text))).toEqual({
    version,
    searched,
    studies: JSON.parse(JSON.stringify(studies.map(toStudySummary))),
    safety,
    wanted,
  });
});

test("features and diagnoses keep the order that their sheet names them in", () => {
  const read = readSummaryFile(JSON.parse(text)).studies;
  for (const [index, { features, participants }] of library.studies.entries()) {
    expect(Object.keys(read[index]?.features ?? {})).toEqual(Object.keys(features));
    expect(Object.keys(read[index]?.participants.diagnoses ?? {})).toEqual(Object.keys(participants.diagnoses));
  }
});
