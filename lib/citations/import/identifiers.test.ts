import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRis } from "./fixtures";
import { readDoi } from "./identifiers";

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
