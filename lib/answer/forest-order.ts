import { sum } from "@/lib/format/numbers";
import { type ForestRow, listStudies } from "./study-by-study";

/** Orders of the rows within a group. Rank is the order of the answer. */
export const forestOrders = ["rank", "patients", "lower-limit", "year"] as const;
export type ForestOrder = (typeof forestOrders)[number];

/**
 * The rows of one group in another order: most patients, highest lower limit, or newest first. A study's further rows
 * stay below its first, by which it is placed. What has no such value comes last; equals keep their rank.
 */
export function orderForestRows(rows: readonly ForestRow[], order: ForestOrder): ForestRow[] {
  if (order === "rank") return [...rows];
  return gatherByStudy(rows)
    .map((block) => ({ block, value: block[0] ? read[order](block[0]) : null }))
    .sort((a, b) => (b.value ?? none) - (a.value ?? none))
    .flatMap(({ block }) => block);
}

/** Below every value that a row can have. */
const none = -1;

function gatherByStudy(rows: readonly ForestRow[]): ForestRow[][] {
  const blocks: ForestRow[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (last && row.kind !== "single-cases" && row.isFurther) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

/** What a row is placed by; null where it has no such value. */
const read: Record<Exclude<ForestOrder, "rank">, (row: ForestRow) => number | null> = {
  patients: (row) => {
    const treated = listStudies(row).flatMap(({ study }) => study.participants.treated ?? []);
    return treated.length > 0 ? sum(treated) : null;
  },
  "lower-limit": (row) => {
    if (row.kind === "words") return null;
    if (row.kind === "count") return row.figure.interval.low;
    return Math.max(...row.cases.map(({ figure }) => figure.interval.low));
  },
  year: (row) => {
    const years = listStudies(row).flatMap(({ study }) => study.citation.year ?? []);
    return years.length > 0 ? Math.max(...years) : null;
  },
};
