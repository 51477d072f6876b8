import { capitalise, joinWithAnd } from "@/lib/format/text";
import { timingNames } from "@/lib/vocabulary/outcomes";
import type { AnswerCell, CountedOtherwise } from "./cells";
import { groupBy } from "./group-by";
import { formatNamedCount } from "./spread-text";

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
    ...count("it otherwise", "untreated", "enzyme", "enzyme-named"),
    ...(none > 0 ? [`${none} ${none === 1 ? "gives" : "give"} no count`] : []),
  ];
  return parts.length === 0 ? "" : `${capitalise(joinWithAnd(parts))}.`;
}

/** Whether studies count what a cell is about, in a way that no figure is made of. Relapses of another timing are not what a cell of one timing is about. */
export function isCountedOtherwise({ timing, otherwise }: Pick<AnswerCell, "timing" | "otherwise">): boolean {
  return otherwise.some(({ why }) => timing === null || why !== "timing");
}

/** Why a count stands in no figure of the cell. A relapse at another time, or another harm, stands elsewhere. */
const reasons = {
  untreated: "Some had no immunoglobulin",
  enzyme: "By an enzyme or antibody value only",
} as const;

/**
 * The counts that a reader would miss in a cell, by why it has no place for them, each with its timing where that is not
 * the cell's: "By an enzyme or antibody value only, after stopping: Mitsui 2013, 5 of 17."
 */
export function listUnusedCounts({ otherwise, timing }: Pick<AnswerCell, "otherwise" | "timing">): string[] {
  return (["untreated", "enzyme"] as const).flatMap((why) => {
    const ofWhy = groupBy(
      otherwise.filter((one) => one.why === why),
      ({ figure }) => figure.timing,
    );
    return [...ofWhy].map(([ofTiming, counts]) => {
      const when = ofTiming === null || ofTiming === timing ? "" : `, ${timingNames[ofTiming]}`;
      return `${reasons[why]}${when}: ${counts.map(formatNamedCount).join("; ")}.`;
    });
  });
}
