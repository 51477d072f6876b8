import { describe, expect, test } from "vitest";
import { findIds, matchRows } from "@/components/library/fixtures";
import type { Filters } from "@/lib/browse/table-state";
import { getShare } from "@/lib/match/share";
import { createCellFilters, createOutcomeMap, createPairMap, mapDomains } from "@/lib/plots/map-layout";
import { loadLibrary } from "@/lib/study/load";
import type { Study } from "@/lib/study/schema";
import { toStudySummary } from "@/lib/study/summary";
import { features } from "@/lib/vocabulary/feature";

const { studies } = loadLibrary();
const rows = matchRows(studies.map(toStudySummary));

/** The studies and patients of a cell counted again, the plain way: sheet by sheet and cohort by cohort. */
function countAgain(meets: (sheet: Study) => boolean) {
  const found = studies.filter(
    (sheet) =>
      sheet.treatment.agent !== null &&
      sheet.design.type !== "guideline" &&
      sheet.design.type !== "systematic-review" &&
      meets(sheet),
  );
  const byCohort = new Map<string, number[]>();
  for (const { id, cohort, participants } of found) {
    const key = cohort ?? `only ${id}`;
    byCohort.set(key, [...(byCohort.get(key) ?? []), participants.treated ?? 0]);
  }
  const patients = [...byCohort.values()].map((treated) => Math.max(...treated)).reduce((sum, most) => sum + most, 0);
  return { studies: found.length, patients };
}

const reaches = { "all-or-most": ["all", "most"], any: ["all", "most", "some"] } as const;

describe.each(Object.keys(reaches) as (keyof typeof reaches)[])("the map of the real library, %s", (reach) => {
  const isIn = (sheet: Study, feature: (typeof features)[number]) =>
    (reaches[reach] as readonly string[]).includes(getShare(sheet, feature).share);
  const listedBy = (filters: Filters) => findIds(rows, { filters }).length;

  test("every cell counts what the sheets say, and its filters list as many studies", () => {
    for (const { feature, all, cells } of createOutcomeMap(studies.map(toStudySummary), reach)) {
      expect(all).toMatchObject(countAgain((sheet) => isIn(sheet, feature)));
      for (const domain of mapDomains) {
        const again = countAgain(
          (sheet) => isIn(sheet, feature) && sheet.outcomes.some((outcome) => outcome.domain === domain),
        );
        expect(cells[domain], `${feature} ${domain}`).toMatchObject(again);
        expect(listedBy(createCellFilters([feature], reach, domain))).toBe(again.studies);
      }
    }
  });

  test("every pair stands once and counts the studies with both", () => {
    const rows = createPairMap(studies.map(toStudySummary), reach);
    expect(rows.flatMap(({ pairs }) => pairs)).toHaveLength((features.length * (features.length - 1)) / 2);
    for (const { a, b, cell } of rows.flatMap(({ pairs }) => pairs)) {
      const again = countAgain((sheet) => isIn(sheet, a) && isIn(sheet, b));
      expect(cell, `${a} ${b}`).toMatchObject(again);
      expect(listedBy(createCellFilters([a, b], reach))).toBe(again.studies);
    }
  });
});

test("four studies of pregnancy, four patients; none with lung disease", () => {
  const [row] = createOutcomeMap(studies, "all-or-most");
  expect(row).toMatchObject({ feature: "pregnancy", all: { studies: 4, patients: 4 } });
  const pairs = createPairMap(studies, "all-or-most").flatMap(({ pairs }) => pairs);
  expect(pairs.find(({ a, b }) => a === "ild" && b === "pregnancy")?.cell.studies).toBe(0);
});
