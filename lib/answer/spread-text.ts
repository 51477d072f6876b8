import { allowsPercent, formatCount } from "@/lib/format/numbers";
import { joinWithOr } from "@/lib/format/text";
import type { CountingStudy } from "./cells";
import { compareByShare } from "./share-order";

/** Other studies that are told one by one; more are told by their ends. */
const MAX_LISTED = 3;

/** "Marie 2010, 8 of 73": a count that stands among those of other studies, and is no sum of theirs. */
export function formatNamedCount({ found, figure }: CountingStudy): string {
  return `${found.name}, ${formatCount(figure)}`;
}

/**
 * How the counts of other studies are told, which is never as a sum: each with its study where they are few and differ;
 * in words where all are the same share, "1 of 1 each", "1 of 1 or 3 of 3"; else by the counts at the ends.
 */
export type Spread =
  | { kind: "listed"; counts: readonly CountingStudy[] }
  | { kind: "equal"; words: string }
  | { kind: "ends"; low: string; high: string };

/** Finds how to tell the counts of other studies. Of none, the list is empty. */
export function findSpread(others: readonly CountingStudy[]): Spread {
  const counts = new Set(others.map(({ figure }) => formatCount(figure)));
  const isListed = others.length <= MAX_LISTED && (counts.size > 1 || others.length <= 1);
  return isListed ? { kind: "listed", counts: others } : findEnds(others);
}

/**
 * The counts of series where single patients are among the others, which are always nobody or everybody.
 * @returns null where all are series, or fewer than two are
 */
export function findSpreadOfSeries(others: readonly CountingStudy[]): { studies: number; spread: Spread } | null {
  const series = others.filter(({ figure }) => allowsPercent(figure.total));
  if (series.length < 2 || series.length === others.length) return null;
  return { studies: series.length, spread: findEnds(series) };
}

function findEnds(others: readonly CountingStudy[]): Exclude<Spread, { kind: "listed" }> {
  const sorted = [...others].sort(compareByShare);
  const [low, high] = [sorted.at(0), sorted.at(-1)];
  const counts = sorted.map(({ figure }) => formatCount(figure));
  if (low && high && compareByShare(low, high) < 0)
    return { kind: "ends", low: counts[0] ?? "", high: counts.at(-1) ?? "" };
  const distinct = [...new Set(counts)];
  return { kind: "equal", words: distinct.length === 1 ? `${distinct[0]} each` : joinWithOr(distinct) };
}
