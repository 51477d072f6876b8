import type { Answer } from "@/lib/answer/answer";
import type { AnswerCell } from "@/lib/answer/cells";
import { formatGramsWithRegimen } from "@/lib/answer/dose";
import { getFigureParts } from "@/lib/answer/figure-parts";
import { nameCell } from "@/lib/answer/result-sentences";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { describeSpecialTraits } from "@/lib/answer/trait-sentences";
import { getSubject } from "@/lib/case/facts";
import { formatDate } from "@/lib/format/numbers";
import { capitalise, pluralise, stripFullStop } from "@/lib/format/text";
import type { StudySummary } from "@/lib/study/summary";
import { formatPatient } from "@/lib/vocabulary/phrases";
import { formatReference } from "./paper-text";

/** Regimens that a letter names before it becomes a list. */
const MAX_REGIMENS = 4;

/**
 * A paragraph for a letter: the patient in words, what was counted in patients like this, what nobody studied, what was
 * given, harm, and numbered references in the style of Vancouver. It tells evidence and asks for nothing.
 * @returns "" where nothing is stated, or the library is not about such patients
 */
export function composeLetterText(answer: Answer): string {
  const { facts, library, scope, verdict, gap, cells, describing, given } = answer;
  if (facts.stated.length === 0 || !scope.covered) return "";
  const references = createReferences();
  const patient = formatPatient(facts.stated.map((aspect) => getSubject(facts.profile, aspect)));
  const found =
    describing.length > 0
      ? `${pluralise(describing.length, "study describes", "studies describe")} ${patient} given immunoglobulin (${pluralise(verdict.patients, "patient", "patients")}).`
      : gap.text;
  // Cited first, because they are told first.
  const counted = cells.flatMap((cell) => composeCell(cell, references.cite));
  const regimens = given.slice(0, MAX_REGIMENS).flatMap(({ id, dose }) => {
    const study = describing.find((one) => one.study.id === id)?.study;
    if (!study || !dose) return [];
    return [`${formatGramsWithRegimen(dose) ?? stripFullStop(dose.regimen)} ${references.cite(study)}`];
  });
  const paragraphs = [
    `Published evidence on immunoglobulin for ${patient}, from a library of ${library.studies} studies, last searched ${formatDate(library.searched)}.`,
    [found, ...counted].join(" "),
    regimens.length > 0 ? `Regimens of these studies: ${regimens.join("; ")}.` : "",
    "This lists published evidence. It makes no recommendation.",
  ];
  const listed = references.list();
  return [
    ...paragraphs.filter(Boolean),
    listed.length > 0
      ? ["References", ...listed.map((study, index) => `${index + 1}. ${formatReference(study)}`)].join("\n")
      : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** "Response, skin clear or almost clear: 19 of 27 (70%), 95% CI 52% to 84% [1]." with what must stand beside it. */
function composeCell(cell: AnswerCell, cite: (study: StudySummary) => string): string[] {
  const { lead } = cell;
  if (!lead) return cell.domain === "relapse" || cell.domain === "harm" ? [`${nameCell(cell)}: not counted.`] : [];
  const told = (found: StudyAnswer, figure: typeof lead.figure) => {
    const { countWithPercent, interval, comparison } = getFigureParts(figure);
    const against = comparison?.difference
      ? `, against ${comparison.countWithPercent} on ${comparison.label.toLowerCase()} (${comparison.difference})`
      : "";
    const limits = lead.rule === "single-cases" ? "" : `, ${interval}`;
    return `${figure.plain}: ${countWithPercent}${limits}${against} ${cite(found.study)}`;
  };
  return [
    `${capitalise(nameCell(cell))}, ${lead.cases.map(({ found, figure }) => told(found, figure)).join("; ")}.`,
    ...lead.cases.flatMap(({ found }) => describeSpecialTraits(found, found.name)),
  ];
}

/** References in the order in which they are first cited. */
function createReferences() {
  const cited: StudySummary[] = [];
  return {
    cite(study: StudySummary): string {
      if (!cited.includes(study)) cited.push(study);
      return `[${cited.indexOf(study) + 1}]`;
    },
    list: (): readonly StudySummary[] => cited,
  };
}
