import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { isRandomised } from "@/lib/study/kind";
import { readLibrary } from "@/lib/study/load";
import type { Answer } from "./answer";
import { anyLikelyProfile } from "./describing.arbitrary";
import { answerTo, realLibrary } from "./library.arbitrary";
import { listCounts, listFigures, listTexts } from "./result";
import {
  type ForestRow,
  listFoldedDomains,
  listFoldedRows,
  listForestSections,
  listStudies,
  partGroups,
} from "./study-by-study";

const library = realLibrary();

const listRows = (answer: Answer): ForestRow[] =>
  listForestSections(answer).flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));

const listOwnRows = (answer: Answer): ForestRow[] =>
  listForestSections(answer).flatMap(({ groups }) =>
    groups.filter(({ kind }) => kind !== "subgroups").flatMap(({ rows }) => rows),
  );

/** Study and outcome of every count in some rows. */
function listCounted(rows: readonly ForestRow[]): string[] {
  return rows.flatMap((row) => {
    if (row.kind === "words") return [];
    const counts = row.kind === "count" ? [row] : row.cases;
    return counts.map(({ found, figure }) => `${found.study.id} ${figure.id}`);
  });
}

test("each count of the describing studies is in exactly one row, and no other count", () => {
  let rows = 0;
  fc.assert(
    fc.property(anyLikelyProfile, (profile) => {
      const answer = answerTo(profile, library);
      const isPregnancy = listForestSections(answer).some(({ domain }) => domain === "pregnancy");
      const expected = answer.describing.flatMap(({ study, results, otherFigures, harms, pregnancy }) =>
        [
          ...listFigures(results),
          ...otherFigures,
          ...listCounts(harms),
          ...(isPregnancy ? listCounts(pregnancy) : []),
        ].map(({ id }) => `${study.id} ${id}`),
      );
      const shown = listCounted(listOwnRows(answer));
      expect([...shown].sort()).toEqual([...expected].sort());
      rows += shown.length;
    }),
    { numRuns: 40 },
  );
  expect(rows).toBeGreaterThan(100);
});

test("each result in words of the describing studies is in exactly one row", () => {
  const answer = answerTo(exampleCases.refractoryAdult.profile, library);
  const expected = answer.describing.flatMap(({ study, results }) =>
    listTexts(results).map(({ label }) => `${study.id} ${label}`),
  );
  const shown = listForestSections(answer)
    .filter(({ domain }) => domain !== "harm")
    .flatMap(({ groups }) => groups.flatMap(({ rows }) => rows))
    .flatMap((row) => (row.kind === "words" ? [`${row.found.study.id} ${row.text.label}`] : []));
  expect(expected.length).toBeGreaterThan(3);
  expect([...shown].sort()).toEqual([...expected].sort());
});

test("a randomised trial that tells its result in words stands with the trials that count it", () => {
  const [response] = listForestSections(answerTo(exampleCases.refractoryAdult.profile, library));
  const trials = response?.groups.find(({ set }) => set?.arms === "randomised");
  const names = trials?.rows.flatMap((row) => (row.kind === "words" ? [row.found.study.id] : []));
  expect(names).toContain("miyasaka-2012");
  expect(trials?.rows.every((row) => listStudies(row).every(({ study }) => isRandomised(study)))).toBe(true);
});

test("single patients who are counted alike share a row, and only they", () => {
  const cases = Object.values(exampleCases).flatMap(({ profile }) =>
    listRows(answerTo(profile, library)).flatMap((row) => (row.kind === "single-cases" ? [row.cases] : [])),
  );
  expect(cases.length).toBeGreaterThan(3);
  for (const shared of cases) {
    expect(shared.length).toBeGreaterThan(1);
    for (const { figure } of shared) expect(figure.total).toBe(1);
  }
});

test("patients like this within a study of others are a row that says how many of its patients they are", () => {
  const all = Object.values(exampleCases).flatMap(({ profile }) =>
    listForestSections(answerTo(profile, library)).flatMap(({ groups }) =>
      groups.flatMap(({ kind, rows }) => (kind === "subgroups" ? rows : [])),
    ),
  );
  expect(all.length).toBeGreaterThan(0);
  for (const row of all) {
    if (row.kind !== "count") throw new Error("a subgroup is a count");
    expect(row.found.group).toBe("part");
    expect(row.part?.n).toBe(row.figure.total);
  }
});

test("a section says how many of the describing studies report nothing in it", () => {
  for (const { profile } of Object.values(exampleCases)) {
    const answer = answerTo(profile, library);
    for (const { reporting, silent } of listForestSections(answer)) {
      expect(reporting + silent).toBe(answer.describing.length);
    }
  }
});

test("every other domain that a describing study reports is folded, with a row for each of its outcomes", () => {
  const sheets = readLibrary("data").studies;
  let rows = 0;
  for (const { profile } of Object.values(exampleCases)) {
    const answer = answerTo(profile, library);
    const open = new Set(listForestSections(answer).map(({ domain }) => domain));
    const ids = new Set(answer.describing.map(({ study }) => study.id));
    const describing = sheets.filter(({ id }) => ids.has(id));
    const folded = listFoldedDomains(answer);
    const domains = folded.map(({ domain }) => domain);
    expect(domains).not.toContain("adverse-event");
    if (open.has("pregnancy")) expect(domains).not.toContain("pregnancy-outcome");
    for (const one of folded) {
      const outcomes = describing.flatMap((sheet) => sheet.outcomes.filter(({ domain }) => domain === one.domain));
      const group = listFoldedRows(one, sheets, "wilson");
      expect(group.rows).toHaveLength(outcomes.length);
      expect(new Set(group.rows.flatMap(listStudies)).size).toBe(one.reporting.length);
      rows += outcomes.length;
    }
  }
  expect(rows).toBeGreaterThan(40);
});

test("without the sheet of a study a folded domain has no row of it", () => {
  const [folded] = listFoldedDomains(answerTo(exampleCases.skinOnlyRefractory.profile, library));
  if (!folded) throw new Error("the case has a folded domain");
  expect(listFoldedRows(folded, [], "wilson").rows).toEqual([]);
});

test("the first part of a section and the rest hold each row once, in order, with no further count without the first of its study, no count of a set without the others, and the first count of every trial and of what leads in the first", () => {
  let parted = 0;
  let further = 0;
  let leads = 0;
  for (const { profile } of Object.values(exampleCases)) {
    for (const section of listForestSections(answerTo(profile, library))) {
      const { groups, leading } = section;
      for (const most of [1, 8, 100]) {
        const { first, rest } = partGroups(section, most);
        const order = groups.flatMap(({ rows }) => rows);
        const parts = [first, rest].map((part) => part.flatMap(({ rows }) => rows));
        expect(new Set(parts.flat())).toEqual(new Set(order));
        expect(parts.flat()).toHaveLength(order.length);
        for (const part of parts) expect(part).toEqual(order.filter((row) => part.includes(row)));
        const folded = rest.filter(({ set }) => set?.arms === "randomised").flatMap(({ rows }) => rows);
        for (const row of folded) expect(row.kind === "single-cases" || row.isFurther).toBe(true);
        const shown = first.reduce((count, { rows }) => count + rows.length, 0);
        if (rest.length > 0) expect(shown).toBeGreaterThanOrEqual(most);
        // A further count is in the open only below the first of its study.
        for (const { kind, rows } of first)
          for (const [place, row] of rows.entries())
            if (kind === "listed" && row.kind !== "single-cases" && row.isFurther)
              expect(rows[place - 1] && listStudies(rows[place - 1] as ForestRow)).toEqual([row.found]);
        const open = new Set(
          first.flatMap(({ rows }) => rows.flatMap((row) => (row.kind === "count" ? row.figure : []))),
        );
        for (const figure of leading) expect(open).toContain(figure);
        leads += leading.size;
        for (const { set, rows } of rest) {
          if (!set || !first.some((group) => group.set === set)) continue;
          for (const row of rows) expect(row.kind === "single-cases" || row.isFurther).toBe(true);
          further += rows.length;
        }
        parted += rest.length;
      }
    }
  }
  expect(parted).toBeGreaterThan(10);
  expect(further).toBeGreaterThan(10);
  expect(leads).toBeGreaterThan(20);
});
