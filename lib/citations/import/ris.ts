import { readAuthors } from "./author-name";
import { findDoi, findPmcid, findPmid } from "./identifiers";
import { isArticleNumber, readPages } from "./pages";
import { getFirst, getValues, type RawCitation, type TaggedRecord } from "./tagged";

/** The publication in a RIS record, whichever program wrote it. */
export function parseRisCitation(record: TaggedRecord): RawCitation {
  const pages = readPages(getFirst(record, "SP"), getFirst(record, "EP"));
  return {
    authors: listAuthors(record),
    title:
      joinTitle(getValues(record, "TI")) ?? joinTitle(getValues(record, "T1")) ?? getFirst(record, "CT", "BT", "TT"),
    // A second title is the journal only where no tag of the journal is there: else it can be a translation.
    journal: getFirst(record, "JA", "J2", "JO", "JF", "T2", "J1", "TA", "JI", "BT"),
    dates: getValues(record, "PY").concat(
      getValues(record, "Y1"),
      getValues(record, "YR", "DA"),
      getValues(record, "ET"),
    ),
    volume: getFirst(record, "VL", "VO"),
    issue: getFirst(record, "IS", "IP"),
    // An article without pages has a number.
    pages:
      pages ?? readPages(getFirst(record, "C7", "AR", "PG") ?? getValues(record, "SE").find(isArticleNumber) ?? null),
    pmid: findPmid(record),
    doi: findDoi(record),
    pmcid: findPmcid(record),
  };
}

/** Some programs write every author under both tags. */
function listAuthors(record: TaggedRecord): string[] {
  const [first, second] = ["AU", "A1"].map((tag) => getValues(record, tag).flatMap(readAuthors));
  const isTwice = first?.length !== 0 && JSON.stringify(first) === JSON.stringify(second);
  return isTwice ? (first ?? []) : getValues(record, "AU", "A1").flatMap(readAuthors);
}

/** A title that was written in several lines of the same tag; the same line twice is one. */
function joinTitle(lines: readonly string[]): string | null {
  return [...new Set(lines)].join(" ") || null;
}
