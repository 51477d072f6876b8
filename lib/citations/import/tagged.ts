/** The forms in which an export may write a record; each has tags of its own. */
export type RecordFormat = "ris" | "medline" | "ovid";

/** One record of an export as it stands there: its lines by tag, in order. */
export type TaggedRecord = {
  /** its place in the file, from 1 */
  number: number;
  format: RecordFormat;
  lines: { tag: string; value: string }[];
  /** why the record is incomplete, as a sentence; null if complete */
  cut: string | null;
  /** what a curator has to know of how it was read, as sentences */
  notes: string[];
};

/** Every value of these tags, in the order of the file. */
export function getValues({ lines }: Pick<TaggedRecord, "lines">, ...tags: string[]): string[] {
  return lines.flatMap(({ tag, value }) => (tags.includes(tag) && value.trim() !== "" ? value.trim() : []));
}

/** The first value of the first of these tags that has one. */
export function getFirst(record: Pick<TaggedRecord, "lines">, ...tags: string[]): string | null {
  for (const tag of tags) {
    const [first] = getValues(record, tag);
    if (first !== undefined) return first;
  }
  return null;
}

/** What every format is read into: text as the export has it, not yet cleaned or checked. */
export type RawCitation = {
  authors: string[];
  title: string | null;
  journal: string | null;
  /** every text that may hold the year, the best first */
  dates: string[];
  volume: string | null;
  issue: string | null;
  pages: string | null;
  pmid: string | null;
  doi: string | null;
  pmcid: string | null;
};
