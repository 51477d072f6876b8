import type { ReadCitation } from "@/lib/citations/import/read-export";
import { pluralise } from "@/lib/format/text";
import { createPaperIndex, type FoundPaper, type Paper } from "@/lib/study/same-paper";
import type { ScreenedRecord } from "@/lib/study/screened";
import type { WantedReport } from "@/lib/study/wanted";
import type { LocatedRecord } from "./read-records";

/** What can become of a record, and how the summary calls it, in the order in which it is tried. */
const resultNames = {
  broken: "broken",
  library: "in the library",
  leftOut: "left out before",
  wanted: "wanted",
  draft: "with a draft",
  repeated: "given before in this file",
  new: "new",
} as const;

export type ScreeningResult = keyof typeof resultNames;

/** One record of an export, what became of it, and what a curator reads about that. */
export type Screening = { record: LocatedRecord; result: ScreeningResult; text: string };

/** Everything that has been decided or begun. Sheets and drafts carry the name that a curator knows them by. */
export type KnownPapers = {
  sheets: readonly (Paper & { id: string })[];
  screened: readonly ScreenedRecord[];
  wanted: readonly WantedReport[];
  drafts: readonly (Paper & { id: string })[];
};

/**
 * Says of each record what is known of it. A record is held against the sheets, then the records left out, the wanted
 * reports, the drafts, and the new records before it in the file; in each by PMID, else DOI, else title and year.
 * @returns one result for each record, in their order
 */
export function screenRecords(records: readonly LocatedRecord[], known: KnownPapers): Screening[] {
  const sheets = createPaperIndex(known.sheets);
  const screened = createPaperIndex(known.screened);
  const wanted = createPaperIndex(known.wanted);
  const drafts = createPaperIndex(known.drafts);
  const earlier = createPaperIndex<Paper & { number: number }>();

  function screen({ number, citation, reason, notes }: LocatedRecord): Omit<Screening, "record"> {
    if (!citation) return { result: "broken", text: reason ?? "No reason is known." };
    const decide = <Known extends Paper>(
      result: ScreeningResult,
      found: FoundPaper<Known> | null,
      say: (paper: Known) => string,
    ) => found && { result, text: `${say(found.paper)} (by ${found.by}${formatDisagreement(found)}).` };
    const result =
      decide("library", sheets.find(citation), ({ id }) => `In the library: ${id}`) ??
      decide("leftOut", screened.find(citation), ({ reason, date }) => `Left out on ${date}: ${reason}`) ??
      decide("wanted", wanted.find(citation), ({ reason }) => `Wanted: ${reason}`) ??
      decide("draft", drafts.find(citation), ({ id }) => `There is a draft: ${id}`) ??
      decide("repeated", earlier.find(citation), ({ number }) => `The same as record ${number} of this file`);
    if (result) return result;
    earlier.add({ ...citation, number });
    return { result: "new", text: [`New: ${formatRecord(citation)}`, ...notes].join(" ") };
  }

  return records.map((record) => ({ record, ...screen(record) }));
}

function formatDisagreement({ disagreement }: FoundPaper<Paper>): string {
  return disagreement ? `; but ${disagreement}` : "";
}

function formatRecord({ title, year, pmid, doi }: ReadCitation): string {
  const identifier = pmid ? `PMID ${pmid}` : doi ? `DOI ${doi}` : "neither PMID nor DOI";
  return `${title} (${year ?? "no year"}; ${identifier}).`;
}

/** One record on one line: its number, the line of the file at which it begins, and what became of it. */
export function formatScreening({ record, result, text }: Screening): string {
  return `Record ${record.number} (line ${record.line}): ${result === "broken" ? "Broken. " : ""}${text}`;
}

/** How many records came to each result. Every record is in exactly one of them. */
export function countScreenings(screenings: readonly Screening[]): Record<ScreeningResult, number> {
  const counts = { broken: 0, library: 0, leftOut: 0, wanted: 0, draft: 0, repeated: 0, new: 0 };
  for (const { result } of screenings) counts[result]++;
  return counts;
}

/** The counts as a sentence: all records, then each result, none left out. */
export function formatScreeningSummary(screenings: readonly Screening[]): string {
  const counts = countScreenings(screenings);
  const parts = (Object.keys(resultNames) as ScreeningResult[]).map((name) => `${counts[name]} ${resultNames[name]}`);
  return `${pluralise(screenings.length, "record", "records")}: ${parts.join(", ")}.`;
}
