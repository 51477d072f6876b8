import type { Answer } from "@/lib/answer/answer";
import { createFigure, isCounted } from "@/lib/answer/figure";
import { getFigureParts } from "@/lib/answer/figure-parts";
import type { Figure } from "@/lib/answer/reply";
import { getFigure, getText, listTimes } from "@/lib/answer/result";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { interfaceText } from "@/lib/format/interface-text";
import { sum } from "@/lib/format/numbers";
import { capitalise, joinLabel, stripFullStop } from "@/lib/format/text";
import { domainNames, type FigureDomain, figureDomains } from "@/lib/vocabulary/outcomes";
import { type CountText, describeCount } from "@/lib/wording/forest-text";
import type { Printed } from "./printed";
import { describeHarm, describePregnancy, noResult } from "./study-lines";

/** A row of the printed table: a count with its interval, or words across the columns. */
export type PrintedRow =
  | { kind: "count"; figure: Figure; text: CountText }
  | { kind: "words"; name: string | null; text: string; report: StudyAnswer };

/** Letters of words that stand in one line of the table. */
const LETTERS_A_LINE = 110;

/** About how many lines rows take on paper, which decides how many studies fit. */
export function countLines(rows: readonly PrintedRow[]): number {
  return sum(
    rows.map((row) => {
      if (row.kind === "words") return Math.ceil((row.text.length + (row.name?.length ?? 0)) / LETTERS_A_LINE);
      return row.text.comparison || row.text.whom ? 2 : 1;
    }),
  );
}

/** Further responses of a study that have a row: of a trial the degrees beside the first, of a series one. */
const MAX_DEGREES = 2;

/**
 * What one study says on paper, row by row: response, relapse with what is counted within it, survival, harm, and what
 * became of a child. Which rows there are depends on what a sheet counts, and never on what it found.
 */
export function listPrintedRows(
  found: StudyAnswer,
  answer: Pick<Answer, "studies" | "describing" | "cells">,
  printed: Pick<Printed, "studies">,
): PrintedRow[] {
  const rows = figureDomains.flatMap((domain) => {
    // When it happened is told with what leads; a row has room for the count.
    const isLeading = answer.cells.some(({ lead }) => lead?.found === found && lead.figure.domain === domain);
    const figure = getFigure(found.results[domain]);
    return listDomainRows(domain, found, isLeading || !figure ? [] : listTimes(found.study, figure));
  });
  const harm = describeHarm(found, answer, printed);
  const pregnancy = describePregnancy(found);
  return [
    ...(rows.length > 0 ? rows : [createWords(null, noResult, found)]),
    ...(harm ? [createWords("Harm", `${harm.text}.`, harm.report)] : []),
    ...(pregnancy ? [createWords(interfaceText.pregnancyAndChild, `${pregnancy}.`, found)] : []),
  ];
}

function listDomainRows(domain: FigureDomain, found: StudyAnswer, times: readonly string[]): PrintedRow[] {
  const { study, results } = found;
  const text = getText(results[domain]);
  const counts = listCounts(domain, found);
  const rows = counts.map((figure): PrintedRow => {
    const words = describeCount(figure, study.participants.treated);
    const when = domain === "relapse" && figure.domain === domain ? [words.kind, ...times] : [];
    const whom = [words.whom, ...when].flatMap((part) => part ?? []).join("; ");
    return { kind: "count", figure, text: { ...words, whom: whom || null } };
  });
  // Whom several counts have in common is said with the first of them.
  let before: string | null = null;
  for (const row of rows) {
    if (row.kind !== "count") continue;
    const { whom } = row.text;
    if (whom === before) row.text = { ...row.text, whom: null };
    before = whom;
  }
  return text
    ? [createWords(`${domainNames[domain]}, in words`, joinLabel(capitalise(text.plain), text.text), found), ...rows]
    : rows;
}

/** The figure that leads and those that are counted with it: degrees of a response, other timings and parts of a relapse. */
function listCounts(domain: FigureDomain, found: StudyAnswer): Figure[] {
  const first = getFigure(found.results[domain]);
  const others = found.otherFigures.filter((figure) => figure.domain === domain);
  if (domain === "response") {
    const isTrial = first?.comparison !== null && first !== null;
    const degrees = others.filter(({ comparison, degree }) => degree !== "other" && (!isTrial || comparison));
    return [...(first ? [first] : []), ...degrees.slice(0, isTrial ? MAX_DEGREES : 1)];
  }
  const shown = first ? [first, ...others.filter(({ timing }) => timing !== first.timing)] : others.slice(0, 1);
  return domain === "relapse" ? [...shown, ...shown.flatMap((figure) => listWithin(figure, found))] : shown;
}

/** What is counted of the patients of a figure and is in no domain of its own: relapses that were controlled again. */
function listWithin({ id, interval }: Figure, { study }: StudyAnswer): Figure[] {
  return study.outcomes
    .filter(isCounted)
    .filter(({ of, domain }) => of === id && domain === "retreatment")
    .map((outcome) => createFigure(study, outcome, interval.method));
}

function createWords(name: string | null, text: string, report: StudyAnswer): PrintedRow {
  return { kind: "words", name, text: capitalise(stripFullStop(text)).concat("."), report };
}

/** "A single case: 1 of 1, 95% CI 0.21–1; 0 of 1, 95% CI 0–0.79 (Wilson).": said once for all of them; null where there is none. */
export function describeSingleCases(rows: readonly PrintedRow[]): string | null {
  const figures = rows.flatMap((row) => (row.kind === "count" && row.figure.total === 1 ? [row.figure] : []));
  const intervals = new Set(
    figures.map((figure) => {
      const { count, range } = getFigureParts(figure);
      return `${count}, ${range}`;
    }),
  );
  return intervals.size === 0 ? null : `95% interval of a single case: ${[...intervals].join("; ")}.`;
}
