import { expect, test } from "vitest";
import { realLibrary } from "@/lib/answer/library.arbitrary";
import { getSourceLink } from "@/lib/study/citation";
import { findName, formatReference, splitAtNames, splitReference } from "./references";

const { studies } = realLibrary();

test("a reference names its journal with the year once, and an identifier where there is one", () => {
  const withoutIdentifier = studies.filter(
    ({ citation }) => !citation.pmid && !citation.doi && !citation.pmcid && citation.journal,
  );
  expect(withoutIdentifier.length).toBeGreaterThan(10);
  expect(withoutIdentifier.some(({ citation }) => citation.year === null)).toBe(true);
  for (const study of withoutIdentifier) {
    const { journal, year } = study.citation;
    const text = formatReference(study);
    expect(text.split(`${journal} ${year ?? "no date"}`).length, text).toBe(2);
    expect(text).not.toContain(`${journal} (no date)`);
    const { rest } = splitReference(study);
    expect(rest.split(`${journal}`).length, rest).toBe(2);
  }
  const identified = studies.filter(({ citation }) => citation.pmid);
  expect(identified.length).toBeGreaterThan(50);
  for (const study of identified) expect(formatReference(study)).toContain(`PMID ${study.citation.pmid}.`);
});

test("a study without author is found by its identifier, else by its address where it has one of its own", () => {
  const nameless = studies.filter(({ citation }) => citation.authors.length === 0);
  expect(nameless.length).toBeGreaterThan(10);
  for (const study of nameless) {
    const { pmid, doi, pmcid } = study.citation;
    const way = pmid ?? doi ?? pmcid ?? getSourceLink(study).url;
    if (way) expect(formatReference(study)).toContain(way);
  }
  expect(nameless.some((study) => /https:\/\/acrabstracts\.org\/\S+$/.test(formatReference(study)))).toBe(true);
});

test("a name is found whole, with its dots and brackets", () => {
  expect(findName("as in Wang 2022b and Wang 2022, 3 of 4", "Wang 2022")).toBe(21);
  expect(findName("“P.191 Rituximab …” (no date), 1 of 4", "“P.191 Rituximab …” (no date)")).toBe(0);
  expect(findName("Wang 2022b", "Wang 2022")).toBe(-1);
});

test("in short form a reference has its first author and no title, unless nothing else finds it", () => {
  const find = (id: string) => {
    const study = studies.find((one) => one.id === id);
    if (!study) throw new Error(`no sheet ${id}`);
    return splitReference(study);
  };
  expect(find("bounfour-2014").shortBegin).toBe("Bounfour T, et al.");
  const { begin, shortBegin, rest } = find("della-marina-undated");
  for (const text of [begin, shortBegin]) expect(text).toContain("Autoimmune-Mediated Necrotizing Myopathy.");
  expect(rest).toBe("no date. Read in a copy. Abstract only.");
});

test("a sentence is cut behind the first name of each study, and is whole again without the cuts", () => {
  const [first, second, third] = studies;
  if (!first || !second || !third) throw new Error("three studies are needed");
  const named = [
    { name: "Wang 2022", study: first },
    { name: "Wang 2022b", study: second },
    { name: "Lam 2011", study: third },
  ];
  const sentence = "Wang 2022b, 1 of 2; Lam 2011, 3 of 4, and again Lam 2011.";
  expect(splitAtNames(sentence, named)).toEqual([
    { text: "Wang 2022b", study: second },
    { text: ", 1 of 2; Lam 2011", study: third },
    { text: ", 3 of 4, and again Lam 2011.", study: null },
  ]);
  expect(splitAtNames("Nobody.", named)).toEqual([{ text: "Nobody.", study: null }]);
});
