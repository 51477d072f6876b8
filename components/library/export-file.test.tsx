import { expect, test } from "vitest";
import { createStudyAnswer } from "@/lib/answer/study-answer";
import { readCase } from "@/lib/case/facts";
import { emptyProfile } from "@/lib/case/schema";
import { createColumns } from "@/lib/match/columns";
import { rankStudies } from "@/lib/match/rank";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { composeExport, type Shown } from "./export-file";

const study = createStudy({ outcomes: [createOutcome({ events: 6, total: 10, label: "Any response" })] });
const library = { library: "abc", searched: "2026-11-22", licence: "CC-BY-4.0" as const, studies: [study] };

test("each format holds the study", () => {
  for (const format of ["ris", "bibtex", "csv", "json"] as const) {
    expect(composeExport(format, library)).toContain("An example of a study");
  }
  expect(JSON.parse(composeExport("json", library))).toEqual(library);
});

test("without a case the CSV holds the headline figure with its interval", () => {
  const csv = composeExport("csv", library);
  expect(csv).toContain(",as a count,Response,6,10,3127E-4,8318E-4,");
  expect(csv).not.toContain("Matches and lacks");
});

test("grams in the CSV have the words of their regimen before them", () => {
  const regimen = { text: "2 g/kg at first, in one course", gPerKgPerCourse: 2, gPerKgPerDay: null, days: null };
  const treated = createStudy({ treatment: { regimen: { ...regimen, intervalWeeks: null } } });
  const profile = { ...emptyProfile, features: { ild: "yes" as const }, weightKg: 62 };
  const [ranked] = rankStudies(readCase(profile), createColumns([treated]), () => 0);
  if (!ranked) throw new Error("The example was not ranked.");
  const shown = new Map<string, Shown>([
    [treated.id, { ...createStudyAnswer(readCase(profile), ranked, "wilson"), profile }],
  ]);
  const csv = composeExport("csv", { ...library, studies: [treated] }, shown);
  expect(csv).toContain("2 g/kg at first, in one course (2 g/kg a course: 2 × 62 kg = 124 g a course)");
  expect(csv.split("124 g")).toHaveLength(2);
});

test("for a case it holds what the table shows: the group, why, and what is lacking", () => {
  const profile = { ...emptyProfile, features: { ild: "yes" as const } };
  const [ranked] = rankStudies(readCase(profile), createColumns([study]), () => 0);
  if (!ranked) throw new Error("The example was not ranked.");
  const found = createStudyAnswer(readCase(profile), ranked, "exact");
  const shown = new Map<string, Shown>([[study.id, { ...found, profile }]]);
  const csv = composeExport("csv", library, shown);
  expect(csv).toContain("Group,Matches and lacks,Lacks");
  expect(csv).toContain("General evidence");
  expect(csv).toContain('"95%, exact"');
});
