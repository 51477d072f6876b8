import { describe, expect, test } from "vitest";
import { findIds, matchRows } from "@/components/library/fixtures";
import { answerCase } from "@/lib/answer/answer";
import { prepareLibrary } from "@/lib/answer/library";
import type { Filters } from "@/lib/browse/table-state";
import { readCase } from "@/lib/case/facts";
import { emptyProfile } from "@/lib/case/schema";
import { getShare } from "@/lib/match/share";
import {
  createCellFilters,
  createOutcomeMap,
  createPairMap,
  getCellKind,
  type MapCell,
  mapGroups,
  selectPairsWith,
} from "@/lib/plots/map-layout";
import { toMappedStudy } from "@/lib/plots/mapped-study";
import { countPatientsTreated } from "@/lib/study/cohort";
import { loadLibrary } from "@/lib/study/load";
import type { Study } from "@/lib/study/schema";
import { toStudySummary } from "@/lib/study/summary";
import { features } from "@/lib/vocabulary/feature";

const { studies } = loadLibrary();
/** What each sheet says of each feature, read once for all cells. */
const shares = new Map(
  studies.map((sheet) => [sheet, new Map(features.map((feature) => [feature, getShare(sheet, feature).share]))]),
);
const rows = matchRows(studies.map(toStudySummary));
const mapped = studies.flatMap((study) => toMappedStudy(study) ?? []);

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
    (reaches[reach] as readonly string[]).includes(shares.get(sheet)?.get(feature) ?? "");
  const listedBy = (filters: Filters) => findIds(rows, { filters });
  const expectCounted = (cell: MapCell, meets: (sheet: Study) => boolean) => {
    const again = countAgain(meets);
    const name = [...cell.features, cell.domain].join(" ");
    expect({ studies: cell.studies.length, patients: cell.patients }, name).toEqual(again);
    expect(listedBy(createCellFilters(cell, reach)).sort(), name).toEqual(cell.studies.map(({ id }) => id).sort());
  };

  test("every cell counts what the sheets say, and its filters list the same studies", () => {
    const cells = createOutcomeMap(mapped, reach).flatMap(({ cells }) => cells);
    expect(cells).toHaveLength(features.length * 7);
    for (const cell of cells) {
      const [feature] = cell.features;
      expectCounted(
        cell,
        (sheet) =>
          feature !== undefined &&
          isIn(sheet, feature) &&
          (cell.domain === null || sheet.outcomes.some((outcome) => outcome.domain === cell.domain)),
      );
    }
  });

  test("every pair stands once and counts the studies with both", () => {
    const cells = createPairMap(mapped, reach).flatMap(({ cells }) => cells);
    expect(cells).toHaveLength((features.length * (features.length - 1)) / 2);
    expect(new Set(cells.map(({ features }) => [...features].sort().join()))).toHaveLength(cells.length);
    for (const cell of cells) expectCounted(cell, (sheet) => cell.features.every((feature) => isIn(sheet, feature)));
  });
});

test("a feature counts as many studies and patients as the answer to a case of it", () => {
  const library = prepareLibrary(loadLibrary());
  const rows = createOutcomeMap(mapped, "all-or-most");
  expect(rows).toHaveLength(features.length);
  for (const { feature, cells } of rows) {
    const answer = answerCase(readCase({ ...emptyProfile, features: { [feature]: "yes" } }), library, "wilson");
    const describing = answer.describing.map(({ study }) => study);
    const [all] = cells;
    expect(all?.studies.map(({ id }) => id).sort(), feature).toEqual(describing.map(({ id }) => id).sort());
    expect(all?.patients, feature).toBe(countPatientsTreated(describing).patients);
  }
});

test("four studies of pregnancy, four patients; none with lung disease", () => {
  const [pregnant] = createOutcomeMap(mapped, "all-or-most");
  expect(pregnant?.feature).toBe("pregnancy");
  expect(pregnant?.cells[0]).toMatchObject({ patients: 4, level: 5 });
  expect(pregnant?.cells[0]?.studies).toHaveLength(4);
  expect(getCellKind(findPair("ild", "pregnancy"))).toBe("gap");
});

test("every feature is in one group, and its pairs are with each of the others", () => {
  expect(mapGroups.flatMap(({ features }) => features).sort()).toEqual([...features].sort());
  const pairs = createPairMap(mapped, "any");
  for (const chosen of features) {
    const others = selectPairsWith(pairs, chosen);
    expect(others.map(({ feature }) => feature).sort()).toEqual(features.filter((name) => name !== chosen).sort());
    for (const { feature, cells } of others) {
      expect(cells).toHaveLength(1);
      expect(cells[0]?.features).toEqual(expect.arrayContaining([feature, chosen]));
    }
  }
});

test("what nobody studied is a gap; what no patient can be is blank, whatever studies of both kinds of patient there are", () => {
  expect(getCellKind(findPair("pregnancy", "ild"))).toBe("gap");
  expect(getCellKind(findPair("pregnancy", "juvenile"))).toBe("gap");
  for (const [a, b] of [
    ["pregnancy", "elderly"],
    ["skinOnly", "ild"],
    ["juvenile", "elderly"],
  ] as const) {
    expect(getCellKind(findPair(a, b)), `${a} ${b}`).toBe("blank");
    expect(getCellKind(findPair(a, b, "any")), `${a} ${b}`).toBe("blank");
  }
  const rows = createOutcomeMap(mapped, "all-or-most");
  const pregnancies = rows.map(({ feature, cells }) => [feature, getCellKind(cells.at(-1) as MapCell)]);
  expect(Object.fromEntries(pregnancies)).toMatchObject({
    pregnancy: "circle",
    postpartum: "circle",
    juvenile: "gap",
    elderly: "blank",
  });
});

test("the studies of a cell: the strongest design, then who counts, then the largest, and never by a result", () => {
  const cells = createOutcomeMap(mapped, "any").flatMap(({ cells }) => cells);
  const several = cells.filter(({ studies }) => studies.length > 1);
  expect(several.length).toBeGreaterThan(50);
  for (const { studies, domain, level } of several) {
    const order = studies.map(({ level, counted, participants }) => [
      level,
      domain && !counted.includes(domain) ? 1 : 0,
      -(participants.treated ?? 0),
    ]);
    const compare = (a: number[], b: number[]) => a.map((value, place) => value - (b[place] ?? 0)).find(Boolean) ?? 0;
    expect(order).toEqual(order.toSorted(compare));
    expect(level).toBe(Math.min(...studies.map(({ level }) => level)));
  }
});

test("what a card says of a study: its headline with whom it counts, and words where there is no count", () => {
  const bounfour = mapped.find(({ id }) => id === "bounfour-2014");
  expect(bounfour).toMatchObject({ name: "Bounfour 2014", design: "Retrospective cohort", level: 4 });
  expect(bounfour?.results.response?.[0]).toMatch(/: 19 of 27 \(70%\), 95% CI 52% to 84%\. Who: all/i);
  expect(bounfour?.results.relapse?.[0]).toMatch(/: 10 of 19 \(53%\), 95% CI 32% to 73%\. Who: /);
  const phrases = mapped.flatMap(({ results }) => Object.values(results).flat());
  expect(phrases.length).toBeGreaterThan(200);
  for (const { results, counted } of mapped) {
    for (const domain of counted) expect(results[domain]?.[0]).toMatch(/\d+ of \d+/);
  }
  for (const phrase of phrases) expect(phrase).toMatch(/.+: .+\. Who: .+|^\d+ more in its sheet$/s);
});

function findPair(
  a: (typeof features)[number],
  b: (typeof features)[number],
  reach: keyof typeof reaches = "all-or-most",
) {
  const cells = createPairMap(mapped, reach).flatMap(({ cells }) => cells);
  const cell = cells.find(({ features }) => features.includes(a) && features.includes(b));
  if (!cell) throw new Error(`There is no cell of ${a} and ${b}.`);
  return cell;
}
