import { stripFullStop } from "@/lib/format/text";
import { getValues, type TaggedRecord } from "./tagged";

/** What a kind of publication or a line on another paper tells a curator, first what matters most. */
const states: readonly { type: RegExp | null; tags: readonly string[]; note: RegExp | null; sentence: string }[] = [
  {
    type: /^retracted(?: publication| article| paper)?$/i,
    tags: ["RIN"],
    note: /\bretract(?:ed|ion) in\b|\bretracted publication\b/i,
    sentence: "This publication was retracted",
  },
  {
    type: /^retraction(?: of publication| notice)?$/i,
    tags: ["ROF"],
    note: /\bretraction of\b/i,
    sentence: "This is the retraction of another publication",
  },
  {
    type: /^expression of concern$/i,
    tags: ["ECI", "ECF"],
    note: /\bexpression of concern\b/i,
    sentence: "There is an expression of concern",
  },
  { type: /^withdrawn(?: publication)?$/i, tags: [], note: null, sentence: "This publication was withdrawn" },
  {
    type: /^(?:published erratum|erratum|correction)$/i,
    tags: ["EFR", "CRF"],
    note: null,
    sentence: "This is a correction of another publication",
  },
  {
    type: null,
    tags: ["EIN", "CRI"],
    note: /\b(?:erratum|corrected and republished) in\b/i,
    sentence: "It was corrected later",
  },
  {
    type: null,
    tags: ["RPI", "UIN"],
    note: /\b(?:republished|update) in\b/i,
    sentence: "It was published again or updated later",
  },
  { type: /^comment$/i, tags: ["CON"], note: /\bcomment on\b/i, sentence: "It is a comment on another publication" },
];

/** What programs write before or behind the title of a paper that was retracted or withdrawn. */
const titles: readonly [RegExp, string][] = [
  [/^\W*retracted(?: (?:article|paper))?\s*[:.\]]|[[(]retracted\b[^\])]*[\])]?\W*$/i, "This publication was retracted"],
  [/^\W*withdrawn(?: (?:article|paper))?\s*[:.\]]|[[(]withdrawn[\])]?\W*$/i, "This publication was withdrawn"],
  [
    /^\W*(?:(?:retraction(?: note| notice)?|notice of retraction)\s*[:.]|retraction notice to\b)/i,
    "This is the retraction of another publication",
  ],
];

/**
 * What an export says of the state of a publication, as sentences with the notice where it names one: "This publication
 * was retracted: J Ex. 2022;2:1. PMID: 1."
 */
export function listPublicationStates(record: TaggedRecord): string[] {
  // Some programs put the kind of publication among the key words.
  const types = getValues(record, "PT", "M3", "U3", "C1", "KW");
  const notes = getValues(record, "N1", "RN");
  const title = getValues(record, "TI", "T1")[0] ?? "";
  const byTitle = titles.flatMap(([pattern, sentence]) => (pattern.test(title) ? [sentence] : []));
  const sentences = states.flatMap(({ type, tags, note, sentence }) => {
    const isType = byTitle.includes(sentence) || types.some((text) => type?.test(text));
    const noted = notes.filter((text) => note?.test(text));
    const notices = [...getValues(record, ...tags), ...noted];
    if (!isType && notices.length === 0) return [];
    return [`${[sentence, notices.map(stripFullStop).join("; ")].filter(Boolean).join(": ")}.`];
  });
  return sentences;
}
