import { getAuthorLabel } from "./author";
import type { Study } from "./schema";

type Cited = Pick<Study, "id" | "citation">;

/**
 * How a study is called in a table: "Bounfour 2014", a body by its whole name, or the first words of its title where the
 * page read shows no author.
 */
export function getShortName({ citation }: Pick<Cited, "citation">): string {
  const [author] = citation.authors;
  const name = author === undefined ? `“${shortenTitle(citation.title)}”` : getAuthorLabel(author);
  return `${name} ${citation.year === null ? "(no date)" : `${citation.year}${citation.letter ?? ""}`}`;
}

/** Letters of a title that a name holds: enough to tell two apart, and no line of its own. */
const MAX_TITLE = 28;

/** The first words of a title, without the little words that would stand last; of a word that is longer, its first parts. */
function shortenTitle(title: string): string {
  const text = title.replace(/\.$/, "");
  if (text.length <= MAX_TITLE) return text;
  const start = text.slice(0, MAX_TITLE + 1);
  const words = /\s/.test(start) ? start.replace(/\s+\S*$/, "") : start.replace(/-[^-]*$/, "");
  return `${words.replace(/(?:\s+(?:a|an|and|but|for|in|of|on|the|to|with))+$/i, "").replace(/[:;,(/-]+$/, "")} …`;
}

/**
 * A citation as print shows it: authors, title, journal, year, volume, issue and pages.
 * @param mostAuthors more than these are "et al."
 */
export function formatCitation({ citation }: Cited, mostAuthors = 6): string {
  const { authors, title, journal, year, volume, issue, pages } = citation;
  const named = authors.length > mostAuthors ? [...authors.slice(0, mostAuthors), "et al"] : authors;
  const number = `${volume ?? ""}${issue ? `(${issue})` : ""}`;
  const date = [year ?? "no date", number].filter(Boolean).join(";");
  const printed = [journal, `${date}${pages ? `:${pages}` : ""}`].filter(Boolean).join(" ");
  return [named.join(", "), title, printed]
    .filter(Boolean)
    .map((part) => part.trim().replace(/(?<![.?!])$/, "."))
    .join(" ");
}

/** Where a reader finds the source. A copy where a figure was read is named and never linked, so its `url` is null. */
export type SourceLink = { label: string; url: string | null };

/** Every official identifier of a study, linked: PMID, DOI, PMCID; where it has none, the one address of `getSourceLink`. */
export function listIdentifiers(study: Pick<Study, "citation" | "sources">): SourceLink[] {
  const { pmid, doi, pmcid } = study.citation;
  const found = [...(pmid ? [pubmed(pmid)] : []), ...(doi ? [doiLink(doi)] : []), ...(pmcid ? [pmcLink(pmcid)] : [])];
  return found.length > 0 ? found : [getSourceLink(study)];
}

const pubmed = (pmid: string): SourceLink => ({
  label: `PMID ${pmid}`,
  url: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`,
});
const doiLink = (doi: string): SourceLink => ({
  label: `doi:${doi}`,
  url: `https://doi.org/${doi.split("/").map(encodeURIComponent).join("/")}`,
});

const pmcLink = (pmcid: string): SourceLink => ({
  label: pmcid,
  url: `https://www.ncbi.nlm.nih.gov/pmc/articles/${pmcid}/`,
});

type Sourced = Pick<Study, "citation" | "sources">;

/** The sources that `getSourceLink` needs of a study: none where an identifier leads there, else the one it shows. */
export function selectLinkedSources({ citation, sources }: Sourced): Study["sources"] {
  if (citation.pmid || citation.doi || citation.pmcid) return [];
  const addressed = sources.filter(({ url }) => url);
  // A secondary source is another publication: its address is not the study's.
  const own = addressed.filter(({ kind }) => kind !== "secondary");
  return [own.find(({ official }) => official) ?? own[0] ?? addressed[0]].filter((source) => source !== undefined);
}

/**
 * The address of a study: PubMed by PMID, else the DOI, PubMed Central or an official source; else the copy read. Where no
 * identifier names it, it is named as its journal cites it: a host name tells a reader nothing.
 */
export function getSourceLink(study: Sourced): SourceLink {
  const { pmid, doi, pmcid } = study.citation;
  if (pmid) return pubmed(pmid);
  if (doi) return doiLink(doi);
  if (pmcid) return pmcLink(pmcid);
  const [source] = selectLinkedSources(study);
  if (!source?.url) return { label: "no address on record", url: null };
  const label = citeShortly(study);
  if (source.kind === "secondary") return { label: `${label}, read in another publication`, url: null };
  return source.official ? { label, url: source.url } : { label: `${label}, read in a copy`, url: null };
}

/** "Arthritis Rheum 1993"; the first words of the title where the sheet names no journal. */
export function citeShortly({ citation: { journal, title, year } }: Pick<Cited, "citation">): string {
  return `${journal ?? `“${shortenTitle(title)}”`} ${year ?? "(no date)"}`;
}
