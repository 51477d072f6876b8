import type { Study } from "@/lib/study/schema";
import type { StudySummary } from "@/lib/study/summary";
import { designNames } from "@/lib/vocabulary/outcomes";

/** Everything of a study that a reader may look for, in lower case and without accents: "Chérin" is found as "cherin". */
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

/** Lower case without accents, so that typed and searched text can be compared. */
export function normaliseText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
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

const texts = new WeakMap<StudySummary, string>();

/** Whether every word that was typed occurs in what is known of a study. Each study's text is made once. */
export function matchesSearch(typed: string, study: StudySummary, notes = ""): boolean {
  const words = splitWords(typed);
  if (words.length === 0) return true;
  const text = texts.get(study) ?? getSearchText(study);
  texts.set(study, text);
  return words.every((word) => text.includes(word) || notes.includes(word));
}
