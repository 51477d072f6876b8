import { type Author, readAuthor } from "@/lib/study/author";
import { getSourceLink } from "@/lib/study/citation";
import { addInitialSpaces } from "./author";
import { type Cited, isInPeriodical } from "./ris";

/**
 * Studies as BibTeX, UTF-8, one entry a study, its key the study's id. What a sheet leaves open has no field. Signs
 * that TeX would act on are escaped; letters with accents stay as they are.
 */
export function toBibtex(studies: readonly Cited[]): string {
  return studies.map(formatEntry).join("\n");
}

function formatEntry({ id, citation, sources }: Cited): string {
  const authors = citation.authors.map(readAuthor);
  const { url } = getSourceLink({ citation, sources });
  const fields: [name: string, value: string | null][] = [
    ["author", authors.map(formatBibtexAuthor).join(" and ") || null],
    // A second pair of braces keeps the capitals of the title in every style.
    ["title", `{${escapeTex(citation.title)}}`],
    ["journal", citation.journal && escapeTex(citation.journal)],
    ["year", citation.year === null ? null : `${citation.year}`],
    ["volume", citation.volume && escapeTex(citation.volume)],
    ["number", citation.issue && escapeTex(citation.issue)],
    ["pages", citation.pages && escapeTex(citation.pages).replace(/(?<=\w)-(?=\w)/g, "--")],
    ["doi", citation.doi && encodeBraces(citation.doi)],
    ["pmid", citation.pmid],
    ["pmcid", citation.pmcid],
    ["url", url && encodeBraces(url)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? `  ${name} = {${value}},` : []));
  return [`@${isInPeriodical(citation) ? "article" : "misc"}{${id},`, ...lines, "}", ""].join("\n");
}

function formatBibtexAuthor(author: Author): string {
  // Braces keep a group's name whole, also where it holds the word "and".
  if (author.kind === "group") return `{${escapeTex(author.name)}}`;
  const { surname, initials, suffix } = author;
  const family = / and /i.test(` ${surname} `) ? `{${escapeTex(surname)}}` : escapeTex(surname);
  return [family, suffix, addInitialSpaces(initials)].filter(Boolean).join(", ");
}

const escapes: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
};

/** Text in which TeX finds nothing to act on: neither a command, nor a brace, nor a ligature such as "--". */
function escapeTex(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\^~]|[{}$%&#_]/g, (sign) => escapes[sign] ?? `\\${sign}`)
    .replace(/([-'`])(?=\1)/g, "$1{}");
}

/** An address: nothing in it is escaped, so that it can be copied; a brace, which would end the field, is encoded. */
function encodeBraces(address: string): string {
  return address.replace(/[{}\\%]/g, (sign) => (sign === "%" ? sign : encodeURIComponent(sign)));
}
