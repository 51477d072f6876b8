import type { StudyAnswer } from "@/lib/answer/study-answer";
import { capitalise } from "@/lib/format/text";
import { citeShortly, formatCitation, getSourceLink } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";
import { sourceReadNames } from "@/lib/vocabulary/outcomes";

/** Studies by the number under which they are cited, in the order in which they were first cited. */
export type References = {
  /** the number of a study, from 1; its next one where it was not cited before */
  cite: (study: StudySummary) => number;
  list: () => readonly StudySummary[];
};

/** A list of references that nobody has cited yet. */
export function createReferences(): References {
  const cited: StudySummary[] = [];
  return {
    cite(study) {
      if (!cited.includes(study)) cited.push(study);
      return cited.indexOf(study) + 1;
    },
    list: () => cited,
  };
}

/** Where a text names a study, or -1: "Wang 2022" is not named by "Wang 2022b". */
export function findName(text: string, name: string): number {
  const place = text.indexOf(name);
  if (place === -1 || !/\w/.test(text.charAt(place + name.length))) return place;
  const rest = place + name.length;
  const next = findName(text.slice(rest), name);
  return next === -1 ? -1 : rest + next;
}

/** A piece of a sentence that ends with the name of a study, where it is cited; null of what is left behind the last name. */
type NamingPart = { text: string; study: StudySummary | null };

/** A sentence in pieces, each up to the first name of a study: behind it stands the number of its reference. */
export function splitAtNames(sentence: string, studies: readonly Pick<StudyAnswer, "name" | "study">[]): NamingPart[] {
  const ends = studies
    .map(({ name, study }) => ({ study, place: findName(sentence, name), length: name.length }))
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place)
    .map(({ study, place, length }) => ({ study, end: place + length }));
  const parts = ends.map(({ study, end }, index): NamingPart => {
    return { text: sentence.slice(ends[index - 1]?.end ?? 0, end), study };
  });
  return [...parts, { text: sentence.slice(ends.at(-1)?.end ?? 0), study: null }];
}

/** A citation in the style of Vancouver, with the identifier that finds it; without one, with its address. */
export function formatReference(study: StudySummary): string {
  const { pmid, doi, pmcid } = study.citation;
  const address = pmid || doi || pmcid ? null : getSourceLink(study).url;
  return [formatCitation(study), formatIdentifier(study), address].filter(Boolean).join(" ");
}

/**
 * What finds a study, behind its citation: "PMID 24102345.". A source without an identifier has been named by the citation
 * already: what is left is that a copy was read.
 */
function formatIdentifier(study: StudySummary): string {
  const { label } = getSourceLink(study);
  const named = citeShortly(study);
  if (!label.startsWith(named)) return `${label}.`;
  const rest = label.slice(named.length).replace(/^, /, "");
  return rest === "" ? "" : `${capitalise(rest)}.`;
}

/** Authors that a reference on paper names, where every line counts. */
const MAX_AUTHORS = 3;

/** A reference as paper sets it: what it begins with, and the same where there is little room, and then where it is found. */
export type PrintedReference = { begin: string; shortBegin: string; rest: string };

/** Heading of the references on paper, each of which ends with what its figures were read in. */
export const printedReferencesTitle = "References and what was read of each";

/** A reference in the parts that paper chooses among. */
export function splitReference(study: StudySummary): PrintedReference {
  const title = study.citation.title.trim();
  const cut = (mostAuthors: number) => {
    const citation = formatCitation(study, mostAuthors);
    const at = citation.indexOf(title);
    return { authors: citation.slice(0, at).trim(), after: citation.slice(at + title.length) };
  };
  const { authors, after } = cut(MAX_AUTHORS);
  // A title that has no full stop of its own was given one.
  const [, stop = "", rest = ""] = /^(\S*)\s*(.*)$/.exec(after) ?? [];
  const { journal, pmid, doi, pmcid } = study.citation;
  const whole = `${title}${stop}`;
  // Without journal and identifier the title alone finds it.
  const isFound = Boolean(journal || pmid || doi || pmcid);
  return {
    begin: [authors, whole].filter(Boolean).join(" "),
    shortBegin: [cut(1).authors, isFound ? "" : whole].filter(Boolean).join(" "),
    rest: [rest, formatIdentifier(study), `${sourceReadNames[study.reads]}.`].filter(Boolean).join(" "),
  };
}

/** "Read in: abstract only.": what the figures of a study were read in, which its citation does not say. */
export function formatReadIn({ reads }: Pick<StudySummary, "reads">): string {
  return `Read in: ${sourceReadNames[reads].toLowerCase()}.`;
}
