/** What tells one publication from another; null where it is not known. */
export type Paper = { title: string; year: number | null; pmid: string | null; doi: string | null };

/** A paper that was found, by what, and an identifier in which the two differ although they seem to be one. */
export type FoundPaper<Known extends Paper> = { paper: Known; by: string; disagreement: string | null };

/** A list of papers that can be asked whether it holds another one. */
export type PaperIndex<Known extends Paper> = {
  add: (paper: Known) => void;
  /** the first paper that is the same one, or null */
  find: (paper: Paper) => FoundPaper<Known> | null;
};

/**
 * Makes papers ready to be found: by PMID, else by DOI (upper and lower case alike), else by title and year. A title
 * counts only where the two have no kind of identifier in common and no two different years; it is compared by its
 * letters and digits, without accents.
 */
export function createPaperIndex<Known extends Paper>(papers: readonly Known[] = []): PaperIndex<Known> {
  const byPmid = new Map<string, Known>();
  const byDoi = new Map<string, Known>();
  const byTitle = new Map<string, Known[]>();
  const add = (paper: Known) => {
    if (paper.pmid && !byPmid.has(paper.pmid)) byPmid.set(paper.pmid, paper);
    const doi = paper.doi?.toLowerCase();
    if (doi && !byDoi.has(doi)) byDoi.set(doi, paper);
    const title = normaliseTitle(paper.title);
    if (title) byTitle.set(title, [...(byTitle.get(title) ?? []), paper]);
  };
  const find = (paper: Paper): FoundPaper<Known> | null => {
    const samePmid = paper.pmid && byPmid.get(paper.pmid);
    if (samePmid) {
      return { paper: samePmid, by: `PMID ${paper.pmid}`, disagreement: describeDisagreement("doi", paper, samePmid) };
    }
    const sameDoi = paper.doi && byDoi.get(paper.doi.toLowerCase());
    if (sameDoi) {
      return { paper: sameDoi, by: `DOI ${paper.doi}`, disagreement: describeDisagreement("pmid", paper, sameDoi) };
    }
    const sameTitle = byTitle.get(normaliseTitle(paper.title))?.find((known) => mayBeOne(paper, known));
    return sameTitle ? { paper: sameTitle, by: "title and year", disagreement: null } : null;
  };
  for (const paper of papers) add(paper);
  return { add, find };
}

function describeDisagreement(identifier: "pmid" | "doi", paper: Paper, known: Paper): string | null {
  const [own, other] = [paper[identifier], known[identifier]];
  if (!own || !other || own.toLowerCase() === other.toLowerCase()) return null;
  return `its ${identifier.toUpperCase()} is ${own}, there it is ${other}: one of the two is wrong`;
}

function mayBeOne(a: Paper, b: Paper): boolean {
  const differ = (a.pmid && b.pmid) || (a.doi && b.doi) || (a.year !== null && b.year !== null && a.year !== b.year);
  return !differ;
}

function normaliseTitle(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
