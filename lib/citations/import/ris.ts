import { firstOf, formatSheetAuthor, type RawCitation, type TaggedRecord, valuesOf } from "./tagged";

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

/** What a RIS record says of the publication; a PMID only where it is said to be one. */
export function parseRisCitation(record: TaggedRecord): RawCitation {
  const pages = [firstOf(record, "SP"), firstOf(record, "EP")].filter((page) => page !== null);
  return {
    authors: valuesOf(record, "AU", "A1").map(formatSheetAuthor),
    title: firstOf(record, "TI", "T1"),
    journal: firstOf(record, "JA", "J2", "T2", "JO", "JF"),
    date: firstOf(record, "PY", "Y1", "DA"),
    volume: firstOf(record, "VL"),
    issue: firstOf(record, "IS"),
    pages: [...new Set(pages)].join("-") || null,
    pmid: pmidOf(record),
    doi: firstOf(record, "DO"),
    pmcid: valuesOf(record, "C2", "PMC").find((value) => /^PMC\d+$/i.test(value)) ?? null,
  };
}

function pmidOf(record: TaggedRecord): string | null {
  const isPubmed = valuesOf(record, "DB", "DP").some((name) => /pubmed|medline/i.test(name));
  const accession = firstOf(record, "AN");
  if (isPubmed && accession && /^\d+$/.test(accession)) return accession;
  for (const value of valuesOf(record, "UR", "L1", "L2", "N1", "AN")) {
    const [, address, said] = /pubmed\.ncbi\.nlm\.nih\.gov\/(\d+)|\bPMID:?\s*(\d+)/i.exec(value) ?? [];
    if (address ?? said) return address ?? said ?? null;
  }
  return null;
}
