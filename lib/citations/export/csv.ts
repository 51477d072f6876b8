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
 * Studies as CSV by RFC 4180, one row a study, led by the byte order mark by which spreadsheets know UTF-8 and by the
 * line by which they know, in whatever language they run, that commas part the cells. What is not reported is an empty
 * cell. No cell is taken for a formula, a date or another number than it is.
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
  const lines = table.length === 0 ? [] : [header, ...table.map((cells) => Object.values<Cell>(cells))];
  return `\uFEFFsep=,\r\n${lines.map((cells) => `${cells.map(formatCsvCell).join(",")}\r\n`).join("")}`;
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

const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const month = "(?:0?[1-9]|1[0-2])";
const year = String.raw`(?:\d{2}|\d{4})`;
const part = String.raw`\s*[-/.]\s*`;
const monthName =
  "(?:jan(?:uar[yi]?)?|feb(?:ruar[yi]?)?|m[aä]r(?:ch|z|s)?|apr(?:il)?|ma[iy]|jun[ei]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)";

/** What a spreadsheet, in some language, would take for something else than a text. */
const misread: readonly RegExp[] = [
  // The start of a formula, also in its full-width form; and the sign that guards one, so that it can be taken away.
  /^[=+\-@\t\r\n＝＋－＠']/,
  // A date: "6-11", "12/2020", "1.5.", "2020-05-01", "Sep 1", "1. Sep 2020".
  new RegExp(`^\\s*(?:${day}${part}${month}|${month}${part}(?:${day}|${year})|${year}${part}${month})\\.?\\s*$`),
  /^\s*\d{1,4}([-/.])\d{1,4}\1\d{1,4}\s*$/,
  new RegExp(String.raw`^\s*(?:\d{1,2}[\s.-]*${monthName}[\s.,-]*\d{0,4}|${monthName}[\s.,-]*\d{1,4})\s*$`, "iu"),
  // A time, a decimal whose sign is another in some language, "1E5", a number with zeros in front or too long to keep.
  /^\s*\d+:\d+(?::\d+)?\s*$/,
  /^\s*\d+[.,]\d+\s*%?\s*$/,
  /^\s*\d+(?:[.,]\d+)?E[+-]?\d+\s*$/i,
  /^\s*(?:0\d+|\d{12,})\s*$/,
];

/**
 * One cell. A text that a spreadsheet would take for something else gets an apostrophe in front, by which it stays a
 * text. A decimal is written without a decimal sign, which differs between languages: 0.25 as 25E-2.
 */
export function formatCsvCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return formatCsvNumber(value);
  const safe = misread.some((pattern) => pattern.test(value)) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function formatCsvNumber(value: number): string {
  if (Number.isSafeInteger(value)) return `${value}`;
  const [, whole = "", decimals = "", power = "0"] = /^(-?\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential()) ?? [];
  return `${whole}${decimals}E${Number(power) - decimals.length}`;
}
