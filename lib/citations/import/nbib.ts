import { readAuthors } from "./author-name";
import { readDoi } from "./identifiers";
import { readMedlineSource } from "./medline-source";
import { isArticleNumber, readPages } from "./pages";
import { getFirst, getValues, type RawCitation, type TaggedRecord } from "./tagged";

/** What a MEDLINE record, as PubMed saves it under the name .nbib, says of the publication. */
export function parseNbibCitation(record: TaggedRecord): RawCitation {
  const source = readMedlineSource(getFirst(record, "SO"));
  const ids = getValues(record, "LID", "AID");
  const volume = getFirst(record, "VI") ?? source.volume;
  return {
    authors: listAuthors(record),
    title: getFirst(record, "TI", "BTI", "TT"),
    journal: getFirst(record, "TA", "JT") ?? source.journal,
    dates: [
      ...getValues(record, "DP"),
      ...getValues(record, "DEP"),
      source.date ?? "",
      ...getValues(record, "PHST", "EDAT", "CRDT"),
    ],
    volume,
    issue: getFirst(record, "IP") ?? source.issue,
    // Before it has a volume, an article has no place in its journal yet.
    pages: readPages(getFirst(record, "PG")) ?? (volume === null ? null : readPages(source.pages ?? findNumber(ids))),
    pmid: getFirst(record, "PMID"),
    doi: findDoi(record, ids),
    pmcid: getFirst(record, "PMC"),
  };
}

/** Names of persons are in order already, "Example AB"; where only full ones are there, these are brought into it. */
function listAuthors(record: TaggedRecord): string[] {
  const short = getValues(record, "AU").length > 0;
  return record.lines.flatMap(({ tag, value }) => {
    if (tag === "CN" || (short && tag === "AU")) return value.trim() || [];
    return !short && tag === "FAU" ? readAuthors(value) : [];
  });
}

/** The publisher's number of an article that has no pages, where it has the form of one. */
function findNumber(ids: readonly string[]): string | null {
  const numbers = ids.flatMap((id) => /^(\S+)\s*\[pii\]$/i.exec(id)?.[1] ?? []);
  return numbers.find(isArticleNumber) ?? null;
}

function findDoi(record: TaggedRecord, ids: readonly string[]): string | null {
  const named = ids.find((id) => /\[doi\]$/i.test(id))?.replace(/\s*\[doi\]$/i, "");
  if (named !== undefined) return readDoi(named) ?? named;
  const called = /\bdoi: ?(\S+)/i.exec(getFirst(record, "SO") ?? "")?.[1];
  return readDoi(getFirst(record, "DO") ?? called ?? "");
}
