import { formatSheetAuthor, getFirst, getValues, type RawCitation, type TaggedRecord } from "./tagged";

const tagLine = /^([A-Z][A-Z0-9]) {2}-(?: (.*)|\s*)$/;

/** Whether a text is an export in RIS format. */
export function isRis(text: string): boolean {
  return /^TY {2}- /m.test(text);
}

/**
 * The records of a RIS export, from TY to ER. A line without a tag goes on with the one before.
 * @returns none for a text without any tag; a record without its beginning or end is `cut`
 */
export function readRis(text: string): TaggedRecord[] {
  const records: TaggedRecord[] = [];
  let open: TaggedRecord | undefined;
  const begin = (cut: string | null) => {
    open = { number: records.length + 1, lines: [], cut };
    records.push(open);
    return open;
  };
  const noEnd = "This record is cut off: it has no end line (ER).";
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, tag, value = ""] = tagLine.exec(line) ?? [];
    if (tag === "TY") {
      if (open) open.cut ??= noEnd;
      begin(null).lines.push({ tag, value });
    } else if (tag === "ER") {
      open = undefined;
    } else if (tag) {
      (open ?? begin("This record is cut off: it has no first line (TY).")).lines.push({ tag, value });
    } else {
      const last = open?.lines.at(-1);
      if (last && line.trim() !== "") last.value += ` ${line.trim()}`;
    }
  }
  if (open) open.cut ??= noEnd;
  return records;
}

/** The publication in a RIS record; a number is a PMID only if the record calls it one. */
export function parseRisCitation(record: TaggedRecord): RawCitation {
  const pages = [getFirst(record, "SP"), getFirst(record, "EP")].filter((page) => page !== null);
  return {
    authors: getValues(record, "AU", "A1").map(formatSheetAuthor),
    title: getFirst(record, "TI", "T1"),
    journal: getFirst(record, "JA", "J2", "T2", "JO", "JF"),
    date: getFirst(record, "PY", "Y1", "DA"),
    volume: getFirst(record, "VL"),
    issue: getFirst(record, "IS"),
    pages: [...new Set(pages)].join("-") || null,
    pmid: findPmid(record),
    doi: getFirst(record, "DO"),
    pmcid: getValues(record, "C2", "PMC").find((value) => /^PMC\d+$/i.test(value)) ?? null,
  };
}

function findPmid(record: TaggedRecord): string | null {
  const isPubmed = getValues(record, "DB", "DP").some((name) => /pubmed|medline/i.test(name));
  const accession = getFirst(record, "AN");
  if (isPubmed && accession && /^\d+$/.test(accession)) return accession;
  for (const value of getValues(record, "UR", "L1", "L2", "N1", "AN")) {
    const [, address, number] = /pubmed\.ncbi\.nlm\.nih\.gov\/(\d+)|\bPMID:?\s*(\d+)/i.exec(value) ?? [];
    if (address ?? number) return address ?? number ?? null;
  }
  return null;
}
