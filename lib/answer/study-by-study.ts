import { concernsPregnancy } from "@/lib/case/facts";
import { sum } from "@/lib/format/numbers";
import type { IntervalMethod } from "@/lib/stats/interval";
import { isRandomised } from "@/lib/study/kind";
import type { Study } from "@/lib/study/schema";
import { getReportedDomains } from "@/lib/study/summary";
import { listNames } from "@/lib/vocabulary/concepts";
import {
  type CellDomain,
  type ComparedDomain,
  cellDomains,
  comparedDomains,
  type FigureDomain,
  isFigureDomain,
  type OutcomeDomain,
  outcomeDomains,
} from "@/lib/vocabulary/outcomes";
import type { Answer } from "./answer";
import type { CountingStudy } from "./cells";
import type { ComparableSet } from "./comparable-results";
import type { Figure, OtherResult, TextResult } from "./reply";
import { getFigure, getText, listOtherResults } from "./result";
import type { StudyAnswer } from "./study-answer";

type StudyRow = {
  found: StudyAnswer;
  /** a further result of the study in the row before, which has its name */
  isFurther: boolean;
};

/** One row of the table: a count, a result in words, or single cases that count the same thing. */
export type ForestRow =
  | (StudyRow & { kind: "count"; figure: Figure; part: Part | null })
  | (StudyRow & { kind: "words"; text: TextResult })
  | { kind: "single-cases"; cases: CountingStudy[] };

/** Patients like this one within a study of others: 15 of its 42. `of` is null where the study does not say. */
type Part = { n: number; of: number | null };

/** Rows that are read together: those of one comparable set with its pool, or rows of one kind that belong to none. */
export type ForestGroup =
  | { kind: "set"; set: ComparableSet; rows: ForestRow[] }
  | { kind: "listed" | "further" | "words" | "subgroups"; set: null; rows: ForestRow[] };

/** What the studies that describe the patient report in one domain, and how many of them report nothing there. */
export type ForestSection = {
  domain: CellDomain;
  groups: ForestGroup[];
  reporting: number;
  silent: number;
  /** the figures of trials and series that lead in this domain */
  leading: ReadonlySet<Figure>;
};

type Told = Pick<Answer, "describing" | "studies" | "comparableSets" | "facts" | "cells">;

/**
 * Every result of the studies that describe the patient, and of the parts of other studies that share a feature of the
 * patient, domain by domain, as rows of one table. Each result is in one row; nothing is chosen by what was found.
 * @returns a section for each domain that any of them reports, in the order of `cellDomains`
 */
export function listForestSections(answer: Told): ForestSection[] {
  const domains = cellDomains.filter((domain) => domain !== "pregnancy" || concernsPregnancy(answer.facts));
  return domains.flatMap((domain) => {
    const groups = listGroups(domain, answer).filter(({ rows }) => rows.length > 0);
    if (groups.length === 0) return [];
    const own = new Set(
      groups.filter(({ kind }) => kind !== "subgroups").flatMap(({ rows }) => rows.flatMap(listStudies)),
    );
    const leads = answer.cells.flatMap((cell) => (cell.domain === domain && cell.lead) || []);
    const leading = new Set(
      leads.filter(({ rule }) => rule === "trial" || rule === "series").map(({ figure }) => figure),
    );
    return [{ domain, groups, reporting: own.size, silent: answer.describing.length - own.size, leading }];
  });
}

/** A domain that is folded away until it is asked for, with the describing studies that report it. */
export type FoldedDomain = { domain: Exclude<OutcomeDomain, FigureDomain>; reporting: StudyAnswer[] };

/**
 * What the describing studies report besides the sections: which studies, domain by domain in the order of a sheet. What
 * they say is in their sheets, which no page holds until they are fetched.
 */
export function listFoldedDomains({ describing, facts }: Pick<Answer, "describing" | "facts">): FoldedDomain[] {
  return outcomeDomains.flatMap((domain) => {
    if (isFigureDomain(domain) || domain === "adverse-event") return [];
    if (domain === "pregnancy-outcome" && concernsPregnancy(facts)) return [];
    const reporting = describing.filter(({ study }) => getReportedDomains(study)[domain]);
    return reporting.length > 0 ? [{ domain, reporting }] : [];
  });
}

/** The rows of a folded domain, from the sheets of its studies; a study whose sheet is not among them has none. */
export function listFoldedRows(
  { domain, reporting }: FoldedDomain,
  sheets: readonly Study[],
  method: IntervalMethod,
): ForestGroup {
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  return listOthers(reporting, ({ study }) => {
    const sheet = byId.get(study.id);
    return sheet ? listOtherResults(sheet, domain, method) : [];
  });
}

/** Whether any section or folded domain has a row: parts of the page lead there only then. */
export function hasResults(answer: Told): boolean {
  return answer.describing.length > 0 || listForestSections(answer).length > 0;
}

/**
 * The first groups of a section, and the rest of it: groups up to some number of rows, in the order of the answer, whatever
 * they found. Counts that are put together stay together; where the section has more than twice that many rows, the
 * further counts of all studies are in the rest, those of a trial as well: the first of each is in the open. A list is
 * parted between two studies. A figure that leads above is in the open: behind a button, single cases that went well
 * would be all that is seen of it.
 * @param most rows in the first part; a group that begins before it is not cut there
 */
export function partGroups(
  { groups, leading }: Pick<ForestSection, "groups" | "leading">,
  most: number,
): { first: ForestGroup[]; rest: ForestGroup[] } {
  const first: ForestGroup[] = [];
  const rest: ForestGroup[] = [];
  const isLong = sum(groups.map(({ rows }) => rows.length)) > 2 * most;
  const isLeading = (row: ForestRow) => row.kind === "count" && leading.has(row.figure);
  let count = 0;
  for (const group of groups) {
    // A randomised trial is in the open wherever it ranks.
    if (count >= most && group.set?.arms !== "randomised" && !group.rows.some(isLeading)) {
      rest.push(group);
      continue;
    }
    const shown = selectFirstRows(group, Math.max(0, most - count), isLong, isLeading);
    first.push({ ...group, rows: shown });
    if (shown.length < group.rows.length)
      rest.push({ ...group, rows: group.rows.filter((row) => !shown.includes(row)) });
    count += shown.length;
  }
  return { first, rest };
}

function selectFirstRows(
  { kind, set, rows }: ForestGroup,
  most: number,
  isLong: boolean,
  isLeading: (row: ForestRow) => boolean,
): ForestRow[] {
  const own = isLong && (set || kind === "listed") ? rows.filter((row) => isFirstOfStudy(row) || isLeading(row)) : rows;
  if (kind !== "listed") return own;
  // What leads, below the first row of its study, and then the others in their order.
  const leaders = new Set(own.filter(isLeading).flatMap(listStudies));
  const chosen = new Set(
    own.filter((row) => isLeading(row) || (isFirstOfStudy(row) && listStudies(row).some((one) => leaders.has(one)))),
  );
  for (const row of own) {
    if (chosen.size >= most && isFirstOfStudy(row)) break;
    chosen.add(row);
  }
  return own.filter((row) => chosen.has(row));
}

/** Whether a row has the name of its study; a list is parted only before such a row. */
function isFirstOfStudy(row: ForestRow): boolean {
  return row.kind === "single-cases" || !row.isFurther;
}

/** The studies of a row: one, or those of all its single cases. */
export function listStudies(row: ForestRow): StudyAnswer[] {
  return row.kind === "single-cases" ? row.cases.map(({ found }) => found) : [row.found];
}

function listGroups(domain: CellDomain, { describing, studies, comparableSets, facts }: Told): ForestGroup[] {
  if (domain === "harm") return [listOthers(describing, ({ harms }) => harms)];
  if (domain === "pregnancy") return [listOthers(describing, ({ pregnancy }) => pregnancy)];

  const getFurther = ({ otherFigures }: StudyAnswer) => otherFigures.filter((figure) => figure.domain === domain);
  const counted = describing.flatMap((found) => {
    const figure = getFigure(found.results[domain]);
    return figure ? [{ found, figure }] : [];
  });
  const createRows = (counts: readonly CountingStudy[]) => gatherSingleCases(counts, getFurther);
  const sets: ForestGroup[] = isCompared(domain)
    ? comparableSets
        .filter((set) => set.domain === domain)
        .map((set) => {
          const members = new Set(set.counts.map(({ study }) => study));
          return { kind: "set", set, rows: createRows(counted.filter(({ found }) => members.has(found.study))) };
        })
    : [{ kind: "listed", set: null, rows: createRows(counted) }];
  const told = describing.flatMap((found): ForestRow[] => {
    const text = getText(found.results[domain]);
    return text ? [{ kind: "words", found, text, isFurther: false }, ...createFurther(found, getFurther(found))] : [];
  });
  // A trial that found no difference stands with the trials that found one, and not at the end.
  const isTrial = (row: ForestRow) => listStudies(row).every(({ study }) => isRandomised(study));
  const trials = sets.find(({ set }) => set?.arms === "randomised");
  trials?.rows.push(...told.filter(isTrial));
  const words = trials ? told.filter((row) => !isTrial(row)) : told;
  const further = describing.flatMap((found) => {
    const [first, ...rest] = found.results[domain].kind === "none" ? getFurther(found) : [];
    return first ? [createCount(found, first), ...createFurther(found, rest)] : [];
  });
  // Not for what only follows from an answer: the weak patients of a study are not those with polymyositis.
  const answered = new Set(
    facts.aspects.flatMap(({ trait, answer, isStated }) => (answer === "yes" && isStated ? listNames(trait) : [])),
  );
  const subgroups = studies.flatMap((found) => {
    const figure = found.group === "part" ? getFigure(found.results[domain]) : null;
    if (!figure?.subgroup || !answered.has(figure.subgroup)) return [];
    return [{ ...createCount(found, figure), part: { n: figure.total, of: found.study.participants.treated } }];
  });
  return [
    ...sets,
    { kind: "words", set: null, rows: words },
    { kind: "further", set: null, rows: further },
    { kind: "subgroups", set: null, rows: subgroups },
  ];
}

function isCompared(domain: CellDomain): domain is ComparedDomain {
  return (comparedDomains as readonly CellDomain[]).includes(domain);
}

function createCount(found: StudyAnswer, figure: Figure, isFurther = false) {
  return { kind: "count" as const, found, figure, isFurther, part: null };
}

function createFurther(found: StudyAnswer, figures: readonly Figure[]): ForestRow[] {
  return figures.map((figure) => createCount(found, figure, true));
}

/** Rows of counts, each with the further counts of its study below it; single patients share the last row. */
function gatherSingleCases(
  counts: readonly CountingStudy[],
  getFurther: (found: StudyAnswer) => Figure[],
): ForestRow[] {
  const isSingle = ({ found, figure }: CountingStudy) => figure.total === 1 && getFurther(found).length === 0;
  const cases = counts.filter(isSingle);
  // One single case is told in a row of its own: a row of dots is for more than one.
  const rows = counts
    .filter((one) => cases.length === 1 || !isSingle(one))
    .flatMap(({ found, figure }) => [createCount(found, figure), ...createFurther(found, getFurther(found))]);
  return cases.length > 1 ? [...rows, { kind: "single-cases", cases }] : rows;
}

/** The results of a domain without a leading figure: all of a study, one below the other. */
function listOthers(describing: readonly StudyAnswer[], list: (found: StudyAnswer) => OtherResult[]): ForestGroup {
  const rows = describing.flatMap((found) =>
    list(found).map((result, index): ForestRow => {
      const isFurther = index > 0;
      return result.kind === "count"
        ? createCount(found, result.figure, isFurther)
        : { kind: "words", found, text: result.text, isFurther };
    }),
  );
  return { kind: "listed", set: null, rows };
}
