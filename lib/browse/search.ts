import type { Study } from "@/lib/study/schema";
import type { StudySummary } from "@/lib/study/summary";
import { designNames } from "@/lib/vocabulary/outcomes";
import { foldSpelling } from "./spelling";

/** Everything of a study that a reader may look for, made plain. */
export function getSearchText({
  id,
  citation,
  design,
  treatment,
  outcomes,
  bottomLine,
  participants,
}: StudySummary): string {
  const parts = [
    id,
    ...citation.authors,
    citation.title,
    citation.journal,
    citation.year,
    citation.pmid,
    citation.doi,
    designNames[design.type],
    ...design.countries,
    treatment.agent,
    treatment.regimen?.text,
    ...Object.keys(participants.diagnoses),
    ...outcomes.map(({ label }) => label),
    bottomLine,
  ];
  return normaliseText(parts.filter((part) => part !== null && part !== undefined).join(" "));
}

const apostrophes = /['’‘‛ʼ′＇´`]/g;
const hyphens = /[‐‑‒–—−]/g;
const hyphenAtLetter = /(?<=\p{L})-|-(?=\p{L})/gu;

/**
 * Lower case without accents, apostrophes and hyphens of words, so that typed and searched text can be compared:
 * "Chérin" is found as "cherin", "O’Brien" as "o'brien", "Jo-1" as "jo1". Between numbers a hyphen stays: "6-11".
 */
export function normaliseText(text: string): string {
  return text
    .replace(apostrophes, "")
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(hyphens, "-")
    .replace(hyphenAtLetter, "")
    .toLowerCase();
}

/** What `getSearchText` of a summary cannot hold, because only the whole sheet has it: every author, label and note. */
export function getNotesText({ citation, features, treatment, outcomes, limitations, unclear }: Study): string {
  const parts = [
    ...citation.authors,
    ...Object.values(features).map((reported) => reported?.note),
    treatment.concomitant,
    treatment.comparator,
    ...outcomes.flatMap(({ label, definition, population }) => [label, definition, population]),
    ...outcomes.map(({ result }) => (result.kind === "narrative" ? result.text : null)),
    ...limitations,
    ...unclear,
  ];
  return normaliseText(parts.filter(Boolean).join(" "));
}

/** The words of a text, made plain. */
export function splitWords(text: string): string[] {
  return normaliseText(text).split(/\s+/).filter(Boolean);
}

const texts = new WeakMap<StudySummary, { notes: string; text: string }>();

/** What is searched of a study, as it is written and once more in one spelling. It is made again only for other notes. */
function getWholeText(study: StudySummary, notes: string): string {
  const known = texts.get(study);
  if (known?.notes === notes) return known.text;
  const plain = `${getSearchText(study)}\n${notes}`;
  const text = `${plain}\n${foldSpelling(plain)}`;
  texts.set(study, { notes, text });
  return text;
}

/**
 * Whether every word that was typed occurs in what is known of a study, in whichever spelling.
 * @param notes what `getNotesText` gives of its sheet, where that is at hand
 */
export function matchesSearch(typed: string, study: StudySummary, notes = ""): boolean {
  // A hyphen at the end waits for what is typed next: "4-" of "4-year".
  const words = splitWords(typed).flatMap((word) => word.replace(/-+$/, "") || []);
  if (words.length === 0) return true;
  const text = getWholeText(study, notes);
  // As it was typed as well, so that a word is found while it is being typed: "oed" of "oedema".
  return words.every((word) => text.includes(word) || text.includes(foldSpelling(word)));
}
