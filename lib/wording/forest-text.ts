import { getFigureParts } from "@/lib/answer/figure-parts";
import type { Figure } from "@/lib/answer/reply";
import type { ForestGroup, ForestRow } from "@/lib/answer/study-by-study";
import { sum } from "@/lib/format/numbers";
import { stripFullStop } from "@/lib/format/text";
import { type CellDomain, degreeNames, domainNames, timingNames } from "@/lib/vocabulary/outcomes";
import { formatSetTitle } from "./comparable-results-title";

/** What heads each section of the table of results. */
export const sectionNames: Record<CellDomain, string> = {
  response: domainNames.response,
  relapse: domainNames.relapse,
  survival: "Survival and deaths",
  harm: "Harm",
  pregnancy: "Pregnancy and child",
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
  /** the group it is compared with */
  comparison: { label: string; count: string; percent: string | null; range: string; difference: string | null } | null;
};

/** Words one count for its row. `treated` is how many the study treated; null where it does not say. */
export function describeCount(figure: Figure, treated: number | null): CountText {
  const { count, percent, range, comparison } = getFigureParts(figure);
  const isAllTreated = figure.of === null && figure.total === treated;
  return {
    what: figure.plain,
    kind: figure.timing ? timingNames[figure.timing] : figure.degree ? degreeNames[figure.degree] : null,
    whom: isAllTreated ? null : stripFullStop(figure.population),
    count,
    percent,
    range,
    comparison: comparison && {
      label: comparison.label,
      count: comparison.count,
      percent: comparison.percent,
      range: comparison.range,
      difference: comparison.difference,
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
