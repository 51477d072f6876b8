import { describe, expect, test } from "vitest";
import { formatCitation, getShortName, getSourceLink } from "./citation";
import { createStudy, type SheetPart } from "./fixtures";
import { loadLibrary } from "./load";
import { nameSafetyDocument } from "./safety-document";

const cited = (citation: NonNullable<SheetPart["citation"]>, id = "example-2020") => createStudy({ id, citation });

describe("how a study is called", () => {
  test.each([
    [{ authors: ["Bounfour T", "Bouaziz JD"], year: 2014 }, "bounfour-2014", "Bounfour 2014"],
    [{ authors: ["Göttfried I"], year: 2000 }, "gottfried-2000", "Göttfried 2000"],
    [{ authors: ["van der Kooi AJ"], year: 2020 }, "van-der-kooi-2020", "van der Kooi 2020"],
    [{ authors: ["Wang LM"], year: 2022, letter: "b" }, "wang-2022b", "Wang 2022b"],
    // the letter of an id is none of the name
    [{ authors: ["Liu M"], year: 2023 }, "liu-2023j", "Liu 2023"],
    [{ authors: ["National Examples Board"], year: 2020 }, "nba-2020", "National Examples Board 2020"],
    [{ authors: ["National Blood Board UK"], year: 2020 }, "nbb-2020", "National Blood Board UK 2020"],
    [{ authors: ["ProDERM investigators"], year: 2024 }, "proderm-2024", "ProDERM investigators 2024"],
    [{ authors: ["Orphanet"], year: 2015 }, "orphanet-2015", "Orphanet 2015"],
    [{ authors: ["Smith JA Jr"], year: 2020 }, "smith-2020", "Smith 2020"],
    [{ authors: ["de la Smith J-A 3rd"], year: 2020 }, "smith-2020", "de la Smith 2020"],
    [{ authors: ["Smith J.A. III"], year: 2020 }, "smith-2020", "Smith 2020"],
    // never by the journal, which many studies share
    [{ authors: [], journal: "Eur Respir J", title: "A case.", year: 2020 }, "ecrj-2020", "“A case” 2020"],
    [{ authors: [], title: "A guideline", year: null }, "guideline-undated", "“A guideline” (no date)"],
    [
      { authors: [], title: "Anti-3-hydroxy-3-methylglutaryl-coenzyme A reductase myopathy", year: 2017 },
      "hmgcr-2017",
      "“Anti-3-hydroxy-3 …” 2017",
    ],
    [
      { authors: [], title: "Dermatomyositis: a rare but deadly cause of dysphagia", year: 2020 },
      "dm-2020",
      "“Dermatomyositis: a rare …” 2020",
    ],
  ])("%j", (citation, id, name) => {
    expect(getShortName(cited(citation, id))).toBe(name);
  });

  test("no two sheets of the library have the same short name", () => {
    const names = loadLibrary().studies.map(getShortName);
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    expect(twice).toEqual([]);
  });

  test("a letter stands behind a year only where two sheets share author and year", () => {
    const { studies } = loadLibrary();
    const bare = studies.map(({ citation: { letter: _, ...citation } }) => getShortName({ citation }));
    const lettered = studies.flatMap(({ citation }, index) => (citation.letter ? [bare[index]] : []));
    expect(lettered.length).toBeGreaterThan(0);
    for (const name of lettered) expect(bare.filter((other) => other === name).length, name).toBeGreaterThan(1);
  });
});

describe("a citation in print", () => {
  const place = { journal: "Lung", year: 2009, volume: "187", issue: "3", pages: "201-6" };

  test("authors, title, journal, year, volume, issue and pages", () => {
    const whole = cited({ ...place, authors: ["Suzuki Y", "Hayakawa H"], title: "Refractory lung disease." });
    expect(formatCitation(whole)).toBe("Suzuki Y, Hayakawa H. Refractory lung disease. Lung 2009;187(3):201-6.");
  });

  test("six authors are all named, of seven the first six", () => {
    const authors = ["A A", "B B", "C C", "D D", "E E", "F F", "G G"];
    expect(formatCitation(cited({ ...place, authors: authors.slice(0, 6), title: "T" }))).toMatch(
      /^A A, B B, C C, D D, E E, F F\. T\./,
    );
    expect(formatCitation(cited({ ...place, authors, title: "T" }))).toMatch(
      /^A A, B B, C C, D D, E E, F F, et al\. T\./,
    );
  });

  test("what is missing leaves no gap behind", () => {
    const bare = cited({ authors: [], title: "A statement", journal: null, year: null });
    expect(formatCitation(bare)).toBe("A statement. no date.");
    const some = cited({ authors: ["Bata-Csörgő Z"], title: "Ünïcode", journal: "J", year: 2020, volume: "1" });
    expect(formatCitation(some)).toBe("Bata-Csörgő Z. Ünïcode. J 2020;1.");
    const paged = cited({ authors: ["A A"], title: "T", journal: "J", year: 2019, pages: "6-11" });
    expect(formatCitation(paged)).toBe("A A. T. J 2019:6-11.");
  });

  test("a title that asks keeps its question mark and gets no full stop behind it", () => {
    const asks = cited({ ...place, authors: ["A A"], title: "Does it help?" });
    expect(formatCitation(asks)).toBe("A A. Does it help? Lung 2009;187(3):201-6.");
  });

  test("every sheet can be cited, with title and year", () => {
    for (const sheet of loadLibrary().studies) {
      const text = formatCitation(sheet);
      expect(text).toContain(sheet.citation.title.replace(/[.\s]+$/, ""));
      expect(text).toContain(`${sheet.citation.year ?? "no date"}`);
      expect(text).not.toMatch(/null|undefined|;\.|\.\.|\s\s|,\s*\./);
    }
  });
});

describe("where a reader finds the source", () => {
  const official = { url: "https://registry.example/trial/1", kind: "abstract" as const, official: true };
  const copy = { url: "https://mirror.example/copy/1", kind: "full-text" as const, official: false };
  const secondary = { url: "https://review.example/table/3", kind: "secondary" as const, official: true };

  test.each<[string, SheetPart, { label: string; url: string | null }]>([
    [
      "PubMed by PMID first",
      { citation: { pmid: "23906502", doi: "10.1111/jdv.12223" }, sources: [official] },
      { label: "PMID 23906502", url: "https://pubmed.ncbi.nlm.nih.gov/23906502/" },
    ],
    [
      "else the DOI",
      { citation: { doi: "10.1111/jdv.12223" }, sources: [official] },
      { label: "doi:10.1111/jdv.12223", url: "https://doi.org/10.1111/jdv.12223" },
    ],
    [
      "else PubMed Central",
      { citation: { pmcid: "PMC2938791" }, sources: [official] },
      { label: "PMC2938791", url: "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2938791/" },
    ],
    [
      "else an official address, named as its journal cites it",
      { citation: { journal: "Trials", year: 2014 }, sources: [copy, official] },
      { label: "Trials 2014", url: official.url },
    ],
    [
      "else an official address, by the title of what has no journal",
      { citation: { journal: null, title: "A case of dermatomyositis", year: null }, sources: [official] },
      { label: "“A case of dermatomyositis” (no date)", url: official.url },
    ],
  ])("%s", (_, part, link) => {
    expect(getSourceLink(createStudy(part))).toEqual(link);
  });

  test("a copy is named and never linked", () => {
    const { label, url } = getSourceLink(
      createStudy({ citation: { journal: "Arthritis Rheum", year: 1993 }, sources: [copy] }),
    );
    expect(url).toBeNull();
    expect(label).toBe("Arthritis Rheum 1993, read in a copy");
  });

  test("a secondary source is another publication: named and never linked as this one, official or not", () => {
    const { label, url } = getSourceLink(createStudy({ sources: [secondary] }));
    expect(url).toBeNull();
    expect(label).toMatch(/, read in another publication$/);
  });

  test("a study without any address is reported as such", () => {
    const { label, url } = getSourceLink(createStudy({ sources: [{ ...copy, url: null }] }));
    expect(url).toBeNull();
    expect(label).not.toBe("");
  });

  test("a DOI with odd letters arrives whole", () => {
    for (const doi of [
      "10.1002/(SICI)1097-0207(1996)39:11<1777::AID-X>3.0.CO;2-J",
      "10.1000/a#b",
      "10.1000/a?b=c",
      "10.1000/50%",
    ]) {
      const { url } = getSourceLink(cited({ doi }));
      expect(url && decodeURIComponent(new URL(url).pathname)).toBe(`/${doi}`);
    }
  });

  test("in the library every link leads to PubMed, the DOI or an official address of the study itself", () => {
    for (const { citation, sources, ...sheet } of loadLibrary().studies) {
      const { url } = getSourceLink({ citation, sources });
      if (citation.pmid) expect(url).toBe(`https://pubmed.ncbi.nlm.nih.gov/${citation.pmid}/`);
      else if (citation.doi) expect(url).toBe(`https://doi.org/${citation.doi}`);
      else if (citation.pmcid) expect(url).toContain(citation.pmcid);
      else if (url !== null) {
        const linked = sources.find((source) => source.url === url);
        expect([sheet.id, linked?.official, linked?.kind === "secondary"]).toEqual([sheet.id, true, false]);
      }
      const copies = sources.filter((source) => !source.official).map((source) => source.url);
      expect(copies).not.toContain(url ?? "");
    }
  });

  test("in the library no source is named by the host it was read at", () => {
    const { studies, safety } = loadLibrary();
    const named = [
      ...studies.map((study) => ({ label: getSourceLink(study).label, urls: study.sources.map(({ url }) => url) })),
      ...safety.map((item) => ({ label: nameSafetyDocument(item), urls: [item.source.url] })),
    ];
    expect(named.length).toBeGreaterThan(150);
    expect(named.filter(({ label }) => !/^(PMID|doi:)/.test(label)).length).toBeGreaterThan(70);
    for (const { label, urls } of named) {
      for (const url of urls) if (url) expect(label).not.toContain(new URL(url).hostname.replace(/^www\./, ""));
      if (!label.startsWith("doi:"))
        expect(label).not.toMatch(/https?:|\b(www|app)\.|\.(com|org|net|edu|info|gov|io)\b/i);
    }
  });
});
