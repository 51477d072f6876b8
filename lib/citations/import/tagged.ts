/** One record of an export as it stands there: its lines by tag, in order. */
export type TaggedRecord = {
  /** its place in the file, from 1 */
  number: number;
  lines: { tag: string; value: string }[];
  /** why the record is incomplete, as a sentence; null if complete */
  cut: string | null;
};

/** Every value of these tags, in the order of the file. */
export function getValues({ lines }: TaggedRecord, ...tags: string[]): string[] {
  return lines.flatMap(({ tag, value }) => (tags.includes(tag) && value.trim() !== "" ? value.trim() : []));
}

/** The first value of the first of these tags that has one. */
export function getFirst(record: TaggedRecord, ...tags: string[]): string | null {
  for (const tag of tags) {
    const [first] = getValues(record, tag);
    if (first !== undefined) return first;
  }
  return null;
}

/** What both formats are read into: text as the export has it, not yet cleaned or checked. */
export type RawCitation = {
  authors: string[];
  title: string | null;
  journal: string | null;
  date: string | null;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  pmid: string | null;
  doi: string | null;
  pmcid: string | null;
};

/**
 * A name as sheets have it, "Bouaziz JD", from "Bouaziz, Jean-David", "Bouaziz, J. D." or "Bouaziz JD"; a suffix stays
 * behind the initials. A name without a comma is taken as it stands.
 */
export function formatSheetAuthor(name: string): string {
  const [family = "", given = "", suffix = ""] = name.split(",").map((part) => part.trim());
  if (given === "") return family;
  const isInitials = /^[\p{Lu}.\s-]+$/u.test(given);
  const initials = isInitials ? given.replace(/[.\s]/g, "") : given.replace(/(\p{L})[\p{L}\p{M}'’.]*[\s-]*/gu, "$1");
  return [family, initials.toUpperCase(), suffix].filter(Boolean).join(" ");
}
