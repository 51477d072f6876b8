import { type Author, readAuthor } from "@/lib/study/author";
import { getSourceLink } from "@/lib/study/citation";
import type { Study } from "@/lib/study/schema";
import { addInitialSpaces } from "./author";

export type Cited = Pick<Study, "id" | "citation" | "sources">;

/**
 * Studies as RIS, the format that every reference manager reads: UTF-8, CRLF, one record a study.
 * What a sheet leaves open has no line. The PMID is the accession number of PubMed, as PubMed's own users export it.
 */
export function toRis(studies: readonly Cited[]): string {
  return studies.map(formatRecord).join("");
}

function formatRecord({ id, citation, sources }: Cited): string {
  const authors = citation.authors.map(readAuthor);
  const { first, last } = splitPageRange(citation.pages);
  const tags: [tag: string, value: string | number | null][] = [
    ["TY", isInPeriodical(citation) ? "JOUR" : "GEN"],
    ["ID", id],
    ...authors.map((author): [string, string] => ["AU", formatRisAuthor(author)]),
    ["TI", citation.title],
    ["T2", citation.journal],
    ["PY", citation.year],
    ["VL", citation.volume],
    ["IS", citation.issue],
    ["SP", first],
    ["EP", last],
    ["DO", citation.doi],
    ["DB", citation.pmid && "PubMed"],
    // By this tag of the present format a reader knows which format it reads, also where all else is missing.
    ["DP", "Myomatch"],
    ["AN", citation.pmid],
    ["C2", citation.pmcid],
    ["UR", getSourceLink({ citation, sources }).url],
  ];
  const lines = tags.flatMap(([tag, value]) => (value === null ? [] : `${tag}  - ${collapseSpaces(`${value}`)}`));
  return [...lines, "ER  - ", ""].join("\r\n");
}

/** A line break within a value would end it, and three signs in a row would begin another tag. */
const collapseSpaces = (text: string) => text.replace(/\s+/g, " ").trim();

/** Whether anything says that a publication is part of a journal; else it is a document by itself. */
export function isInPeriodical({ journal, volume, issue, pages, pmid, pmcid }: Study["citation"]): boolean {
  return [journal, volume, issue, pages, pmid, pmcid].some((detail) => detail !== null);
}

function formatRisAuthor(author: Author): string {
  // A comma behind a group's name keeps reference managers from taking its last word for a surname.
  if (author.kind === "group") return author.name.includes(",") ? author.name : `${author.name},`;
  const { surname, initials, suffix } = author;
  return [surname, addInitialSpaces(initials), suffix].filter(Boolean).join(", ");
}

/**
 * First and last page. "201-6" is 201 to 206: printed ranges leave out the digits that stay the same, a field for the
 * last page does not. What is no range is a first page as it stands.
 */
export function splitPageRange(pages: string | null): { first: string | null; last: string | null } {
  const [, first, last] = /^([A-Za-z]*\d+)-([A-Za-z]*\d+)$/.exec(pages ?? "") ?? [];
  if (!first || !last) return { first: pages, last: null };
  const kept = /^\d+$/.test(last) && last.length < first.length ? first.slice(0, first.length - last.length) : "";
  return { first, last: `${kept}${last}` };
}
