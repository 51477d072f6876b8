import { formatCount } from "@/lib/format/numbers";
import { capitalise, joinWithAnd } from "@/lib/format/text";
import type { AnswerCell, CountedOtherwise } from "./cells";

/**
 * The describing studies of which a cell uses no count, by why: "28 give no count.", "2 count it otherwise and 28 give no
 * count." What counts it in a way that no figure of this cell can be made of is not said to count nothing.
 * @returns "" where every study is counted
 */
export function describeUnused({ silent, otherwise }: Pick<AnswerCell, "silent" | "otherwise">): string {
  const count = (words: string, ...why: CountedOtherwise["why"][]) => {
    const studies = otherwise.filter((one) => why.includes(one.why)).length;
    return studies === 0 ? [] : [`${studies} ${studies === 1 ? "counts" : "count"} ${words}`];
  };
  const none = silent - otherwise.length;
  const parts = [
    ...count("another harm", "harm"),
    ...count("it at another time", "timing"),
    ...count("it otherwise", "untreated", "enzyme"),
    ...(none > 0 ? [`${none} ${none === 1 ? "gives" : "give"} no count`] : []),
  ];
  return parts.length === 0 ? "" : `${capitalise(joinWithAnd(parts))}.`;
}

/** Why a count stands in no figure of the cell, for who asks. A relapse at another time has a cell of its own. */
const reasons = {
  untreated: "its total holds patients who were given no immunoglobulin",
  enzyme: "by an enzyme or antibody value only",
} as const;

/** Each count that a reader would miss in a cell: "Not used here: Levy 2010, 2 of 8, its total holds …" */
export function listUnusedCounts({ otherwise }: Pick<AnswerCell, "otherwise">): string[] {
  return otherwise.flatMap(({ found, figure, why }) => {
    if (why === "harm" || why === "timing") return [];
    return [`Not used here: ${found.name}, ${formatCount(figure)}, ${reasons[why]}.`];
  });
}
