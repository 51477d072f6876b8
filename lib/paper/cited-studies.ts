import type { AnswerCell } from "@/lib/answer/cells";
import type { StudySummary } from "@/lib/study/summary";
import { listGuidelineLines } from "./paper-blocks";
import { describeAnswer, type PaperContent } from "./paper-text";
import { createReferences, splitAtNames } from "./references";
import { listStudiedParts } from "./studied-parts";
import { describeHarm } from "./study-lines";

/** Every study and guideline that the paper names with a number, in the order in which it does. */
export function listCitedStudies({
  answer,
  printed,
}: Pick<PaperContent, "answer" | "printed">): readonly StudySummary[] {
  const references = createReferences();
  const citeLeads = (cells: readonly AnswerCell[]) => {
    for (const { lead } of cells) for (const { found } of lead?.cases ?? []) references.cite(found.study);
  };
  // What the head of the page says names studies before any figure does.
  for (const sentence of describeAnswer(answer).rest)
    for (const { study } of splitAtNames(sentence, answer.studies)) if (study) references.cite(study);
  citeLeads(answer.cells);
  // Single cases of a part are added up there, and named below.
  for (const { cells } of listStudiedParts(answer))
    citeLeads(cells.filter(({ lead }) => lead?.rule !== "single-cases"));
  for (const found of printed.studies) {
    references.cite(found.study);
    const harm = describeHarm(found, answer, printed);
    if (harm) references.cite(harm.report.study);
  }
  for (const study of printed.others) references.cite(study);
  if (answer.scope.covered) for (const { study } of listGuidelineLines(answer).lines) references.cite(study);
  return references.list();
}
