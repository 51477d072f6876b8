import { type Study, study } from "@/lib/study/schema";
import { isOrderGuessed, othersPattern } from "./author-name";
import { cleanText } from "./clean-text";
import { parseNbibCitation } from "./nbib";
import { parseOvidCitation } from "./ovid";
import { listPublicationStates } from "./publication-state";
import { readRecords } from "./records";
import { parseRisCitation } from "./ris";
import { getValues, type RawCitation, type RecordFormat, type TaggedRecord } from "./tagged";
import { findYear } from "./year";

/** A citation as far as the export gives it; what is missing is null, and `year` too. */
export type ReadCitation = Study["citation"];

/** One record of an export: its citation, or why it has none; and what a curator has to know of it. */
export type ReadRecord = { number: number; citation: ReadCitation | null; reason: string | null; notes: string[] };

/** The largest file that is read: more than ten thousand records. */
export const MAX_EXPORT_BYTES = 20 * 1024 * 1024;

/** The message for a larger file. */
export const tooLargeMessage = `The file is larger than ${MAX_EXPORT_BYTES / 1024 ** 2} MB.`;

/**
 * Reads an export of PubMed (.nbib), of Ovid with its tags, or of another database or a reference manager (RIS); also
 * several that were joined.
 * @returns every record, good or with its reason; or `fault`, a sentence, where the file as a whole cannot be read
 */
export function readExport(bytes: Uint8Array): { records: ReadRecord[]; fault: string | null } {
  const refuse = (fault: string) => ({ records: [], fault });
  if (bytes.length > MAX_EXPORT_BYTES) return refuse(`${tooLargeMessage} Export fewer records at a time.`);
  if (bytes.includes(0)) return refuse("The file is not text in UTF-8 (it may be UTF-16). Save the export as UTF-8.");
  const { text, isUtf8 } = decode(bytes);
  if (text.trim() === "") return refuse("The file is empty.");
  const records = readRecords(text);
  if (records.length === 0) return refuse("No record was found: neither PubMed's .nbib nor RIS nor Ovid's tags.");
  return { records: records.map((record) => readRecord(record, isUtf8)), fault: null };
}

function decode(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: new TextDecoder("utf-8").decode(bytes), isUtf8: false };
  }
}

const lost = "\uFFFD";

const parsers: Record<RecordFormat, (record: TaggedRecord) => RawCitation> = {
  ris: parseRisCitation,
  medline: parseNbibCitation,
  ovid: parseOvidCitation,
};

function readRecord(record: TaggedRecord, isUtf8: boolean): ReadRecord {
  const { number } = record;
  const refuse = (reason: string): ReadRecord => ({ number, citation: null, reason, notes: [] });
  // In a file that is not UTF-8, only the records with letters beyond ASCII are damaged.
  if (!isUtf8 && record.lines.some(({ value }) => value.includes(lost))) {
    return refuse("Not in UTF-8: its letters look like Latin-1 (Windows-1252). Save the export as UTF-8.");
  }
  if (record.cut) return refuse(record.cut);
  const { citation, notes: faults } = checkedCitation(parsers[record.format](record));
  if (!citation) return refuse("It has no title.");
  const notes = [...listPublicationStates(record), ...record.notes, ...faults];
  // In MEDLINE the surname stands first.
  const names = record.format === "medline" ? [] : getValues(record, "AU", "A1");
  for (const name of names.filter(isOrderGuessed)) {
    notes.push(`The author "${name}" was read as given names first: compare with the source.`);
  }
  if (citation.year === null) notes.push("It has no year, or none from 1950 to 2100: left open.");
  if (citation.pmid === null && citation.doi === null) {
    notes.push("It has neither PMID nor DOI: only its title could be held against the library.");
  }
  if (JSON.stringify(citation).includes(lost)) notes.push(`It holds "${lost}": a letter was lost before the export.`);
  if (/Ã[\u0080-\u00BF]/.test(JSON.stringify(citation))) {
    notes.push("Letters look as if they were converted twice (Ã): compare the names with the source.");
  }
  return { number, citation, reason: null, notes };
}

/** The citation by the rules of a sheet; a value that breaks one is left out and noted. */
function checkedCitation(raw: RawCitation): { citation: ReadCitation | null; notes: string[] } {
  const notes: string[] = [];
  const clean = (name: string, text: string | null) => (text === null ? null : cleanText(name, text, notes));
  const title = clean("The title", raw.title)?.replace(/(?<!\.)\.$/, "") ?? "";
  if (title === "") return { citation: null, notes };
  const named = raw.authors.filter((name) => !othersPattern.test(name.trim()));
  if (named.length < raw.authors.length)
    notes.push("Its list of authors is cut short (et al.): add those who are missing.");
  const shape = study.shape.citation.shape;
  const fitting = (name: "pmid" | "doi" | "pmcid", text: string | null) => {
    if (text === null || shape[name].safeParse(text).success) return text;
    notes.push(`Its ${name.toUpperCase()} is none, and was left out: "${text}".`);
    return null;
  };
  const journal = clean("The journal", raw.journal) || null;
  return {
    citation: {
      authors: named.map((name) => cleanText("An author", name, notes)).filter((name) => name !== ""),
      title,
      journal,
      year: findYear(raw.dates),
      volume: clean("The volume", raw.volume) || null,
      issue: clean("The issue", raw.issue) || null,
      pages: clean("The pages field", raw.pages) || null,
      pmid: fitting("pmid", raw.pmid),
      doi: fitting("doi", raw.doi),
      pmcid: fitting("pmcid", raw.pmcid?.toUpperCase() ?? null),
    },
    notes,
  };
}
