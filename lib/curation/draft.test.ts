import { describe, expect, test } from "vitest";
import type { ReadCitation } from "@/lib/citations/import/read-export";
import { checkSheets } from "@/lib/study/check";
import { createStudy } from "@/lib/study/fixtures";
import { study } from "@/lib/study/schema";
import { createDrafts, createStudyId, readKnownPaper } from "./draft";

const citation = (part: Partial<ReadCitation> = {}): ReadCitation => ({
  ...createStudy().citation,
  title: "A study",
  journal: "J Ex",
  ...part,
});
const record = (number: number, part: Partial<ReadCitation> = {}) => ({
  number,
  citation: citation(part),
  reason: null,
  notes: [],
});
const file = (name: string, part: Partial<ReadCitation>) =>
  readKnownPaper(name, JSON.stringify({ citation: citation(part) }));

describe("an id", () => {
  test.each([
    [{ authors: ["Göttfried I"] }, "gottfried-2020"],
    [{ authors: ["van der Kooi AJ"] }, "van-der-kooi-2020"],
    [{ authors: ["O'Brien K Jr"] }, "obrien-2020"],
    [{ authors: ["O’Brien KA III"] }, "obrien-2020"],
    [{ authors: ["National Examples Board UK"] }, "national-examples-board-uk-2020"],
    [{ authors: ["Straße Ł"], year: null }, "strasse-undated"],
    [{ authors: ["ProDERM investigators"] }, "proderm-investigators-2020"],
    [{ authors: [], journal: "Eur Respir J" }, "eur-respir-j-2020"],
    [{ authors: ["山田 A"], journal: null }, "unnamed-2020"],
  ])("%j", (part, id) => {
    expect(createStudyId(citation(part), new Set())).toBe(id);
  });

  test("gets a letter, from b on, where it is taken", () => {
    expect(createStudyId(citation(), new Set(["example-2020"]))).toBe("example-2020b");
    expect(createStudyId(citation(), new Set(["example-2020", "example-2020b"]))).toBe("example-2020c");
  });
});

describe("what is there already is refused, by name", () => {
  test.each([
    ["by PMID", { pmid: "1" }, { pmid: "1", title: "Other" }, "PMID 1 is in studies/a-2001.json already."],
    ["by DOI in other letters", { doi: "10.1/ABC" }, { doi: "10.1/abc", title: "Other" }, "DOI 10.1/abc is in"],
    ["by title alone", { title: "A Study." }, {}, "Its title is that of studies/a-2001.json"],
  ])("%s", (_, knownPaper, part, words) => {
    const [drafted] = createDrafts([record(1, part)], [file("studies/a-2001.json", knownPaper)]);
    expect(drafted).toMatchObject({ kind: "refused", reason: expect.stringContaining(words) });
  });

  test("a title does not clash where identifiers tell the two apart", () => {
    const [drafted] = createDrafts([record(1, { pmid: "2" })], [file("studies/a-2001.json", { pmid: "1" })]);
    expect(drafted?.kind).toBe("drafted");
  });

  test("twice in one file: the second is refused, the good ones are drafted, with letters", () => {
    const results = createDrafts(
      [
        record(1, { pmid: "1" }),
        record(2, { pmid: "1", title: "Again" }),
        { number: 3, citation: null, reason: "It has no title.", notes: [] },
        record(4, { pmid: "2", title: "Another" }),
      ],
      [],
    );
    expect(results.map((result) => (result.kind === "drafted" ? result.id : result.reason))).toEqual([
      "example-2020",
      "PMID 1 is in record 1 of this file already.",
      "It has no title.",
      "example-2020b",
    ]);
  });

  test("a broken or strange file keeps its name", () => {
    for (const text of ["{", "[]", "null", '{"citation":3}', '{"citation":{"title":7,"pmid":7}}']) {
      const [drafted] = createDrafts([record(1)], [readKnownPaper("drafts/example-2020.json", text)]);
      expect(drafted).toMatchObject({ kind: "drafted", id: "example-2020b" });
    }
  });
});

describe("a draft", () => {
  const [drafted] = createDrafts([record(1, { year: null })], []);
  if (drafted?.kind !== "drafted") throw new Error("Not drafted.");
  const { draft } = drafted;
  const listFaults = (sheet: object) =>
    checkSheets([{ name: "example-undated.json", text: JSON.stringify(sheet) }]).faults.map(
      ({ path, message }) => `${path}: ${message}`,
    );

  test("is no sheet: every open field is named once, in words, and itself as a draft", () => {
    const faults = listFaults(draft);
    expect(faults[0]).toBe(
      'draft: Still a draft: fill what is open, take out "draft", and move the file to data/studies.',
    );
    expect(faults).toContain("citation.year: Still open: year, or null.");
    expect(faults).toContain("outcomes.0.locator: Still open: where in the source it stands.");
    expect(faults.slice(1).filter((fault) => !/: Still open: /.test(fault))).toEqual([]);
    expect(new Set(faults).size).toBe(faults.length);
    expect(JSON.stringify(draft).match(/"OPEN:/g)).toHaveLength(faults.length - 1);
    expect(checkSheets([{ name: "example-undated.json", text: JSON.stringify(draft) }]).studies).toEqual([]);
  });

  test("what is to be known of the record stays with the draft", () => {
    const [noted] = createDrafts([{ ...record(1), notes: ["This publication was retracted."] }], []);
    expect(noted).toMatchObject({ draft: { draft: expect.stringContaining("This publication was retracted.") } });
  });

  test("every field of a sheet is there, and only the citation and the first reading are filled in", () => {
    expect(Object.keys(draft).sort()).toEqual([...Object.keys(study.shape), "draft"].sort());
    expect(draft).toMatchObject({ id: "example-undated", citation: { title: "A study", authors: ["Example A"] } });
  });

  test("an open text is refused by the schema itself", () => {
    const read = study.shape.bottomLine.safeParse("OPEN: one sentence");
    expect(read.error?.issues[0]?.message).toBe("Still open.");
  });
});
