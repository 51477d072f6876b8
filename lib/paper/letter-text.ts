import type { Answer } from "@/lib/answer/answer";
import type { AnswerCell } from "@/lib/answer/cells";
import { getFigureParts } from "@/lib/answer/figure-parts";
import { describeCell, nameCell } from "@/lib/answer/result-sentences";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { getSubject } from "@/lib/case/facts";
import { formatDate } from "@/lib/format/numbers";
import { capitalise } from "@/lib/format/text";
import type { StudySummary } from "@/lib/study/summary";
import { formatPatient } from "@/lib/vocabulary/phrases";
import { listBesideFindings } from "@/lib/wording/answer-sentences";
import { formatRegimenGiven } from "@/lib/wording/given-text";
import { formatReference } from "./paper-text";

/** Regimens that a letter names before it becomes a list. */
const MAX_REGIMENS = 4;

/**
 * A paragraph for a letter: the patient in words, what was counted in patients like this, what nobody studied, what was
 * given, harm, and numbered references in the style of Vancouver. It tells evidence and asks for nothing.
 * @returns "" where nothing is stated, or the library is not about such patients
 */
export function composeLetterText(answer: Answer): string {
  const { facts, library, scope, sentences, cells, describing, given } = answer;
  if (facts.stated.length === 0 || !scope.covered) return "";
  const references = createReferences();
  const patient = formatPatient(facts.defining.map((aspect) => getSubject(facts.profile, aspect)));
  // Cited first, because they are told first.
  const counted = cells.flatMap((cell) => composeCell(cell, describing, references.cite));
  const regimens = given.slice(0, MAX_REGIMENS).flatMap(({ id, dose }) => {
    const study = describing.find((one) => one.study.id === id)?.study;
    if (!study || !dose) return [];
    return [`${formatRegimenGiven(dose)} ${references.cite(study)}`];
  });
  const paragraphs = [
    `Published evidence on immunoglobulin for ${patient}, from a library of ${library.studies} studies, last searched ${formatDate(library.searched)}.`,
    [sentences.lead, ...counted, ...listBesideFindings(sentences), ...sentences.including, answer.certainty].join(" "),
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

/**
 * "Response, skin clear or almost clear: 19 of 27 (70%), 95% CI 52% to 84% [1]." with all that the screen has beside it:
 * the comparison, every other trial, and how the other studies stand to it, whatever they found.
 */
function composeCell(cell: AnswerCell, describing: readonly StudyAnswer[], cite: Cite): string[] {
  const { lead } = cell;
  if (!lead) return cell.domain === "relapse" || cell.domain === "harm" ? [`${nameCell(cell)}: not counted.`] : [];
  const { beside, others } = describeCell(cell, describing);
  const counts = lead.cases.map(({ found, figure }) => {
    const { countWithPercent, interval } = getFigureParts(figure);
    const limits = lead.rule === "single-cases" ? "" : `, ${interval}`;
    return `${figure.plain}: ${countWithPercent}${limits} ${cite(found.study)}`;
  });
  const told = [...beside, ...others].map((sentence) => citeNames(sentence, describing, cite));
  return [`${capitalise(nameCell(cell))}, ${counts.join("; ")}.`, ...told];
}

/** A sentence with the reference of each study that it names. */
function citeNames(sentence: string, describing: readonly StudyAnswer[], cite: Cite): string {
  return describing.reduce(
    (cited, { name, study }) => (cited.includes(name) ? cited.replace(name, `${name} ${cite(study)}`) : cited),
    sentence,
  );
}

type Cite = (study: StudySummary) => string;

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
