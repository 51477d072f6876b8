import { getFigureParts } from "@/lib/answer/figure-parts";
import type { Figure } from "@/lib/answer/reply";
import type { ForestGroup, ForestRow } from "@/lib/answer/study-by-study";
import { interfaceText } from "@/lib/format/interface-text";
import { formatLimits, sum } from "@/lib/format/numbers";
import { stripFullStop, uncapitalise } from "@/lib/format/text";
import { calculateSingleIntervals, type IntervalMethod } from "@/lib/stats/interval";
import { type CellDomain, degreeNames, domainNames, type OutcomeDomain, timingNames } from "@/lib/vocabulary/outcomes";
import { formatSetTitle } from "./comparable-results-title";

/** What heads each section of the table of results. */
export const sectionNames: Record<CellDomain, string> = {
  response: domainNames.response,
  relapse: domainNames.relapse,
  survival: "Survival and deaths",
  harm: "Harm",
  pregnancy: interfaceText.pregnancyAndChild,
};

const groupNames = {
  listed: null,
  further: "Counted besides another result",
  words: "In words",
  subgroups: "Subgroups of other studies",
} as const;

/** What heads a group of rows; null where the section says it all. */
export function formatGroupTitle(group: ForestGroup): string | null {
  return group.kind === "set" ? formatSetTitle(group.set) : groupNames[group.kind];
}

/** A count as one row shows it, in the cells of the table. */
export type CountText = {
  /** what was counted: "skin clear or almost clear" */
  what: string;
  /** what tells it apart from like counts of its study: "complete", "after stopping"; null where nothing does */
  kind: string | null;
  /** whom the total counts, where that is not all treated */
  whom: string | null;
  count: string;
  percent: string | null;
  range: string;
  /** the range as it is read out: "52% to 84%" */
  limits: string;
  /** the group it is compared with */
  comparison: ComparisonText | null;
};

type ComparisonText = {
  label: string;
  count: string;
  percent: string | null;
  range: string;
  limits: string;
  difference: string | null;
  /** the same in short: "+35 points (15.5 to 51.0)" */
  points: string | null;
};

/** Words one count for its row. `treated` is how many the study treated; null where it does not say. */
export function describeCount(figure: Figure, treated: number | null): CountText {
  const { count, percent, range, limits, comparison } = getFigureParts(figure);
  const isAllTreated = figure.of === null && figure.total === treated;
  const isMore = (figure.comparison?.difference?.value ?? 0) > 0;
  return {
    what: figure.plain,
    kind: figure.timing ? timingNames[figure.timing] : figure.degree ? degreeNames[figure.degree] : null,
    whom: isAllTreated ? null : stripFullStop(figure.population),
    count,
    percent,
    range,
    limits,
    comparison: comparison && {
      label: comparison.label,
      count: comparison.count,
      percent: comparison.percent,
      range: comparison.range,
      limits: comparison.limits,
      difference: comparison.difference,
      points: comparison.points && `${isMore ? "+" : ""}${comparison.points}`,
    },
  };
}

/** "2 of 3 single cases": what single cases that are counted alike come to. */
export function formatSingleCases({ cases }: Extract<ForestRow, { kind: "single-cases" }>): string {
  return `${sum(cases.map(({ figure }) => figure.events))} of ${cases.length} single cases`;
}

/** "15 of its 42": the patients like this one in a study of others. */
export function formatPart({ n, of }: { n: number; of: number | null }): string {
  return of === null ? `${n} of its patients` : `${n} of its ${of}`;
}

/** "placebo", "DM": a comparison group within a line, where a capital is only that of an abbreviation. */
export function formatComparator(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? uncapitalise(label) : label;
}

const caseWords: Partial<Record<OutcomeDomain, Partial<Record<Figure["direction"], readonly [string, string]>>>> = {
  response: { benefit: ["responded", "did not respond"] },
  relapse: { harm: ["relapsed", "did not relapse"] },
  survival: { benefit: ["survived", "did not survive"], harm: ["died", "did not die"] },
};

/** What became of a single patient, beside its mark: "responded", "did not respond"; "yes" or "no" to what was counted elsewhere. */
export function formatSingleResult({ domain, direction, events }: Pick<Figure, "domain" | "direction" | "events">) {
  const [counted, other] = caseWords[domain]?.[direction] ?? ["yes", "no"];
  return events > 0 ? counted : other;
}

/**
 * The same with what was counted: "relapsed: disease back within six years", but "did not relapse (counted: disease back
 * within six years)", or what did not happen would read as what did.
 */
export function formatSingleCase(figure: Pick<Figure, "domain" | "direction" | "events" | "plain">): string {
  const result = formatSingleResult(figure);
  return figure.events > 0 ? `${result}: ${figure.plain}` : `${result} (counted: ${figure.plain})`;
}

/** How wide the interval of a single patient is, once for all of them; null where there is none among the rows. */
export function describeSingleIntervals(rows: readonly ForestRow[], method: IntervalMethod): string | null {
  const figures = rows.flatMap((row) =>
    row.kind === "words" ? [] : row.kind === "count" ? [row.figure] : row.cases.map(({ figure }) => figure),
  );
  if (!figures.some(({ total }) => total === 1)) return null;
  const [yes, no] = calculateSingleIntervals(method).map((interval) => formatLimits(interval, 1));
  return `A single case: 95% CI ${yes} if it is counted, ${no} if not. It says almost nothing about the next patient.`;
}
