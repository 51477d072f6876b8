import {
  allowsPercent,
  formatCount,
  formatCountWithPercent,
  formatLimits,
  formatPercent,
  formatPoints,
  formatRange,
  intervalMethodNames,
} from "@/lib/format/numbers";
import { workOutOnce } from "@/lib/format/object";
import { stripFullStop } from "@/lib/format/text";
import { getCountName, timingNames } from "@/lib/vocabulary/outcomes";
import type { Comparison, Figure } from "./reply";

/** A figure in words, in parts: every screen, paper and text chooses among them, and none words a figure again. */
export type FigureParts = {
  /** what is counted: "Response", "Deaths" */
  name: string;
  /** "19 of 27" */
  count: string;
  /** "70%"; null where there are too few patients for one */
  percent: string | null;
  /** "19 of 27 (70%)" */
  countWithPercent: string;
  /** "52% to 84%" */
  limits: string;
  /** "52–84%": the same in a table, where the column says what it is */
  range: string;
  /** "95% CI 52% to 84%" */
  interval: string;
  /** "Wilson" */
  method: string;
  /** "after stopping"; null where the outcome has no timing */
  timing: string | null;
  comparison: ComparisonParts | null;
  /** "Who: all treated" */
  denominator: string;
  /** "Definition: …"; null where the sheet gives none */
  definition: string | null;
  /** "How we got the number: …"; null for a count that its source prints */
  derivation: string | null;
};

/** The second arm of a figure, in parts. */
export type ComparisonParts = {
  label: string;
  count: string;
  percent: string | null;
  countWithPercent: string;
  limits: string;
  range: string;
  interval: string;
  method: string;
  /** "difference 35 points, 95% CI 15.5 to 51.0 (Newcombe)"; null where it would mislead */
  difference: string | null;
  /** "35 points (15.5 to 51.0)": the same where the method is named once for all */
  points: string | null;
  /** "number needed to treat 3"; null where there is none */
  numberNeeded: string | null;
  /** "p as reported <0.001"; null where the source gives none */
  p: string | null;
  /** why there is no difference; null where there is one */
  note: string | null;
};

/** The parts of a figure that every counted arm has. */
function getCountParts({ events, total, interval }: Pick<Figure, "events" | "total" | "interval">) {
  const limits = formatLimits(interval, total);
  return {
    count: formatCount({ events, total }),
    percent: allowsPercent(total) ? formatPercent(events / total) : null,
    countWithPercent: formatCountWithPercent({ events, total }),
    limits,
    range: formatRange(interval, total),
    interval: `95% CI ${limits}`,
    method: intervalMethodNames[interval.method],
  };
}

/** Words a figure, in parts; once for a figure, for its words do not depend on who asks. */
export const getFigureParts: (figure: Figure) => FigureParts = workOutOnce(wordFigure);

function wordFigure(figure: Figure): FigureParts {
  const { domain, direction, timing, comparison, population, definition, derived } = figure;
  return {
    name: getCountName(domain, direction),
    ...getCountParts(figure),
    timing: timing && timingNames[timing],
    comparison: comparison && getComparisonParts(comparison),
    denominator: formatDenominator(population),
    definition: definition && formatDefinition(definition),
    derivation: derived && `How we got the number: ${stripFullStop(derived)}`,
  };
}

function getComparisonParts(comparison: Comparison): ComparisonParts {
  const { label, difference, numberNeeded, p, note } = comparison;
  const points = difference && `${formatPoints(difference.value)} points`;
  const limits = difference && `${formatPoints(difference.low, 1)} to ${formatPoints(difference.high, 1)}`;
  return {
    label,
    ...getCountParts(comparison),
    difference: difference && `difference ${points}, 95% CI ${limits} (Newcombe)`,
    points: difference && `${points} (${limits})`,
    numberNeeded: numberNeeded && formatNumberNeeded(numberNeeded),
    p: p && formatReportedP(p),
    note,
  };
}

/** "number needed to treat 3" */
export function formatNumberNeeded({ direction, number }: NonNullable<Comparison["numberNeeded"]>): string {
  return `number needed to ${direction === "benefit" ? "treat" : "harm"} ${number}`;
}

/** Whom a total counts: "Who: all treated". */
export function formatDenominator(population: string): string {
  return `Who: ${stripFullStop(population)}`;
}

/** What was counted: "Definition: complete clearing of the skin". */
export function formatDefinition(definition: string): string {
  return `Definition: ${stripFullStop(definition)}`;
}

/** A p value as its source prints it. */
export function formatReportedP(p: string): string {
  return `p as reported ${p}`;
}

const timeOfCount = /\b(?:at|by) (?:(?:week|month) \d+|\d+ (?:weeks|months))\b/i;
/** Words that tell a time by themselves: "relapsed within two years". */
export const tellsTime = /\b(?:day|week|month|year)s?\b/i;

/**
 * What a figure that stands alone counts: "at least minimal improvement at week 16". The time of a response is in its
 * label, where a column of a table need not repeat it; apart from a table it goes wherever the count goes.
 */
export function nameCountWithTime({ domain, plain, label }: Pick<Figure, "domain" | "plain" | "label">): string {
  const [time] = (domain === "response" && !tellsTime.test(plain) && timeOfCount.exec(label)) || [];
  return time ? `${plain} ${time}` : plain;
}
