import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import fc from "fast-check";
import { createStudy } from "@/lib/study/fixtures";
import type { Study } from "@/lib/study/schema";

type Name = { family?: string; given?: string; suffix?: string; literal?: string } & Record<string, string | undefined>;

/** What a reference manager holds after the import, as far as the tests look at it. */
type Reference = {
  id: string;
  type: string;
  title: string;
  author?: Name[];
  issued?: { "date-parts": [[number]] };
  page?: string;
  volume?: string;
  issue?: string;
  note?: string;
  DOI?: string;
  PMID?: string;
  PMCID?: string;
  URL?: string;
  "container-title"?: string;
};

/**
 * Reads RIS or BibTeX with an independent parser. A file of either begins in its own way, as a reference manager knows
 * it by its name; the parser by itself would take RIS whose words look like BibTeX for BibTeX.
 */
export function readReferences(text: string): Reference[] {
  const forceType = text.startsWith("TY  - ") ? "@ris/file" : "@biblatex/text";
  return plugins.input.chain(text, { generateGraph: false, forceType }) as Reference[];
}

/** A name as sheets write it: "van der Kooi AJ", "Smith JA Jr". */
export function getSheetName({ family, given, suffix, literal, ...particles }: Name): string {
  const particle = particles.prefix ?? particles["non-dropping-particle"] ?? particles["dropping-particle"];
  return [particle, family ?? literal, given?.replace(/[.\s]/g, ""), suffix].filter(Boolean).join(" ");
}

const oddWords = fc
  .array(
    fc.constantFrom(
      "Ünïcode",
      "naïve",
      "50%",
      "a&b",
      "#1",
      "$5",
      "snake_case",
      "{braced}",
      "back\\slash",
      "x^2",
      "a~b",
      "p<0.05",
      '"quoted"',
      "it''s",
      "``so''",
      "1--2",
      "a---b",
      "=SUM(A1)",
      "+1",
      "-1",
      "@here",
      "ß",
      "日本",
      "łódź",
      "ER",
      "-",
      "and",
      "\\textbf{x}",
      "%",
      "}",
      "{",
      "\\",
      ",",
      ";",
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((words) => words.join(" "));

const surname = fc.constantFrom("Müller", "van der Kooi", "O'Brien", "Şahin-Öz", "de la Peña", "Łukasz", "Bata-Csörgő");
const initials = fc.constantFrom("A", "JD", "J-P", "ÅB", "ABC");
const author = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(surname, initials).map((parts) => parts.join(" ")) },
  { weight: 1, arbitrary: fc.tuple(surname, initials).map((parts) => `${parts.join(" ")} Jr`) },
  { weight: 1, arbitrary: fc.constantFrom("ProDERM investigators", "Orphanet", "Skin and Muscle Study Group (UK)") },
);
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary);

/** Studies with citations of every odd kind: signs that mean something to a format, names of all shapes, holes. */
export const oddStudies: fc.Arbitrary<Study[]> = fc
  .array(
    fc.record({
      authors: fc.array(author, { maxLength: 9 }),
      title: oddWords,
      journal: orNull(oddWords),
      year: orNull(fc.integer({ min: 1950, max: 2100 })),
      volume: orNull(fc.constantFrom("1", "187", "12A", "Suppl 2")),
      issue: orNull(fc.constantFrom("3", "2 Pt 2", "Suppl 1")),
      pages: orNull(fc.constantFrom("1", "201-6", "S57-63", "e10-e11", "CD003643", "403b", "99-101", "1-2, 5")),
      pmid: orNull(fc.integer({ min: 1, max: 99_999_999 }).map(String)),
      doi: orNull(
        fc.constantFrom("10.1000/a_b", "10.1002/(SICI)1097(1996)39:11<1777::AID-X>3.0.CO;2-J", "10.1000/50%25#x"),
      ),
      pmcid: orNull(fc.integer({ min: 1, max: 9_999_999 }).map((number) => `PMC${number}`)),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((citations) => citations.map((citation, index) => createStudy({ id: `odd-20${10 + index}`, citation })));
