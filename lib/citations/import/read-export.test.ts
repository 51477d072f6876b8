import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oddStudies } from "@/lib/citations/export/reference-parsers";
import { splitPageRange, toRis } from "@/lib/citations/export/ris";
import { anyHostileText, anyUnicodeText } from "@/lib/format/hostile-text.arbitrary";
import { invisibleSigns } from "@/lib/format/invisible-signs";
import { loadLibrary } from "@/lib/study/load";
import type { Study } from "@/lib/study/schema";
import { MAX_EXPORT_BYTES, readExport } from "./read-export";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readExport(bytes(text));
const only = (text: string) => {
  const [first, ...others] = read(text).records;
  expect(others).toEqual([]);
  if (!first) throw new Error("No record was read.");
  return first;
};

const nbib = `
PMID- 23906502
OWN - NLM
DP  - 2014 Sep
TI  - Clinical efficacy of intravenous immunoglobulins for the treatment of
      dermatomyositis skin lesions without muscle disease.
PG  - 1150-7
LID - 10.1111/jdv.12223 [doi]
FAU - Bounfour, Touda
AU  - Bounfour T
FAU - Bézier, M
AU  - Bézier M
CN  - ProDERM investigators
TA  - J Eur Acad Dermatol Venereol
JT  - Journal of the European Academy of Dermatology and Venereology : JEADV
VI  - 28
IP  - 9
PMC - PMC123
SO  - J Eur Acad Dermatol Venereol. 2014 Sep;28(9):1150-7.
`;

describe("PubMed's .nbib", () => {
  const expected = {
    authors: ["Bounfour T", "Bézier M", "ProDERM investigators"],
    title:
      "Clinical efficacy of intravenous immunoglobulins for the treatment of dermatomyositis skin lesions without muscle disease",
    journal: "J Eur Acad Dermatol Venereol",
    year: 2014,
    volume: "28",
    issue: "9",
    pages: "1150-1157",
    pmid: "23906502",
    doi: "10.1111/jdv.12223",
    pmcid: "PMC123",
  };

  test("gives the citation, with lines that go on", () => {
    expect(only(nbib)).toEqual({ number: 1, citation: expected, reason: null, notes: [] });
  });

  test("with any line ending and a byte order mark", () => {
    expect(only(`\uFEFF${nbib.replaceAll("\n", "\r\n")}`).citation).toEqual(expected);
  });

  test("with full names alone", () => {
    expect(only(nbib.replace(/^AU .*\n/gm, "")).citation?.authors).toEqual(expected.authors);
  });

  test("a record that the file breaks off is refused, the one before it read", () => {
    const { records } = read(`${nbib}\n${nbib.replace("23906502", "1").slice(0, 180)}`);
    expect(records.map(({ reason }) => reason)).toEqual([null, expect.stringContaining("ends in the middle")]);
  });
});

describe("RIS", () => {
  const ris = [
    "TY  - JOUR",
    "AU  - Müller-Lüdenscheidt, Karl-Heinz",
    "A1  - van der Kooi, A. J.",
    "T1  - A title",
    "JF  - Journal of Examples",
    "JA  - J Ex",
    "Y1  - 2020/05/01/",
    "SP  - 1",
    "EP  - 9",
    "DO  - https://doi.org/10.1000/x",
    "UR  - https://pubmed.ncbi.nlm.nih.gov/12345/",
    "ER  - ",
    "",
  ];

  test("gives the citation", () => {
    expect(only(ris.join("\r\n"))).toEqual({
      number: 1,
      citation: {
        authors: ["Müller-Lüdenscheidt KH", "van der Kooi AJ"],
        title: "A title",
        journal: "J Ex",
        year: 2020,
        volume: null,
        issue: null,
        pages: "1-9",
        pmid: "12345",
        doi: "10.1000/x",
        pmcid: null,
      },
      reason: null,
      notes: [],
    });
  });

  test("a record without its end or its beginning is refused, the whole ones are read", () => {
    const cut = [...ris.slice(0, 5), ...ris, ...ris.slice(2, 12), ...ris, ...ris.slice(0, 4)];
    const { records } = read(cut.join("\n"));
    expect(records.map(({ citation }) => citation !== null)).toEqual([false, true, false, true, false]);
    expect(records.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  /** What comes back of a citation that went out: last pages written out, single blanks, no letter. */
  const back = ({ citation: { letter: _, ...citation } }: Study) => {
    const { first, last } = splitPageRange(citation.pages);
    const blanks = (text: string | null) => text?.replace(/\s+/g, " ").trim() ?? null;
    return {
      ...citation,
      title: blanks(citation.title)?.replace(/(?<!\.)\.$/, ""),
      journal: blanks(citation.journal),
      authors: citation.authors,
      pages: last ? `${first}-${last}` : first,
    };
  };

  test("our own export of the whole library comes back", () => {
    const { studies } = loadLibrary();
    expect(read(toRis(studies)).records.map(({ citation }) => citation)).toEqual(studies.map(back));
  });

  test("our own export of any odd citation comes back", () => {
    fc.assert(
      fc.property(oddStudies, (studies) => {
        expect(read(toRis(studies)).records.map(({ citation }) => citation)).toEqual(studies.map(back));
      }),
    );
  });
});

describe("bad input", () => {
  test.each([
    ["an empty file", bytes(" \n"), "empty"],
    ["no bibliography", bytes("Dear colleague,\nhere are the papers."), "No record"],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x50, 0, 0x4d, 0]), "UTF-8"],
    ["more than 20 MB", new Uint8Array(MAX_EXPORT_BYTES + 1), "20 MB"],
  ])("%s is refused in a sentence", (_, file, words) => {
    const { records, fault } = readExport(file);
    expect(records).toEqual([]);
    expect(fault).toContain(words);
  });

  test("Latin-1 is reported for each record; a record in plain ASCII is read", () => {
    const ascii = nbib.replace("Bézier M", "Bezier M").replace("Bézier, M", "Bezier, M");
    const file = Uint8Array.from(`${ascii}\n${nbib}`, (letter) => letter.charCodeAt(0));
    const { records } = readExport(file);
    expect(records.map(({ citation }) => citation !== null)).toEqual([true, false]);
    expect(records[1]?.reason).toContain("Latin-1");
  });

  test("a record without a title is refused; one without year or identifiers is read, and that is noted", () => {
    expect(only("PMID- 1\nAU  - A B\nSO  - x\n").reason).toContain("no title");
    const bare = only("TI  - Alone\nSO  - x\n");
    expect(bare.citation).toMatchObject({ title: "Alone", year: null, pmid: null, doi: null });
    expect(bare.notes.join(" ")).toMatch(/no year.*neither PMID nor DOI/);
  });

  test("HTML is taken out, entities read, a formula kept as text, and each is noted", () => {
    const { citation, notes } = only(
      "PMID- 1\nTI  - =SUM(A1) in <i>vitro</i><script>x()</script> &amp; p &lt; 0.05 when 3 < 4\nDP  - 2020\nSO  - x\n",
    );
    expect(citation?.title).toBe("=SUM(A1) in vitrox() & p < 0.05 when 3 < 4");
    expect(notes.join(" ")).toMatch(/HTML.*formula/);
  });

  test("what is no PMID and no DOI is left out and noted", () => {
    const { citation, notes } = only("PMID- 12x\nTI  - T\nDP  - 1889\nLID - 11.1/x [doi]\nSO  - x\n");
    expect(citation).toMatchObject({ pmid: null, doi: null, year: null });
    expect(notes.join(" ")).toMatch(/PMID.*12x.*DOI.*11\.1/);
  });

  test("no bytes make it throw, and each record is read or has a reason", () => {
    const piece = fc.constantFrom(
      "TY  - JOUR\n",
      "ER  - \n",
      "PMID- 1\n",
      "TI  - T\n",
      "\n",
      "      more\n",
      "AU  - ,\n",
    );
    const file = fc.oneof(
      fc.uint8Array(),
      fc.array(fc.oneof(piece, anyUnicodeText)).map((parts) => bytes(parts.join(""))),
    );
    fc.assert(
      fc.property(file, (input) => {
        const { records, fault } = readExport(input);
        expect(fault === null).toBe(records.length > 0);
        for (const { citation, reason } of records) expect(citation === null).toBe(reason !== null);
      }),
    );
  });

  test("no text in a field brings a sign that cannot be seen into the citation", () => {
    let read = 0;
    fc.assert(
      fc.property(anyHostileText, anyHostileText, (title, text) => {
        const lines = ["AU", "FAU", "JT", "DP", "VI", "PG", "AID", "SO"].map((tag) => `${tag.padEnd(4)}- ${text}`);
        const { records } = readExport(bytes(`PMID- 1\nTI  - ${title}\n${lines.join("\n")}\n`));
        for (const { citation } of records) {
          if (citation === null) continue;
          read += 1;
          for (const value of [citation.title, citation.journal, citation.pages, citation.doi, ...citation.authors])
            expect(value ?? "").not.toMatch(invisibleSigns);
        }
      }),
      { numRuns: 300 },
    );
    expect(read).toBeGreaterThan(50);
  });
});
