import { describe, expect, test } from "vitest";
import { createPaperIndex, type Paper } from "./same-paper";

const paper = (part: Partial<Paper> = {}): Paper => ({
  title: "Immunoglobulin in myositis",
  year: 2020,
  pmid: null,
  doi: null,
  ...part,
});

describe("a paper is found", () => {
  test.each<[string, Partial<Paper>, Partial<Paper>, string]>([
    ["by PMID, whatever the title", { pmid: "1", title: "Other" }, { pmid: "1" }, "PMID 1"],
    ["by DOI in other letters", { doi: "10.1000/ABC", title: "Other" }, { doi: "10.1000/abc" }, "DOI 10.1000/abc"],
    ["by PMID before DOI", { pmid: "1", doi: "10.1000/a" }, { pmid: "1", doi: "10.1000/a" }, "PMID 1"],
    ["by title and year", { title: "Immunoglobulin—in MYOSÍTIS." }, {}, "title and year"],
    ["by title where one has no year", { year: null, pmid: "1" }, { doi: "10.1000/a" }, "title and year"],
  ])("%s", (_, known, asked, by) => {
    const listed = paper(known);
    expect(createPaperIndex([listed]).find(paper(asked))).toEqual({ paper: listed, by, disagreement: null });
  });

  test("with the identifier in which the two differ", () => {
    const { find } = createPaperIndex([paper({ pmid: "1", doi: "10.1000/a" })]);
    expect(find(paper({ pmid: "1", doi: "10.1000/b" }))?.disagreement).toContain(
      "DOI is 10.1000/b, there it is 10.1000/a",
    );
    expect(find(paper({ pmid: "2", doi: "10.1000/A" }))?.disagreement).toContain("PMID is 2, there it is 1");
  });

  test("the first of several", () => {
    const first = paper({ year: 2019 });
    expect(
      createPaperIndex([paper({ year: 2018 }), first, paper({ year: null })]).find(paper({ year: 2019 }))?.paper,
    ).toBe(first);
  });
});

describe("a paper is not found", () => {
  test.each<[string, Partial<Paper>, Partial<Paper>]>([
    ["of the same title and another year", { year: 2019 }, {}],
    ["of the same title and another PMID", { pmid: "1" }, { pmid: "2" }],
    ["of the same title and another DOI", { doi: "10.1000/a" }, { doi: "10.1000/b" }],
    ["of another title", { title: "Immunoglobulin in myositis of children" }, {}],
    ["whose title has neither letter nor digit", { title: "—" }, { title: "…" }],
  ])("%s", (_, known, asked) => {
    expect(createPaperIndex([paper(known)]).find(paper(asked))).toBeNull();
  });

  test("in an empty list", () => {
    expect(createPaperIndex([]).find(paper({ pmid: "1", doi: "10.1000/a" }))).toBeNull();
  });

  test("until it is added", () => {
    const { add, find } = createPaperIndex();
    expect(find(paper())).toBeNull();
    add(paper());
    expect(find(paper())?.paper).toEqual(paper());
  });
});
