import { interfaceText } from "@/lib/format/interface-text";
import { intervalMethodNames } from "@/lib/format/numbers";
import { getShortName, getSourceLink } from "@/lib/study/citation";
import { formatFollowUp, listDiagnosisCounts } from "@/lib/study/format";
import { getKind, getLevel } from "@/lib/study/kind";
import type { Outcome, Study } from "@/lib/study/schema";
import { features } from "@/lib/vocabulary/feature";
import {
  degreeNames,
  designNames,
  type FigureDomain,
  figureDomains,
  getCountName,
  sourceReadNames,
  timingNames,
} from "@/lib/vocabulary/outcomes";
import { formatSilence, formatTopic } from "@/lib/vocabulary/phrases";

/** The part of a figure that the table shows; every figure of an answer is one. */
export type CitedFigure = Pick<Outcome, "label" | "direction" | "population" | "definition" | "locator"> & {
  degree: keyof typeof degreeNames | null;
  timing: keyof typeof timingNames | null;
  subgroup: string | null;
  events: number;
  total: number;
  interval: { low: number; high: number; method: keyof typeof intervalMethodNames };
  derived: string | null;
  comparison: { label: string; events: number; total: number } | null;
};

export type CitedWords = { label: string; text: string; population: string; locator: string };

/** What a study says in one domain: a count, words, or neither. */
type CsvResult = { figure: CitedFigure | null; inWords: CitedWords | null };

/** A study as one row: its sheet, what the table shows of it, and further columns of the screen it was taken from. */
export type CsvRow = {
  study: Study;
  figures: Record<FigureDomain, CsvResult>;
  onScreen?: Record<string, string>;
};

type Cell = string | number | null;

/**
 * Studies as CSV by RFC 4180, one row a study, led by the byte order mark by which spreadsheets know UTF-8. What is not
 * reported is an empty cell. No cell begins with a sign that a spreadsheet would take for a formula.
 */
export function toCsv(rows: readonly CsvRow[]): string {
  const screenColumns = [...new Set(rows.flatMap(({ onScreen }) => Object.keys(onScreen ?? {})))];
  const table = rows.map((row) => ({
    ...listSheetCells(row.study),
    ...Object.fromEntries(screenColumns.map((name) => [name, row.onScreen?.[name] ?? null])),
    ...Object.fromEntries(figureDomains.flatMap((domain) => listFigureCells(domain, row.figures[domain]))),
    ...listFeatureCells(row.study),
    [interfaceText.sourceRead]: sourceReadNames[row.study.reads],
    Readers: row.study.extraction.readers,
    "In one sentence": row.study.bottomLine,
  }));
  const header = Object.keys(table[0] ?? {});
  const lines = [header, ...table.map((cells) => Object.values<Cell>(cells))];
  return `\uFEFF${lines.map((cells) => `${cells.map(formatCsvCell).join(",")}\r\n`).join("")}`;
}

function listSheetCells(study: Study): Record<string, Cell> {
  const { citation, design, participants, treatment } = study;
  const { regimen } = treatment;
  const kind = getKind(study);
  return {
    Study: getShortName(study),
    Id: study.id,
    Kind: kind,
    Design: designNames[design.type],
    "Level of evidence": kind === "treatment" || kind === "background" ? getLevel(design) : null,
    Year: citation.year,
    Authors: citation.authors.join("; ") || null,
    Title: citation.title,
    Journal: citation.journal,
    Volume: citation.volume,
    Issue: citation.issue,
    Pages: citation.pages,
    PMID: citation.pmid,
    DOI: citation.doi,
    PMCID: citation.pmcid,
    Link: getSourceLink(study).url,
    Cohort: study.cohort,
    Countries: design.countries.join("; ") || null,
    "Follow-up": formatFollowUp(design.followUp),
    Enrolled: participants.enrolled,
    [interfaceText.patientsTreated]: participants.treated,
    Women: participants.female,
    Men: participants.male,
    "Age group": participants.age.group === "unclear" ? null : participants.age.group,
    Diagnoses: listDiagnosisCounts(participants.diagnoses).join("; "),
    Immunoglobulin: treatment.agent,
    Role: treatment.role,
    Regimen: regimen?.text ?? null,
    "g/kg a course": regimen?.gPerKgPerCourse ?? null,
    [interfaceText.weeksBetween]: regimen?.intervalWeeks ?? null,
    [interfaceText.concomitant]: treatment.concomitant,
    [interfaceText.comparator]: treatment.comparator,
  };
}

function listFigureCells(domain: FigureDomain, { figure, inWords }: CsvResult): [string, Cell][] {
  const name = getCountName(domain, "benefit");
  const shown = figure ?? inWords;
  const cells: Record<string, Cell> = {
    reported: figure ? "as a count" : inWords ? "in words" : "not reported",
    // A survival figure may count deaths, which must never pass for survivors.
    counts: figure && getCountName(domain, figure.direction),
    events: figure?.events ?? null,
    total: figure?.total ?? null,
    "interval low": figure && rounded(figure.interval.low),
    "interval high": figure && rounded(figure.interval.high),
    "interval method": figure && `95%, ${intervalMethodNames[figure.interval.method]}`,
    label: shown?.label ?? null,
    degree: figure?.degree ? degreeNames[figure.degree] : null,
    timing: figure?.timing ? timingNames[figure.timing] : null,
    "of whom": shown?.population ?? null,
    "part of the study": figure?.subgroup ?? null,
    definition: figure?.definition ?? null,
    "worked out": figure?.derived ?? null,
    "against events": figure?.comparison?.events ?? null,
    "against total": figure?.comparison?.total ?? null,
    "against whom": figure?.comparison?.label ?? null,
    "read in": shown?.locator ?? null,
    "in words": inWords?.text ?? null,
  };
  return Object.entries(cells).map(([what, cell]) => [`${name}: ${what}`, cell]);
}

function listFeatureCells({ features: shares }: Study): Record<string, Cell> {
  return Object.fromEntries(
    features.map((feature) => {
      const { share, n } = shares[feature] ?? { share: "unclear" as const, n: null };
      const words = share === "unclear" ? formatSilence(feature, "not reported") : share;
      return [`Patients: ${formatTopic(feature)}`, n === null ? words : `${words} (${n})`];
    }),
  );
}

/** Proportions leave with four decimals, as the replies to other programs are documented. */
const rounded = (proportion: number) => Number(proportion.toFixed(4));

/** What a spreadsheet takes for the start of a formula, also in its full-width form, or skips before one. */
const startsFormula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** One cell: a text that would run as a formula gets an apostrophe in front, which spreadsheets read as "text". */
export function formatCsvCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return `${value}`;
  const safe = startsFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
