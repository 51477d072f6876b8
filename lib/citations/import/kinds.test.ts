import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAuthors } from "./author-name";
import { cleanText } from "./clean-text";
import { readDoi } from "./identifiers";
import { readPages } from "./pages";
import { readExport } from "./read-export";
import { findYear } from "./year";

const read = (text: string) => readExport(new TextEncoder().encode(text)).records;
const ris = (...lines: string[]) => ["TY  - JOUR", "TI  - A title", ...lines, "ER  - ", ""].join("\n");
const readRis = (...lines: string[]) => read(ris(...lines))[0]?.citation;
const nbib = (...lines: string[]) => ["", "PMID- 1", "TI  - A title.", ...lines, "SO  - J Ex. 2020.", ""].join("\n");
const readNbib = (...lines: string[]) => read(nbib(...lines))[0]?.citation;

describe("where programs keep the PMID", () => {
  test.each([
    ["EndNote, of PubMed", ["AN  - 123", "DP  - NLM"]],
    ["EBSCO, MEDLINE", ["AN  - 123", "DB  - MEDLINE with Full Text"]],
    ["EBSCO, by the address", ["UR  - https://search.ebscohost.com/login.aspx?direct=true&db=cmedm&AN=123&site=x"]],
    ["EBSCO, by its own name of MEDLINE", ["ID  - 123", "DB  - cmedm"]],
    ["CINAHL, in a field of the user", ["U2  - PMID: NLM123.", "DB  - ccm", "AN  - 104012345"]],
    ["Cochrane, its own tag", ["PM  - PUBMED 123"]],
    ["CINAHL", ["N1  - Accession Number: 456. Commentary: Foo B. (J OTHER) 2006. No. of Refs: 3 ref. PMID: NLM123."]],
    ["ProQuest", ["AN  - 733995107; 123", "DB  - MEDLINE®"]],
    ["Web of Science, MEDLINE", ["AN  - MEDLINE:123"]],
    ["Web of Science, its own tag", ["PM  - 123"]],
    ["Scopus", ["C2  - 123", "DB  - Scopus"]],
    ["Embase.com", ["C5  - 123", "DB  - Embase", "DB  - Medline", "U2  - L600000003"]],
    ["Embase.com, by the address", ["C5  - 123", "L2  - https://www.embase.com/search/results?id=L600000003"]],
    ["Cochrane", ["AN  - CN-01", "C3  - EMBASE 600000003,PUBMED 123"]],
    ["Ovid MEDLINE", ["ID  - 123", "DB  - Ovid MEDLINE(R)"]],
    ["Ovid, by the address", ["ID  - 123", "UR  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS&D=med11&AN=123"]],
    ["Europe PMC", ["UR  - http://europepmc.org/abstract/MED/123"]],
    ["an address of today", ["UR  - https://pubmed.ncbi.nlm.nih.gov/123/"]],
    ["an older address", ["L2  - https://www.ncbi.nlm.nih.gov/pubmed/?term=123"]],
    ["the oldest", ["UR  - http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=123"]],
    ["a note", ["N1  - PMID: 123; PMCID: PMC9"]],
    ["a note before one on another paper", ["N1  - PubMed PMID: 123. Comment in: J Other. 2001. PMID: 456"]],
    ["a labelled field", ["M2  - PubMed ID 123"]],
  ])("%s", (_, lines) => {
    expect(readRis(...lines)?.pmid).toBe("123");
  });

  test.each([
    ["of a paper commented on", ["N1  - Comment on: J Other. 2001;1:1. PMID: 123"]],
    ["of a retraction", ["N1  - Retraction in: J Other. 2001. PMID: 123"]],
    ["of an erratum, by its address", ["N1  - Erratum in https://pubmed.ncbi.nlm.nih.gov/123/"]],
    ["a number of Embase", ["AN  - 600000003", "DB  - Embase", "ID  - 123456"]],
    [
      "a number of Embase, by Ovid",
      ["ID  - 123456", "UR  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS&D=emed11&AN=123456"],
    ],
    ["a number of CINAHL", ["AN  - 10401234", "DB  - CINAHL Complete", "DP  - EBSCOhost"]],
    ["a number of PsycNet", ["AN  - 2014-12345-001", "DB  - PsycINFO"]],
    ["a year of a note", ["N1  - Source: MEDLINE 2014; PubMed 2014"]],
    ["a number of PMC", ["UR  - https://www.ncbi.nlm.nih.gov/entrez/eutils/elink.fcgi?dbfrom=pmc&id=123"]],
    ["a number of nobody", ["AN  - 123", "C2  - 123", "C5  - 123"]],
  ])("a number that is none: %s", (_, lines) => {
    expect(readRis(...lines)).toMatchObject({ title: "A title", pmid: null });
  });
});

describe("where programs keep the DOI and the PMCID", () => {
  test.each([
    ["DO  - 10.1000/a(b)c"],
    ["DO  - https://doi.org/10.1000/a(b)c"],
    ["DO  - doi:10.1000/a(b)c."],
    ["DI  - DOI 10.1000/a(b)c"],
    ["L3  - http://dx.doi.org/10.1000/a(b)c"],
    ["L3  - 10.1000/a(b)c"],
    ["M3  - doi: 10.1000/a(b)c"],
    ["M3  - 10.1000/a(b)c"],
    ["UR  - https://doi.org/10.1000%2Fa%28b%29c"],
    ["UR  - https://doi-org.proxy.example.edu/10.1000/a(b)c"],
    ["UR  - https://publisher.example/doi/abs/10.1000/a(b)c?journalCode=ex"],
    ["UR  - https://publisher.example/doi/10.1000/a(b)c/full"],
    ["N1  - Export Date: 2 May 2020; DOI: 10.1000/a(b)c"],
    ["AN  - doi:10.1000/a(b)c"],
  ])("%s", (line) => {
    expect(readRis(line)?.doi).toBe("10.1000/a(b)c");
  });

  test("a DOI of another paper is none, nor is a version or a price", () => {
    expect(readRis("N1  - Comment on: J Other. doi: 10.1000/x")?.doi).toBeNull();
    expect(readDoi("version 10.15/2")).toBeNull();
    const register = "UR  - https://www.cochranelibrary.com/central/doi/10.1002/central/CN-00000003/full";
    expect(readRis(register)?.doi).toBeNull();
    expect(readRis("UR  - https://x.example/record.uri?eid=2&doi=10.1000%2fx&partnerID=40")?.doi).toBe("10.1000/x");
  });

  test("an odd DOI comes back whole, alone and in an address", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."ab19-_.;()/<>%"), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, (text) => {
        const doi = `10.1000/${text.replaceAll("<", "").replaceAll(">", "")}x`.replace(/%/g, "_");
        expect(readDoi(doi)).toBe(doi);
        expect(readDoi(`https://doi.org/${encodeURIComponent(doi)}`)).toBe(doi);
        expect(readDoi(`doi: ${doi}. `)).toBe(doi);
      }),
    );
    expect(readDoi("10.1002/(SICI)1097(1996)39:11<1777::AID-X>3.0.CO;2-J")).toMatch(/<1777::AID-X>3\.0\.CO;2-J$/);
  });

  test.each([
    ["C2  - PMC123"],
    ["AN  - PMC123"],
    ["UR  - https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123/"],
    ["L1  - https://pmc.ncbi.nlm.nih.gov/articles/PMC123.1/pdf"],
    ["UR  - https://europepmc.org/articles/PMC123"],
    ["N1  - PMID: 5; PMCID: PMC123"],
  ])("%s", (line) => {
    expect(readRis(line)?.pmcid).toBe("PMC123");
  });
});

describe("names", () => {
  test.each<[string, string[]]>([
    ["Example, Ada", ["Example A"]],
    ["Example, Ada Mary", ["Example AM"]],
    ["Example, A. M.", ["Example AM"]],
    ["Example, J.-D.", ["Example J-D"]],
    ["Example, Jean-David", ["Example JD"]],
    ["Example, J.‐D.", ["Example J-D"]],
    ["Example, Ada (ORCID: 0000-0001)", ["Example A"]],
    ["Example, K.Yu.", ["Example KY"]],
    ["Example, J.Robert", ["Example JR"]],
    ["Example, Ju. A.", ["Example JA"]],
    ["Example A.B.", ["Example AB"]],
    ["Example A. B.", ["Example AB"]],
    ["Example AB", ["Example AB"]],
    ["Example K.Yu.", ["Example KY"]],
    ["van der Sample C.", ["van der Sample C"]],
    ["O'Sample-Third C.D.", ["O'Sample-Third CD"]],
    ["d'Example A.", ["d'Example A"]],
    ["A. Example", ["Example A"]],
    ["A.B. van der Sample", ["van der Sample AB"]],
    ["A. B. Example Jr.", ["Example AB Jr"]],
    ["Ada Mary Sample", ["Sample AM"]],
    ["Ada M. de la Sample", ["de la Sample AM"]],
    ["Ada EXAMPLE", ["Example A"]],
    ["EXAMPLE, ADA MARY", ["Example AM"]],
    ["VAN DER MCSAMPLE, A.B.", ["van der McSample AB"]],
    ["Sample, A. J. van der", ["van der Sample AJ"]],
    ["Smith, John A., Jr.", ["Smith JA Jr"]],
    ["Smith, Jr., John A.", ["Smith JA Jr"]],
    ["Smith Jr, John A.", ["Smith JA Jr"]],
    ["Smith, John A. III", ["Smith JA 3rd"]],
    ["Smith JA 3rd", ["Smith JA 3rd"]],
    ["Smith JA, Jr", ["Smith JA Jr"]],
    ["Example, Ada, PhD", ["Example A"]],
    ["Ada Example, MD, PhD", ["Example A"]],
    ["Example, MD", ["Example MD"]],
    ["Example, A.*", ["Example A"]],
    ["Example, A., Sample, B., Third, C.", ["Example A", "Sample B", "Third C"]],
    ["Example, A., Sample, B., Jr., and Third, C.", ["Example A", "Sample B Jr", "Third C"]],
    ["Example, A., Sample, B., & Third, C.", ["Example A", "Sample B", "Third C"]],
    ["Example, Ada; Sample, Bob M.", ["Example A", "Sample BM"]],
    ["Example AB, van der Sample C, Third D Jr", ["Example AB", "van der Sample C", "Third D Jr"]],
    ["A. Example, B.C. Sample and D. Third", ["Example A", "Sample BC", "Third D"]],
    ["Ada Example, Bob Sample, Cy Third", ["Example A", "Sample B", "Third C"]],
    ["Example, Ada and Sample, Bob", ["Example A", "Sample B"]],
    ["Example AB, et al.", ["Example AB", "et al."]],
    ["Example, A. et al.", ["Example A", "et al."]],
    ["Example, A., Sample, B., and others", ["Example A", "Sample B", "and others"]],
    ["Dr. Ada Example", ["Example A"]],
    ["Example A.B., Sample C.D.", ["Example AB", "Sample CD"]],
    ["ProDERM investigators", ["ProDERM investigators"]],
    ["National Examples Board", ["National Examples Board"]],
    ["Skin and Muscle Study Group (UK)", ["Skin and Muscle Study Group (UK)"]],
    ["Ministry of Examples, Department for Tests", ["Ministry of Examples, Department for Tests"]],
    ["Orphanet", ["Orphanet"]],
    ["Sample and Example Ltd,", ["Sample and Example Ltd"]],
    ["[Anonymous]", []],
    [",", []],
  ])("%s", (line, names) => {
    expect(readAuthors(line)).toEqual(names);
  });

  test("a surname that is a guess is noted", () => {
    const lines = ["Ada Mary Sample", "A. Example", "Example AB", "Sample, Bob", "National Examples Board", "Orphanet"];
    const [record] = read(ris("PY  - 2020", "DO  - 10.1000/x", ...lines.map((name) => `AU  - ${name}`)));
    expect(record?.notes).toEqual([
      'The author "Ada Mary Sample" was read as given names first: compare with the source.',
    ]);
  });

  const surname = fc.constantFrom("Example", "van der Sample", "O’Third", "Müller-Öz", "de la Peña");
  const letters = fc.array(fc.constantFrom("A", "B", "Ö", "K"), { minLength: 1, maxLength: 3 });
  const suffix = fc.constantFrom("", "Jr", "3rd");
  const forms: ((surname: string, letters: string[], suffix: string) => string)[] = [
    (surname, letters, suffix) =>
      [surname, letters.map((letter) => `${letter}.`).join(" "), suffix].filter(Boolean).join(", "),
    (surname, letters, suffix) =>
      [surname, letters.map((letter) => `${letter}.`).join(""), suffix].filter(Boolean).join(" "),
    (surname, letters, suffix) => [surname, letters.join(""), suffix].filter(Boolean).join(" "),
    (surname, letters, suffix) =>
      [letters.map((letter) => `${letter}.`).join(" "), surname, suffix].filter(Boolean).join(" "),
    (surname, letters, suffix) =>
      [letters.map((letter) => `${letter}xample`).join(" "), surname, suffix].filter(Boolean).join(" "),
  ];

  test("every form of a name gives the same name, alone and several in a line", () => {
    const people = fc.array(fc.tuple(surname, letters, suffix), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(people, fc.constantFrom(...forms), (people, form) => {
        const names = people.map(([surname, letters, suffix]) =>
          [surname, letters.join(""), suffix].filter(Boolean).join(" "),
        );
        const written = people.map(([surname, letters, suffix]) => form(surname, letters, suffix));
        expect(written.flatMap(readAuthors)).toEqual(names);
        expect(readAuthors(written.join("; "))).toEqual(names);
      }),
    );
  });

  test("the same list under both tags of an author is one list", () => {
    const lines = ["AU  - Example, A.", "AU  - Sample, B.", "A1  - Example, A.", "A1  - Sample, B."];
    expect(readRis(...lines)?.authors).toEqual(["Example A", "Sample B"]);
    expect(readRis("AU  - Wang, Y.", "AU  - Wang, Y.")?.authors).toEqual(["Wang Y", "Wang Y"]);
  });
});

describe("pages", () => {
  test.each<[string | null, string | null, string | null]>([
    ["3", "9", "3-9"],
    ["3", null, "3"],
    ["3", "3", "3"],
    ["1150", "7", "1150-1157"],
    ["1150-7", null, "1150-1157"],
    ["1993-2000", "2000", "1993-2000"],
    ["1350‐1356", null, "1350-1356"],
    ["1350 – 1356", null, "1350-1356"],
    ["pp. 3-9", null, "3-9"],
    ["3", "9 7p", "3-9"],
    ["3-", null, "3"],
    ["3", "+", "3"],
    ["S57", "63", "S57-S63"],
    ["e10-e11", null, "e10-e11"],
    ["Article No. 906475", null, "906475"],
    ["Artn e906", null, "e906"],
    ["3--9", null, "3-9"],
    ["3", "-9", "3-9"],
    ["1150", "1157.e1", "1150-1157.e1"],
    ["iii-ix", null, "iii-ix"],
    ["(pp 3-9)", null, "3-9"],
    ["201-6; discussion 206-8", null, "201-6; discussion 206-8"],
    ["No Pagination Specified", null, null],
    ["N/A", "N/A", null],
    ["1-2, 5", null, "1-2, 5"],
    [null, null, null],
  ])("%s and %s", (first, last, pages) => {
    expect(readPages(first, last)).toBe(pages);
  });

  test("a number stands in place of pages, in each format, and no longer number of a publisher", () => {
    expect(readRis("C7  - e906")?.pages).toBe("e906");
    expect(readRis("C7  - e906", "SP  - 3")?.pages).toBe("3");
    expect(readNbib("VI  - 4", "AID - 10.1000/x [doi]", "AID - 1042 [pii]")?.pages).toBe("1042");
    expect(readNbib("VI  - 4", "AID - S0190-9622(14)01234-5 [pii]")?.pages).toBeNull();
    expect(readNbib("AID - kes123 [pii]")?.pages).toBeNull();
  });
});

test.each<[string[], number | null]>([
  [["2020"], 2020],
  [["2020/05/01/"], 2020],
  [["20201207"], 2020],
  [["202012"], 2020],
  [["01/05/2020"], 2020],
  [["2019 Dec-2020 Jan"], 2019],
  [["Winter 2019-2020"], 2019],
  [["2020a"], 2020],
  [["c2020."], 2020],
  [["in press", "2020/12/07 06:00"], 2020],
  [["1889", "12345"], null],
  [[], null],
])("the year in %j", (texts, year) => {
  expect(findYear(texts)).toBe(year);
});

describe("a date in another place", () => {
  test.each([["Y1  - 2016/11//"], ["DA  - 2016-11-02"], ["YR  - 2016"], ["ET  - 2016/11/02"]])("%s", (line) => {
    expect(readRis(line)?.year).toBe(2016);
  });
});

describe("what looks like HTML", () => {
  test("a sign between words is none", () => {
    const piece = fc.constantFrom("a<b", "c>d", "p<i>", "x <0.05", "<", ">", " ", "B", "=", "<em", "< /");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join("");
        const notes: string[] = [];
        expect(cleanText("It", text, notes)).toBe(text.trim().replace(/ +/g, " "));
      }),
    );
  });

  test.each([
    ["IgG<sub>4</sub>", "IgG4"],
    ["<I>in vitro</I>", "in vitro"],
    ['<span class="x">a</span><br/>b', "a b"],
    ["&lt;i&gt;in vitro&lt;/i&gt;", "in vitro"],
    ["<jats:italic>x</jats:italic>", "x"],
    ["<b>a <i>b</i></b>", "a b"],
    ["in vitro</i> only", "in vitro only"],
    ["TNF-&alpha; M&uuml;ller &ndash; &Omega;", "TNF-α Müller – Ω"],
    ["&constructor; &unknown;", "&constructor; &unknown;"],
  ])("%s", (text, clean) => {
    expect(cleanText("It", text, [])).toBe(clean);
  });
});

describe("lines", () => {
  const endings = ["\n", "\r\n", "\r", "\r\r\n"];

  test("any line ending, and a byte order mark wherever files were joined", () => {
    const records = [ris("DO  - 10.1000/a"), nbib("AU  - Example A"), ris("DO  - 10.1000/b")];
    const expected = read(records.join("\n")).map(({ citation }) => citation);
    expect(expected).toHaveLength(3);
    fc.assert(
      fc.property(fc.constantFrom(...endings), fc.boolean(), (ending, isMarked) => {
        const text = records.map((record) => `${isMarked ? "\uFEFF" : ""}${record}`).join("\n");
        expect(read(text.replaceAll("\n", ending)).map(({ citation }) => citation)).toEqual(expected);
      }),
    );
  });

  test("files that were joined without a line break between them", () => {
    const [one, two] = [ris("DO  - 10.1000/a").trimEnd(), ris("DO  - 10.1000/b")];
    for (const mark of ["", " ", "\uFEFF", " \uFEFF"]) {
      expect(read(`${one}${mark}${two}`).map(({ citation }) => citation?.doi)).toEqual(["10.1000/a", "10.1000/b"]);
    }
  });

  test.each(["TY - JOUR", "TY  -  JOUR", "  TY  - JOUR", "TY  – JOUR", "TY\u00A0- JOUR"])("tags as in %j", (type) => {
    const written = (tag: string, value: string) => type.replace("TY", tag).replace("JOUR", value);
    const lines = [type, written("TI", "A title"), written("AB", "Abbreviations:"), "IV - infusion", written("ER", "")];
    expect(read(lines.join("\n"))).toMatchObject([{ reason: null, citation: { title: "A title" } }]);
  });

  test("an end line without its hyphen ends a record", () => {
    expect(read(ris("PY  - 2020").replace("ER  - ", "ER"))[0]?.citation?.title).toBe("A title");
  });

  test("words that begin like a tag are no tag", () => {
    const [record, ...others] = read(ris("AB  - Here", "CI - is the confidence interval", "PY  - 2020"));
    expect(others).toEqual([]);
    expect(record?.citation).toMatchObject({ title: "A title", year: 2020 });
  });

  test("a title broken at words keeps its blank, in a file that does not break at a width", () => {
    const long = "a".repeat(100);
    expect(readRis(`AB  - ${long}`, "T1  - x", `KW  - ${long}`)?.title).toBe("A title");
    const [record] = read(`TY  - JOUR\nAB  - ${long}\nTI  - ${"word ".repeat(13).trim()}\nthat goes on\nER  - \n`);
    expect(record?.citation?.title).toMatch(/word that goes on$/);
  });

  test("a title broken at a width is put together, wherever the break falls", () => {
    const title = `${"An example of immunoglobulin in adults with myositis of the skin ".repeat(3)}end`;
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 120 }), fc.boolean(), (width, countsTag) => {
        const whole = countsTag ? `TI  - ${title}` : title;
        const broken = whole.match(new RegExp(`.{1,${width}}`, "g"))?.join("\n") ?? "";
        const text = `TY  - JOUR\n${countsTag ? "" : "TI  - "}${broken}\nER  - \n`;
        const [record] = read(text);
        expect(record?.citation?.title).toBe(title);
        expect(record?.notes.join(" ").includes("put together")).toBe(/\S\n\S/.test(broken));
      }),
    );
  });

  test("an empty line within a MEDLINE record does not end it, and without one a number begins the next", () => {
    const records = read(
      "PMID- 1\n\nTI  - One\n\nSO  - x\n\nPMID- 2\nTI  - Two\nSO  - x\nPMID- 3\nTI  - Three\nSO  - x\n",
    );
    expect(records.map(({ citation }) => [citation?.pmid, citation?.title])).toEqual([
      ["1", "One"],
      ["2", "Two"],
      ["3", "Three"],
    ]);
  });

  test("files of PubMed, PMC and Ovid that were joined", () => {
    const ovid = "UI  - 3\nTI  - Three\nYR  - 2014\nSO  - J Ex. 28(9):1-7, 2014.\n";
    const pmc = (number: number) => `PMC - PMC${number}\nPMID- ${number}\nTI  - Of PMC\nDP  - 2020\nSO  - x\n\n`;
    const records = read(`${nbib("DP  - 2020")}\n${ovid}\n${pmc(4)}${pmc(5)}${ris("DO  - 10.1000/x")}`);
    expect(records.map(({ citation }) => [citation?.pmid, citation?.pmcid, citation?.year])).toEqual([
      ["1", null, 2020],
      ["3", null, 2014],
      ["4", "PMC4", 2020],
      ["5", "PMC5", 2020],
      [null, null, null],
    ]);
  });

  test("a tag in the middle of an indented line is text", () => {
    const [record] = read("PMID- 1\nTI  - Given\n      IV  - or under the skin.\nSO  - x\n");
    expect(record?.citation?.title).toBe("Given IV - or under the skin");
  });
});

describe("Ovid's tags", () => {
  const ovid = (...lines: string[]) =>
    read(["<1>", "UI  - 123", "TI  - A title.", ...lines, ""].join("\n"))[0]?.citation;

  test.each([
    ["SO  - J Ex. 28(9):1150-7, 2014 Sep.", "28", "9", "1150-1157"],
    ["SO  - J Ex. 28:1150-7, 2014.", "28", null, "1150-1157"],
    ["SO  - J Ex. 28 (9) (pp 1150-1157), 2014. Date of Publication: 2014.", "28", "9", "1150-1157"],
    ["SO  - J Ex. 28(9 Suppl 1):S1, 2014 Sep 01.", "28", "9 Suppl 1", "S1"],
    ["SO  - J Ex. 28 Suppl 124(2):60-8, 2014 Mar-Apr.", "28 Suppl 124", "2", "60-68"],
    ["SO  - J Ex. Conference: 10th Meeting of Examples. Vienna Austria. 28 (pp S1), 2014.", "28", null, "S1"],
    ["SO  - J Ex. 28 (no pagination), 2014. Article Number: 906475. Date of Publication: 2014.", "28", null, "906475"],
    ["SO  - J Ex. (no pagination), 2014. Article Number: 1042.", null, null, "1042"],
    ["SO  - J Ex. 2014 Sep 01.", null, null, null],
    ["SO  - J Ex. 2014(9):3-9, 2014.", "2014", "9", "3-9"],
  ])("%s", (source, volume, issue, pages) => {
    expect(ovid(source, "AU  - Example A.B.")).toMatchObject({ authors: ["Example AB"], journal: "J Ex", year: 2014 });
    expect(ovid(source)).toMatchObject({ volume, issue, pages, pmid: "123" });
  });

  test("the number of a record of Embase is no PMID", () => {
    expect(ovid("DB  - Embase", "YR  - 2014")?.pmid).toBeNull();
    expect(ovid("DB  - Embase", "YR  - 2014", "PM  - 99 [http://www.ncbi.nlm.nih.gov/pubmed/?term=99]")?.pmid).toBe(
      "99",
    );
  });
});

describe("a publication that was not left as it was", () => {
  test.each([
    [nbib("PT  - Retracted Publication"), "This publication was retracted."],
    [nbib("RIN - J Ex. 2022. PMID: 2"), "This publication was retracted: J Ex. 2022. PMID: 2."],
    [
      nbib("PT  - Retraction of Publication", "ROF - J Ex. 2001"),
      "This is the retraction of another publication: J Ex. 2001.",
    ],
    [nbib("ECI - J Ex. 2022"), "There is an expression of concern: J Ex. 2022."],
    [nbib("EIN - J Ex. 2022"), "It was corrected later: J Ex. 2022."],
    [ris("N1  - Retraction in: J Ex. 2022"), "This publication was retracted: Retraction in: J Ex. 2022."],
    [ris().replace("A title", "RETRACTED: A title"), "This publication was retracted."],
    [ris().replace("A title", "A title (Retracted article. See vol. 3, 2022)"), "This publication was retracted."],
    [ris("M3  - Retracted Publication"), "This publication was retracted."],
    [ris("KW  - Retracted Publication"), "This publication was retracted."],
  ])("%s", (text, sentence) => {
    expect(read(text)[0]?.notes).toContain(sentence);
  });

  test("a study of something retracted is not called so", () => {
    const key = "KW  - Retraction of Publication as Topic";
    const [record] = read(
      ris("DO  - 10.1000/x", "PY  - 2020", key).replace("A title", "Retracted eyelids in myositis"),
    );
    expect(record?.notes).toEqual([]);
  });
});
