import { formatSheetAuthor, getFirst, getValues, type RawCitation, type TaggedRecord } from "./tagged";

const tagLine = /^([A-Z]{2,4}) {0,2}- ?(.*)$/;

/** Whether a text is an export in MEDLINE format, as PubMed saves it under the name .nbib. */
export function isNbib(text: string): boolean {
  return /^(PMID|OWN |STAT|TI {2}|FAU |AU {2}|DP {2})- /m.test(text);
}

/**
 * The records of a MEDLINE export. A record begins with its PMID or behind an empty line; a line that begins with
 * blanks goes on with the one before.
 * @returns none for a text without any tag; a last record that ends within a line is `cut`
 */
export function readNbib(text: string): TaggedRecord[] {
  const records: TaggedRecord[] = [];
  let open: TaggedRecord | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, tag, value = ""] = tagLine.exec(line) ?? [];
    if (line.trim() === "") {
      open = undefined;
    } else if (tag) {
      if (!open || (tag === "PMID" && open.lines.some((line) => line.tag === "PMID"))) {
        open = { number: records.length + 1, lines: [], cut: null };
        records.push(open);
      }
      open.lines.push({ tag, value });
    } else {
      const last = open?.lines.at(-1);
      if (last && /^\s/.test(line)) last.value += ` ${line.trim()}`;
    }
  }
  const last = records.at(-1);
  // PubMed ends every record with its source line and every file with a line break.
  if (last && !/[\r\n]$/.test(text) && getFirst(last, "SO") === null) {
    last.cut = "The file ends in the middle of this record, before its source line (SO).";
  }
  return records;
}

/** What a MEDLINE record says of the publication. */
export function parseNbibCitation(record: TaggedRecord): RawCitation {
  const names = getValues(record, "AU").length > 0 ? ["AU", "CN"] : ["FAU", "CN"];
  const ids = getValues(record, "LID", "AID");
  return {
    authors: record.lines.flatMap(({ tag, value }) =>
      names.includes(tag) && value.trim() ? (tag === "CN" ? value.trim() : formatSheetAuthor(value)) : [],
    ),
    title: getFirst(record, "TI", "BTI", "TT"),
    journal: getFirst(record, "TA", "JT"),
    date: getFirst(record, "DP", "DEP"),
    volume: getFirst(record, "VI"),
    issue: getFirst(record, "IP"),
    pages: getFirst(record, "PG"),
    pmid: getFirst(record, "PMID"),
    doi: ids.find((id) => /\[doi\]$/i.test(id))?.replace(/\s*\[doi\]$/i, "") ?? null,
    pmcid: getFirst(record, "PMC"),
  };
}
