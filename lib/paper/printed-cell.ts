import type { AnswerCell } from "@/lib/answer/cells";
import { describeCell } from "@/lib/answer/result-sentences";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { joinWithAnd } from "@/lib/format/text";
import { identifyPatients, selectSeparateTrials } from "@/lib/study/cohort";
import type { Printed } from "./printed";

/**
 * What stands beside the figure of a cell on paper: the same as everywhere, but what the table below tells in rows of its
 * own: what is counted within a relapse, words of a study that has a row, and other trials where all of them have one.
 */
export function listSentencesBeside(
  cell: AnswerCell,
  describing: readonly StudyAnswer[],
  cells: readonly AnswerCell[],
  { studies }: Pick<Printed, "studies">,
): string[] {
  const shown = { ...cell, inWords: cell.inWords.filter(({ found }) => !studies.includes(found)) };
  const { own, beside, nested, others: all } = describeCell(shown, describing, cells);
  // What is counted within a relapse has rows of its own in the table.
  const others = all.slice(nested.length);
  const leading = new Set(cell.lead?.cases.map(({ found }) => identifyPatients(found.study)));
  const trials = selectSeparateTrials(cell.trials.map(({ study }) => study)).filter(
    (study) => !leading.has(identifyPatients(study)),
  );
  const rows = trials.map((study) => studies.find((found) => found.study.id === study.id));
  if (cell.domain !== "response" || trials.length === 0 || rows.includes(undefined)) return [...beside, ...others];
  const names = rows.flatMap((found) => found?.name ?? []);
  return [...own, `Also randomised, told below: ${joinWithAnd(names)}.`, ...others];
}
