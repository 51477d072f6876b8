import { budgets } from "./budgets";
import { createRatioRow, createRow, type Section } from "./rows";
import { type Visits, visitedPages } from "./visits";

/** When the largest part of a page is painted. */
export function comparePaint({ bare, own }: Visits): Section {
  const theirs = bare.map(({ contentfulPaint }) => contentfulPaint);
  return {
    title: "Largest contentful paint",
    how:
      "From an empty cache, on a phone of 390 x 844 px, the processor slowed down 4 times, a line of 1.6 Mbit/s with 150 ms " +
      "of delay (slow 4G). The bare page is visited in turn with ours.",
    rows: visitedPages.map((page) => {
      const ours = own[page].map(({ contentfulPaint }) => contentfulPaint);
      return page === "/"
        ? createRatioRow({ what: page, ours, theirs, unit: "ms" }, budgets.contentfulPaint)
        : createRow({ what: page, ours, unit: "ms" });
    }),
    limits:
      "The turn of the line that brings the page, with the styles of its own markup; then laying it out " +
      "([decision 39](decisions/0039-the-first-paint.md) says what would have to change).",
  };
}
