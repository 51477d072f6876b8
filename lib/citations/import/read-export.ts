import { type Study, study } from "@/lib/study/schema";
import { isNbib, parseNbibCitation, readNbib } from "./nbib";
import { isRis, parseRisCitation, readRis } from "./ris";
import type { RawCitation, TaggedRecord } from "./tagged";

/** A citation as far as the export gives it; what is missing is null, and `year` too. */
export type ReadCitation = Study["citation"];

/** One record of an export: its citation, or why it has none; and what a curator has to know of it. */
export type ReadRecord = { number: number; citation: ReadCitation | null; reason: string | null; notes: string[] };

/** The largest file that is read: more than ten thousand records. */
export const MAX_EXPORT_BYTES = 20 * 1024 * 1024;

/** The message for a larger file. */
export const tooLargeMessage = `The file is larger than ${MAX_EXPORT_BYTES / 1024 ** 2} MB.`;

/**
 * Reads an export of PubMed (.nbib) or of a reference manager (RIS).
 * @returns every record, good or with its reason; or `fault`, a sentence, where the file as a whole cannot be read
 */
export function readExport(bytes: Uint8Array): { records: ReadRecord[]; fault: string | null } {
  const refuse = (fault: string) => ({ records: [], fault });
  if (bytes.length > MAX_EXPORT_BYTES) return refuse(`${tooLargeMessage} Export fewer records at a time.`);
  if (bytes.includes(0)) return refuse("The file is not text in UTF-8 (it may be UTF-16). Save the export as UTF-8.");
  const { text, isUtf8 } = decode(bytes);
  if (text.trim() === "") return refuse("The file is empty.");
  const format = isRis(text) ? "ris" : isNbib(text) ? "nbib" : null;
  if (!format) return refuse("No record was found: neither PubMed's .nbib nor RIS.");
  const records = format === "ris" ? readRis(text) : readNbib(text);
  const toCitation = format === "ris" ? parseRisCitation : parseNbibCitation;
  return { records: records.map((record) => readRecord(record, toCitation, isUtf8)), fault: null };
}

function decode(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: new TextDecoder("utf-8").decode(bytes), isUtf8: false };
  }
}

const lost = "\uFFFD";

function readRecord(
  record: TaggedRecord,
  toCitation: (record: TaggedRecord) => RawCitation,
  isUtf8: boolean,
): ReadRecord {
  const { number } = record;
  const refuse = (reason: string): ReadRecord => ({ number, citation: null, reason, notes: [] });
  // In a file that is not UTF-8, only the records with letters beyond ASCII are damaged.
  if (!isUtf8 && record.lines.some(({ value }) => value.includes(lost))) {
    return refuse("Not in UTF-8: its letters look like Latin-1 (Windows-1252). Save the export as UTF-8.");
  }
  if (record.cut) return refuse(record.cut);
  const { citation, notes } = checkedCitation(toCitation(record));
  if (!citation) return refuse("It has no title.");
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
  const shape = study.shape.citation.shape;
  const fitting = (name: "pmid" | "doi" | "pmcid", text: string | null) => {
    if (text === null || shape[name].safeParse(text).success) return text;
    notes.push(`Its ${name.toUpperCase()} is none, and was left out: "${text}".`);
    return null;
  };
  const year = Number(/\b(\d{4})\b/.exec(raw.date ?? "")?.[1]);
  const journal = clean("The journal", raw.journal) || null;
  return {
    citation: {
      authors: raw.authors.map((name) => cleanText("An author", name, notes)).filter((name) => name !== ""),
      title,
      journal,
      year: shape.year.safeParse(year).success ? year : null,
      volume: clean("The volume", raw.volume) || null,
      issue: clean("The issue", raw.issue) || null,
      pages: clean("The pages field", raw.pages) || null,
      pmid: fitting("pmid", raw.pmid),
      doi: fitting("doi", raw.doi?.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, "") ?? null),
      pmcid: fitting("pmcid", raw.pmcid?.toUpperCase() ?? null),
    },
    notes,
  };
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Text without tags, entities, control characters and needless blanks. What it does to the text, it notes. */
function cleanText(name: string, text: string, notes: string[]): string {
  const bare = text.replace(/<\/?[a-z][^<>]*>/gi, "");
  if (bare !== text) notes.push(`${name} held HTML tags, which were taken out.`);
  const cleaned = bare
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, named) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
      if (code !== null) return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
      return entities[named.toLowerCase()] ?? whole;
    })
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .normalize("NFC");
  if (/^[=+\-@]/.test(cleaned)) notes.push(`${name} begins like a formula ("${cleaned[0]}"); it was kept as text.`);
  return cleaned;
}
