import { expect, test } from "vitest";
import { loadLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";
import { countChoices } from "./choice-counts";

const sheets = loadLibrary().studies;
const studies = sheets.map(toStudySummary);
const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);

test("every study is counted once by its kind, its design and what was read of it", () => {
  const { kinds, designs, readings } = countChoices(studies, false);
  for (const counts of [kinds, designs, readings]) expect(total(counts)).toBe(sheets.length);
  const trials = sheets.filter(({ design }) => design.type === "randomised-controlled-trial");
  expect(trials.length).toBeGreaterThan(3);
  expect(designs["randomised-controlled-trial"]).toBe(trials.length);
});

test("an outcome counts where it is reported; asked as a count, not where it is reported in words only", () => {
  const [any, counted] = [countChoices(studies, false).reports, countChoices(studies, true).reports];
  const reporting = sheets.filter(({ outcomes }) => outcomes.some(({ domain }) => domain === "relapse"));
  expect(any.relapse).toBe(reporting.length);
  expect(counted.relapse).toBeLessThan(reporting.length);
  expect(counted.relapse).toBeGreaterThan(0);
});
