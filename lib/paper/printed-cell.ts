import { describeUncounted } from "@/lib/answer/cell-text";
import { type AnswerCell, listOtherTrials } from "@/lib/answer/cells";
import { describeCell, nameCell } from "@/lib/answer/result-sentences";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { joinWithAnd } from "@/lib/format/text";
import type { Printed } from "./printed";

/** The cells that are drawn, each with what stands beside its figure, and lines as wide as the page below all of them. */
export type StripLayout = {
  drawn: { cell: AnswerCell; beside: string[] }[];
  lines: { name: string; text: string }[];
};

/**
 * What paper says of each cell. What its patients are unlike others in, and the name of every other trial, stay beside
 * its figure. How other studies stand to it is told below: in a narrow column it would be so long that the other columns
 * end in blanks.
 */
export function layOutStrip(
  cells: readonly AnswerCell[],
  describing: readonly StudyAnswer[],
  printed: Pick<Printed, "studies">,
): StripLayout {
  const told = cells.map((cell) => ({
    cell,
    name: nameCell(cell),
    ...listSentences(cell, describing, cells, printed),
  }));
  // Relapses of a timing that nobody counts, beside those of another that are, have no cell: what is told of them is a line
  // below, and that they are not counted stands in the cell of the others.
  const drawn = told.filter(({ cell: { lead, timing } }) => lead || timing === null);
  const uncounted = told.filter((one) => !drawn.includes(one));
  const describeNone = ({ cell }: (typeof told)[number]) => describeUncounted(describing, [cell]);
  const firstRelapse = drawn.find(({ cell }) => cell.domain === "relapse");
  const silent = uncounted.filter(({ below }) => below.length === 0);
  return {
    drawn: drawn.map((one) => ({
      cell: one.cell,
      beside: [
        ...(one === firstRelapse ? silent.map((none) => `${none.name}: ${describeNone(none)}.`) : []),
        ...one.inCell,
      ],
    })),
    lines: [
      ...drawn.filter(({ below }) => below.length > 0).map(({ name, below }) => ({ name, text: below.join(" ") })),
      ...uncounted
        .filter(({ below }) => below.length > 0)
        .map((none) => ({ name: none.name, text: [`${describeNone(none)}.`, ...none.below].join(" ") })),
    ],
  };
}

/**
 * What stands beside the figure of a cell and below it: the same as everywhere, but what the table tells in rows of its own:
 * what is counted within a relapse, words of a study that has a row, and other trials where all of them have one.
 */
function listSentences(
  cell: AnswerCell,
  describing: readonly StudyAnswer[],
  cells: readonly AnswerCell[],
  { studies }: Pick<Printed, "studies">,
): { inCell: string[]; below: string[] } {
  const shown = { ...cell, inWords: cell.inWords.filter(({ found }) => !studies.includes(found)) };
  const { own, trials, inWords, nested, others } = describeCell(shown, describing, cells);
  const below = [...inWords, ...others.slice(nested.length)];
  // Where nothing leads there is no figure to stand beside.
  if (!cell.lead) return { inCell: [], below: [...trials, ...below] };
  const named = listOtherTrials(cell, describing).map(({ trial }) => trial);
  const alsoRandomised =
    named.length > 0 ? [`Also randomised, told below: ${joinWithAnd(named.map(({ name }) => name))}.`] : [];
  const haveRows = named.every((trial) => studies.includes(trial));
  return { inCell: [...own, ...alsoRandomised], below: [...(haveRows ? [] : trials), ...below] };
}
