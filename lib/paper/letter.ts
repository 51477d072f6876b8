import type { Answer } from "@/lib/answer/answer";
import { describeLead, describeUncountedInShort } from "@/lib/answer/cell-text";
import { type AnswerCell, groupCells, type Lead } from "@/lib/answer/cells";
import { describeDesigns } from "@/lib/answer/certainty";
import { getFigureParts, nameCountWithTime } from "@/lib/answer/figure-parts";
import { describeOtherRoute, describeRegimenOfLead, findFirstLead } from "@/lib/answer/lead-regimen";
import type { Figure } from "@/lib/answer/reply";
import { describeCell, nameCell, nameDomain } from "@/lib/answer/result-sentences";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { formatWantedReports } from "@/lib/answer/wanted-reports";
import { getSubject } from "@/lib/case/facts";
import { formatDate } from "@/lib/format/numbers";
import { capitalise, lowerFirst, stripFullStop, uncapitalise } from "@/lib/format/text";
import { selectFirstReports } from "@/lib/study/cohort";
import type { StudySummary } from "@/lib/study/summary";
import { formatPatient } from "@/lib/vocabulary/phrases";
import { describeSilentStudies } from "@/lib/wording/answer-head";
import { listBesideFindings } from "@/lib/wording/answer-sentences";
import { describeContradictions, describeStatedCase } from "@/lib/wording/case-text";
import { formatRegimenWithRoute } from "@/lib/wording/given-text";
import { hasLetter } from "./has-letter";
import { createReferences, formatReference, splitAtNames } from "./references";
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
  const extent = sentences.extent.map((sentence) => citeNames(sentence, answer.studies, cite));
  // A paragraph for each domain, so that it is found.
  const counted = groupCells(cells).map((group) =>
    group.flatMap((cell) => composeLetterCell(cell, { describing, cells, cite }, true)).join(" "),
  );
  const nearest = listStudiedParts(answer).map(({ name, studies, cells: ofPart }) =>
    [
      `Of patients who share a part of this (${lowerFirst(name)}):`,
      ...ofPart.flatMap((cell) => composeLetterCell(cell, { describing: studies, cells: ofPart, cite }, false)),
    ].join(" "),
  );
  // Reports on the same patients tell of one regimen.
  const told = describing.filter(({ study, dose }) => dose && given.some(({ id }) => id === study.id));
  const leading = new Set(cells.flatMap(({ lead }) => lead?.cases.map(({ found }) => found) ?? []));
  const inTurn = [...told].sort((a, b) => Number(leading.has(b)) - Number(leading.has(a)));
  const firsts = selectFirstReports(inTurn.map(({ study }) => study)).slice(0, MAX_REGIMENS);
  const regimens = inTurn
    .filter(({ study }) => firsts.includes(study))
    .map((found) => `${formatRegimenWithRoute(found)} ${cite(found.study)}`);
  const wanted = formatWantedReports(answer.wanted);
  const paragraphs = [
    `Published evidence on immunoglobulin for ${patient}, from a library of ${library.studies} studies, last searched ${formatDate(library.searched)}. The case as entered: ${[describeStatedCase(facts.profile), ...describeContradictions(facts)].join(" ")}`,
    [sentences.lead, ...extent, ...describeSilentStudies(answer)].join(" "),
    ...counted,
    [
      ...[...listBesideFindings({ ...sentences, extent: [] }), ...sentences.including].map((sentence) =>
        citeNames(sentence, answer.studies, cite),
      ),
      // In how many ways response is counted is how figures are put together, and not of this patient.
      describeDesigns(describing.map(({ study }) => study)),
    ].join(" "),
    ...nearest,
    regimens.length > 0 ? `Regimens of these studies: ${regimens.join("; ")}.` : "",
    wanted === null ? "" : `${wanted}.`,
    "This lists published evidence and makes no recommendation.",
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

/** What a cell is told with. */
type Told = {
  describing: readonly StudyAnswer[];
  /** all cells of the answer, or of a part of the patient */
  cells: readonly AnswerCell[];
  cite: Cite;
};

/**
 * "Response, skin clear or almost clear: 19 of 27 (70%), 95% CI 52% to 84% [1]." with all that the screen has beside it:
 * the comparison, every other trial, and how the other studies stand to it, whatever they found.
 */
export function composeCitedCell(cell: AnswerCell, { describing, cells, cite }: Told): string[] {
  const { beside, others } = describeCell(cell, describing, cells);
  const citeAll = (sentences: string[]) => sentences.map((sentence) => citeNames(sentence, describing, cite));
  const { lead } = cell;
  if (!lead) return [`${composeUncounted(cell)}.`, ...citeAll([...beside, ...others])];
  const given = describeRegimenOfLead(lead, null);
  return [
    `${composeCounts(cell, lead, cite)}.`,
    ...citeAll([...(given === null ? [] : [`Given: ${given}`]), ...beside, ...others]),
  ];
}

/**
 * The same for a letter, in fewer sentences: whose figure it is stands with it, and how many give no count is left out.
 * What was given has a paragraph of its own, but for the parts of a patient whom nobody describes, and for another route
 * than that of the first figure.
 */
function composeLetterCell(cell: AnswerCell, { describing, cells, cite }: Told, isGivenTold: boolean): string[] {
  const { lead } = cell;
  const { own, within, matters } = describeCell(cell, describing, cells);
  const whom = lead && describeLead(lead).whom;
  const beginning = findFirstLead(cells);
  const given = lead && !isGivenTold && lead === beginning ? describeRegimenOfLead(lead, null) : null;
  const route = lead && describeOtherRoute(lead.cases, beginning);
  const first = [
    lead ? composeCounts(cell, lead, cite) : composeUncounted(cell),
    ...(whom ? [whom] : []),
    ...own,
    ...within,
    ...(given === null ? [route].flatMap((part) => part ?? []) : [`given ${given}`]),
  ];
  const names = describing.map(({ name }) => name);
  return [first, ...matters].map((sentences) => citeNames(joinClauses(sentences, names), describing, cite));
}

/** Several sentences as one, with semicolons. Names keep their capitals. */
function joinClauses([first = "", ...others]: readonly string[], names: readonly string[]): string {
  const clauses = others.map((clause) =>
    names.some((name) => clause.startsWith(name)) ? clause : uncapitalise(clause),
  );
  return `${[first, ...clauses].map(stripFullStop).join("; ")}.`;
}

function composeUncounted(cell: AnswerCell): string {
  return `${nameCell(cell)}: ${describeUncountedInShort(cell)}`;
}

/** "Response, skin clear or almost clear: 19 of 27 (70%), 95% CI 52% to 84% [1]"; of deaths, "Deaths: 8 of 73 (11%) [1]" */
function composeCounts(cell: AnswerCell, lead: Lead, cite: Cite): string {
  // "Deaths, died" would say it twice.
  const getWords = (figure: Figure) => (figure.plain === "died" ? null : nameCountWithTime(figure));
  const counts = lead.cases.map(({ found, figure }) => {
    const { countWithPercent, interval } = getFigureParts(figure);
    const limits = lead.rule === "single-cases" ? "" : `, ${interval}`;
    const words = getWords(figure);
    return `${words === null ? "" : `${words}: `}${countWithPercent}${limits} ${cite(found.study)}`;
  });
  const [first] = lead.cases;
  // Which harm it is, the words of the count say.
  const name = cell.domain === "harm" ? nameDomain(cell) : capitalise(nameCell(cell));
  return `${name}${first && getWords(first.figure) === null ? ":" : ","} ${counts.join("; ")}`;
}

/** A sentence with the reference of each study that it names, numbered in the order of the names. */
function citeNames(sentence: string, studies: readonly StudyAnswer[], cite: Cite): string {
  return splitAtNames(sentence, studies)
    .map(({ text, study }) => (study ? `${text} ${cite(study)}` : text))
    .join("");
}

/** The reference of a study as it stands in a sentence: "[1]". */
export type Cite = (study: StudySummary) => string;
