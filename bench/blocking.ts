import { budgets } from "./budgets";
import { createRatioRow, type Section } from "./rows";
import { type Visits, visitedPages } from "./visits";

/** How long a page that is painted does not react. */
export function compareBlocking({ bare, own }: Visits): Section {
  const theirs = bare.map(({ blockingTime }) => blockingTime);
  return {
    title: "Total blocking time",
    how: "Of the same visits: what tasks after the first paint take over 50 ms each, until the page is idle.",
    rows: visitedPages.map((page) =>
      createRatioRow(
        { what: page, ours: own[page].map(({ blockingTime }) => blockingTime), theirs, unit: "ms" },
        budgets.blockingTime,
      ),
    ),
    limits: "Reading the scripts, and React taking over what the server has drawn.",
  };
}
