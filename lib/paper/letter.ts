import type { Answer } from "@/lib/answer/answer";
import { describeUncountedInShort } from "@/lib/answer/cell-text";
import type { AnswerCell, Lead } from "@/lib/answer/cells";
import { getFigureParts } from "@/lib/answer/figure-parts";
import { describeRegimenOfLead, findFirstLead } from "@/lib/answer/lead-regimen";
import { describeCell, nameCell } from "@/lib/answer/result-sentences";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { formatWantedReports } from "@/lib/answer/wanted-reports";
import { getSubject } from "@/lib/case/facts";
import { formatDate } from "@/lib/format/numbers";
import { capitalise } from "@/lib/format/text";
import { selectFirstReports } from "@/lib/study/cohort";
import type { StudySummary } from "@/lib/study/summary";
import { formatPatient } from "@/lib/vocabulary/phrases";
import { describeSilentStudies } from "@/lib/wording/answer-head";
import { listBesideFindings } from "@/lib/wording/answer-sentences";
import { describeStatedCase } from "@/lib/wording/case-text";
import { formatRegimenGiven } from "@/lib/wording/given-text";
import { hasLetter } from "./has-letter";
import { createReferences, formatReference } from "./references";
import { listStudiedParts } from "./studied-parts";

/** Regimens that a letter names before it becomes a list. */
const MAX_REGIMENS = 4;

/** What a request for funding needs, in parts that are written as plain text or as rich text. */
export type Letter = { paragraphs: string[]; references: string[] };

const referencesTitle = "References";

/**
 * A letter: the patient in words, what was counted in patients like this, what nobody studied, what was given, harm, and
 * numbered references in the style of Vancouver. It tells evidence and asks for nothing.
 * @returns null where nothing is stated, or the library is not about such patients
 */
export function composeLetter(answer: Answer): Letter | null {
  if (!hasLetter(answer)) return null;
  const { facts, library, sentences, cells, describing, given } = answer;
  const references = createReferences();
  const cite = (study: StudySummary) => `[${references.cite(study)}]`;
  const patient = formatPatient(facts.defining.map((aspect) => getSubject(facts.profile, aspect)));
  // Cited first, because they are told first.
  const first = findFirstLead(cells);
  const counted = cells.flatMap((cell) => composeCitedCell(cell, describing, cite, first));
  const nearest = listStudiedParts(answer).map(({ name, studies, cells: ofPart }) =>
    [
      `Of patients who share a part of this (${name.toLowerCase()}):`,
      ...ofPart.flatMap((cell) => composeCitedCell(cell, studies, cite)),
    ].join(" "),
  );
  // Reports on the same patients tell of one regimen.
  const told = describing.filter(({ study, dose }) => dose && given.some(({ id }) => id === study.id));
  const regimens = selectFirstReports(told.map(({ study }) => study))
    .slice(0, MAX_REGIMENS)
    .map((study) => {
      const dose = told.find((found) => found.study === study)?.dose ?? null;
      return `${formatRegimenGiven(dose)} ${cite(study)}`;
    });
  const wanted = formatWantedReports(answer.wanted);
  const paragraphs = [
    `Published evidence on immunoglobulin for ${patient}, from a library of ${library.studies} studies, last searched ${formatDate(library.searched)}. The case as entered: ${describeStatedCase(facts.profile)}`,
    [
      sentences.lead,
      ...describeSilentStudies(answer),
      ...counted,
      ...listBesideFindings(sentences),
      ...sentences.including,
      answer.certainty,
    ].join(" "),
    ...nearest,
    regimens.length > 0 ? `Regimens of these studies: ${regimens.join("; ")}.` : "",
    wanted === null ? "" : `${wanted}.`,
    "This lists published evidence. It makes no recommendation.",
  ];
  return { paragraphs: paragraphs.filter(Boolean), references: references.list().map(formatReference) };
}

/** The letter as plain text; "" where there is none. */
export function writeLetterText(letter: Letter | null): string {
  if (!letter) return "";
  const { paragraphs, references } = letter;
  const numbered = references.map((reference, index) => `${index + 1}. ${reference}`);
  return [...paragraphs, ...(numbered.length > 0 ? [[referencesTitle, ...numbered].join("\n")] : [])].join("\n\n");
}

/** The letter as rich text, which keeps its numbered list in a word processor; "" where there is none. */
export function writeLetterHtml(letter: Letter | null): string {
  if (!letter) return "";
  const { paragraphs, references } = letter;
  const list = references.map((reference) => `<li>${escapeHtml(reference)}</li>`).join("");
  return [
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...(references.length > 0 ? [`<p>${referencesTitle}</p>`, `<ol>${list}</ol>`] : []),
  ].join("");
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text in which nothing is read as markup: titles hold "<" and "&". */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * "Response, skin clear or almost clear: 19 of 27 (70%), 95% CI 52% to 84% [1]." with all that the screen has beside it:
 * the comparison, every other trial, and how the other studies stand to it, whatever they found.
 */
export function composeCitedCell(
  cell: AnswerCell,
  describing: readonly StudyAnswer[],
  cite: Cite,
  first: Lead | null = null,
): string[] {
  const { lead } = cell;
  if (!lead) return [`${nameCell(cell)}: ${describeUncountedInShort(cell)}.`];
  const { beside, others } = describeCell(cell, describing);
  const counts = lead.cases.map(({ found, figure }) => {
    const { countWithPercent, interval } = getFigureParts(figure);
    const limits = lead.rule === "single-cases" ? "" : `, ${interval}`;
    return `${figure.plain}: ${countWithPercent}${limits} ${cite(found.study)}`;
  });
  const given = describeRegimenOfLead(lead, lead === first ? null : first);
  const told = [...(given === null ? [] : [`Given: ${given}`]), ...beside, ...others].map((sentence) =>
    citeNames(sentence, describing, cite),
  );
  return [`${capitalise(nameCell(cell))}, ${counts.join("; ")}.`, ...told];
}

/** A sentence with the reference of each study that it names. */
function citeNames(sentence: string, describing: readonly StudyAnswer[], cite: Cite): string {
  return describing.reduce(
    (cited, { name, study }) => (cited.includes(name) ? cited.replace(name, `${name} ${cite(study)}`) : cited),
    sentence,
  );
}

/** The reference of a study as it stands in a sentence: "[1]". */
export type Cite = (study: StudySummary) => string;
