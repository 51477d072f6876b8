import { readAuthors } from "./author-name";
import { findPmid, readDoi } from "./identifiers";
import { readOvidSource } from "./medline-source";
import { readPages } from "./pages";
import { getFirst, getValues, type RawCitation, type TaggedRecord } from "./tagged";

/** What a record of Ovid's export with tags says of the publication: its place in the journal is one line. */
export function parseOvidCitation(record: TaggedRecord): RawCitation {
  const source = readOvidSource(getFirst(record, "SO", "AS"));
  const names = getValues(record, "AU").length > 0 ? ["AU"] : ["FA"];
  const doi = getFirst(record, "DO");
  return {
    authors: getValues(record, ...names, "CN").flatMap(readAuthors),
    title: getFirst(record, "TI", "TT"),
    journal: getFirst(record, "JA", "NJ", "JN") ?? source.journal,
    dates: [...getValues(record, "YR"), ...getValues(record, "DP"), source.date ?? ""],
    volume: getFirst(record, "VO") ?? source.volume,
    issue: getFirst(record, "IP") ?? source.issue,
    pages: readPages(getFirst(record, "PG") ?? source.pages),
    pmid: findOvidPmid(record),
    doi: doi === null ? null : (readDoi(doi) ?? doi),
    pmcid: getFirst(record, "PMC"),
  };
}

/** The number of a record is the PMID in MEDLINE, and in a database that names none its own, which is longer. */
function findOvidPmid(record: TaggedRecord): string | null {
  const database = getValues(record, "DB", "VN").join(" ");
  const isOther = database !== "" && !/medline|pubmed|in-process|epub ahead/i.test(database);
  const number = isOther ? undefined : /^\d{1,8}$/.exec(getFirst(record, "UI", "AN") ?? "")?.[0];
  return number ?? findPmid(record);
}
