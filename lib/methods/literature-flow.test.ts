import { expect, test } from "vitest";
import { createStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import { countLiteratureFlow } from "./literature-flow";

const paper = { title: "A report", year: null, pmid: null, doi: null };
const left = (reason: string) => ({ ...paper, reason, date: "2026-11-25" });
const wanted = (reason: string, inPart?: true) => ({ ...paper, reason, about: [], ...(inPart && { inPart }) });

test("sheets by kind, and what is left out or missing, by reason", () => {
  const studies = [
    createStudy({ id: "a-2001", cohort: "one" }),
    createStudy({ id: "b-2002", cohort: "one" }),
    createStudy({ id: "c-2003" }),
    createStudy({ id: "d-2004", treatment: { agent: null } }),
    createStudy({ id: "e-2005", design: { type: "systematic-review" } }),
    createStudy({ id: "f-2006", design: { type: "guideline" } }),
  ];
  const flow = countLiteratureFlow({
    studies,
    screened: [left("in mice"), left("no patient"), left("no patient")],
    wanted: [wanted("no page"), wanted("no results"), wanted("all statements but one", true), wanted("no results")],
  });
  expect(flow).toEqual({
    reports: 12,
    leftOut: 3,
    leftOutReasons: [
      { reason: "no patient", count: 2 },
      { reason: "in mice", count: 1 },
    ],
    missing: 3,
    missingReasons: [
      { reason: "no results", count: 2 },
      { reason: "no page", count: 1 },
    ],
    sheets: 6,
    sheetsByKind: { treatment: 3, background: 1, review: 1, guideline: 1 },
    separateGroups: 2,
  });
});

test("the numbers of the real library add up", () => {
  const library = loadLibrary();
  expect(library.studies.length).toBeGreaterThan(100);
  expect(library.wanted.length).toBeGreaterThan(20);
  const flow = countLiteratureFlow(library);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  expect(sum(Object.values(flow.sheetsByKind))).toBe(flow.sheets);
  expect(sum(flow.missingReasons.map(({ count }) => count))).toBe(flow.missing);
  expect(sum(flow.leftOutReasons.map(({ count }) => count))).toBe(flow.leftOut);
  expect(flow.sheets + flow.missing + flow.leftOut).toBe(flow.reports);
  expect(flow.separateGroups).toBeLessThan(flow.sheetsByKind.treatment);
});
