import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { getSourceLink } from "@/lib/study/citation";
import { createStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import type { Study } from "@/lib/study/schema";
import { toBibtex } from "./bibtex";
import { getSheetName, oddStudies, readReferences } from "./reference-parsers";
import { toRis } from "./ris";

const collapseSpaces = (text: string | null | undefined) => text?.replace(/\s+/g, " ").trim();

/** What a reference manager has to hold of a study, in the names that its parser gives the fields. */
function getExpected({ id, citation, sources }: Study) {
  return {
    id,
    authors: citation.authors,
    title: collapseSpaces(citation.title),
    journal: collapseSpaces(citation.journal),
    year: citation.year ?? undefined,
    volume: citation.volume ?? undefined,
    issue: citation.issue ?? undefined,
    pmcid: citation.pmcid ?? undefined,
    doi: citation.doi ?? undefined,
    url: getSourceLink({ citation, sources }).url ?? undefined,
  };
}

function readFields(text: string) {
  return readReferences(text).map((found) => ({
    id: found.id,
    authors: (found.author ?? []).map(getSheetName),
    title: found.title,
    journal: found["container-title"],
    year: found.issued?.["date-parts"][0][0],
    volume: found.volume,
    issue: found.issue,
    pmcid: found.PMCID,
    doi: found.DOI,
    url: found.URL,
  }));
}

const readPages = (text: string) => readReferences(text).map(({ page }) => page);
const listLines = (ris: string, tag: string) =>
  ris.split("\r\n").flatMap((line) => (line.startsWith(`${tag}  - `) ? line.slice(6) : []));

/** "201-6" written out, as a field for the last page has it. */
function writeOutPages(pages: string | null) {
  const [, letters = "", first = "", last = ""] = /^(\D*)(\d+)-(\d+)$/.exec(pages ?? "") ?? [];
  if (!last || last.length >= first.length + letters.length) return pages ?? undefined;
  return `${letters}${first}-${(letters + first).slice(0, letters.length + first.length - last.length)}${last}`;
}

describe.each<[string, () => readonly Study[]]>([["the whole library", () => loadLibrary().studies]])(
  "%s, read by another program",
  (_, studies) => {
    test("RIS loses no field", () => {
      const ris = toRis(studies());
      expect(readFields(ris)).toEqual(studies().map(getExpected));
      expect(readPages(ris)).toEqual(studies().map(({ citation }) => writeOutPages(citation.pages)));
      expect(listLines(ris, "AN")).toEqual(studies().flatMap(({ citation }) => citation.pmid ?? []));
    });

    test("BibTeX loses no field", () => {
      const bibtex = toBibtex(studies());
      expect(readFields(bibtex)).toEqual(studies().map(getExpected));
      expect(readPages(bibtex)).toEqual(studies().map(({ citation }) => citation.pages ?? undefined));
      expect(readReferences(bibtex).map(({ PMID }) => PMID)).toEqual(
        studies().map(({ citation }) => citation.pmid ?? undefined),
      );
    });
  },
);

describe("citations of every odd kind", () => {
  test("come back from RIS as they went", () => {
    fc.assert(
      fc.property(oddStudies, (studies) => {
        expect(readFields(toRis(studies))).toEqual(studies.map(getExpected));
        expect(listLines(toRis(studies), "AN")).toEqual(studies.flatMap(({ citation }) => citation.pmid ?? []));
      }),
    );
  });

  test("come back from BibTeX as they went", () => {
    fc.assert(
      fc.property(oddStudies, (studies) => {
        const bibtex = toBibtex(studies);
        expect(readFields(bibtex)).toEqual(studies.map(getExpected));
        expect(readPages(bibtex)).toEqual(studies.map(({ citation }) => citation.pages ?? undefined));
      }),
    );
  });
});

test("words that look like the other format are words", () => {
  const citation = { title: "@here{a, title = {b}}", journal: "@here { , TY  - JOUR" };
  const studies = [
    createStudy({ id: "odd-2010", citation }),
    createStudy({ id: "odd-2011", citation: { title: "TY  - JOUR" } }),
  ];
  for (const text of [toRis(studies), toBibtex(studies)]) expect(readFields(text)).toEqual(studies.map(getExpected));
});

test("a brace in a DOI cannot end the entry", () => {
  const studies = [createStudy({ id: "a-2001", citation: { doi: "10.1000/a}b{c" } }), createStudy({ id: "b-2001" })];
  expect(readReferences(toBibtex(studies)).map(({ id }) => id)).toEqual(["a-2001", "b-2001"]);
});
