import { allowsPercent, formatCount } from "@/lib/format/numbers";
import { capitalise, joinWithOr, spellNumber } from "@/lib/format/text";
import type { CountingStudy } from "./cells";
import { compareByShare } from "./share-order";

/** Other studies that are told one by one; more are told by their size. */
export const MAX_LISTED = 3;

/**
 * "Marie 2010, 8 of 73": a count that stands among those of other studies. One that is no degree of response has its
 * words: "Speth 2016, stable after a year: 1 of 1" is no improvement.
 */
export function formatNamedCount({ found, figure }: CountingStudy): string {
  return isOfNoDegree({ figure })
    ? `${found.name}, ${figure.plain}: ${formatCount(figure)}`
    : `${found.name}, ${formatCount(figure)}`;
}

/** Whether a count is of what its own words alone tell, such as a state that was kept. */
export function isOfNoDegree({ figure }: Pick<CountingStudy, "figure">): boolean {
  return figure.degree === "other";
}

/**
 * How the counts of other studies are told: each with its study where they are few and differ; in words where all are the
 * same share, "1 of 1 each", "1 of 1 or 3 of 3"; else by size, because one patient is always nobody or everybody and
 * says nothing of a series, and what has words of its own by itself: "Cherin 1994, 3 of 11", "0 of 2 to 3 of 3 in five groups of two to four", "3 of 11 to 7 of 7 in eight series", "in 8 of 12 single
 * patients".
 */
export type Spread =
  | { kind: "listed"; counts: readonly CountingStudy[] }
  | { kind: "equal"; words: string }
  | { kind: "sized"; parts: string[] };

/** Finds how to tell the counts of other studies. Of none, the list is empty. */
export function findSpread(others: readonly CountingStudy[]): Spread {
  const counts = new Set(others.map(({ figure }) => formatCount(figure)));
  const isListed = others.length <= MAX_LISTED && (counts.size > 1 || others.length <= 1);
  if (isListed) return { kind: "listed", counts: others };
  const apart = others.filter(isOfNoDegree);
  if (apart.length === 0 && haveOneShare(others)) return { kind: "equal", words: wordEqual(others) };
  const alike = others.filter((one) => !isOfNoDegree(one));
  const single = alike.filter(({ figure }) => figure.total === 1);
  const series = alike.filter(({ figure }) => allowsPercent(figure.total));
  const few = alike.filter(({ figure }) => figure.total > 1 && !allowsPercent(figure.total));
  return {
    kind: "sized",
    parts: [
      ...tellGroups(series, "series"),
      ...tellGroups(few, "groups of two to four"),
      ...tellSingle(single),
      ...apart.map(formatNamedCount),
    ],
  };
}

/** The counts of other studies behind a colon, without the last full stop; "" of none. */
export function describeSpread(others: readonly CountingStudy[]): string {
  const spread = findSpread(others);
  if (spread.kind === "equal") return spread.words;
  // Each part of many is a sentence of its own, or one would not end.
  return spread.kind === "sized"
    ? spread.parts.map((part, place) => (place === 0 ? part : capitalise(part))).join(". ")
    : spread.counts.map(formatNamedCount).join("; ");
}

/**
 * Named one by one where they are few, else by the counts at their ends: "3 of 11 to 9 of 12 in six series".
 * Where several have the same share, the largest stands for them.
 */
function tellGroups(others: readonly CountingStudy[], name: string): string[] {
  if (others.length <= MAX_LISTED) return others.map(formatNamedCount);
  const largestFirst = [...others].sort((a, b) => b.figure.total - a.figure.total);
  const describeEnd = (isBeyond: (one: CountingStudy, end: CountingStudy) => boolean) =>
    formatCount(largestFirst.reduce((end, one) => (isBeyond(one, end) ? one : end)).figure);
  const words = haveOneShare(others)
    ? wordEqual(others)
    : `${describeEnd((one, end) => compareByShare(one, end) < 0)} to ${describeEnd((one, end) => compareByShare(one, end) > 0)}`;
  return [`${words} in ${spellNumber(others.length)} ${name}`];
}

/** One is named; of more it is told in how many it happened. */
function tellSingle(others: readonly CountingStudy[]): string[] {
  if (others.length <= 1) return others.map(formatNamedCount);
  const events = others.filter(({ figure }) => figure.events === 1).length;
  return [`in ${formatCount({ events, total: others.length })} single patients`];
}

function haveOneShare(others: readonly CountingStudy[]): boolean {
  return others.every((one, index) => index === 0 || compareByShare(one, others[0] ?? one) === 0);
}

/** "1 of 1 each", "1 of 1 or 3 of 3" */
function wordEqual(others: readonly CountingStudy[]): string {
  const ofFewFirst = [...others].sort((a, b) => a.figure.total - b.figure.total);
  const [only = "", ...more] = new Set(ofFewFirst.map(({ figure }) => formatCount(figure)));
  return more.length === 0 ? `${only} each` : joinWithOr([only, ...more]);
}
