import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createNbib, createRis, readRis, readText } from "./fixtures";

describe("lines", () => {
  const endings = ["\n", "\r\n", "\r", "\r\r\n"];

  test("any line ending, and a byte order mark wherever files were joined", () => {
    const records = [createRis("DO  - 10.1000/a"), createNbib("AU  - Example A"), createRis("DO  - 10.1000/b")];
    const expected = readText(records.join("\n")).map(({ citation }) => citation);
    expect(expected).toHaveLength(3);
    fc.assert(
      fc.property(fc.constantFrom(...endings), fc.boolean(), (ending, isMarked) => {
        const text = records.map((record) => `${isMarked ? "\uFEFF" : ""}${record}`).join("\n");
        expect(readText(text.replaceAll("\n", ending)).map(({ citation }) => citation)).toEqual(expected);
      }),
    );
  });

  test("files that were joined without a line break between them", () => {
    const [one, two] = [createRis("DO  - 10.1000/a").trimEnd(), createRis("DO  - 10.1000/b")];
    for (const mark of ["", " ", "\uFEFF", " \uFEFF"]) {
      expect(readText(`${one}${mark}${two}`).map(({ citation }) => citation?.doi)).toEqual(["10.1000/a", "10.1000/b"]);
    }
  });

  test.each(["TY - JOUR", "TY  -  JOUR", "  TY  - JOUR", "TY  – JOUR", "TY\u00A0- JOUR"])("tags as in %j", (type) => {
    const written = (tag: string, value: string) => type.replace("TY", tag).replace("JOUR", value);
    const lines = [type, written("TI", "A title"), written("AB", "Abbreviations:"), "IV - infusion", written("ER", "")];
    expect(readText(lines.join("\n"))).toMatchObject([{ reason: null, citation: { title: "A title" } }]);
  });

  test("an end line without its hyphen ends a record", () => {
    expect(readText(createRis("PY  - 2020").replace("ER  - ", "ER"))[0]?.citation?.title).toBe("A title");
  });

  test("words that begin like a tag are no tag", () => {
    const [record, ...others] = readText(createRis("AB  - Here", "CI - is the confidence interval", "PY  - 2020"));
    expect(others).toEqual([]);
    expect(record?.citation).toMatchObject({ title: "A title", year: 2020 });
  });

  test("a title broken at words keeps its blank, in a file that does not break at a width", () => {
    const long = "a".repeat(100);
    expect(readRis(`AB  - ${long}`, "T1  - x", `KW  - ${long}`)?.title).toBe("A title");
    const [record] = readText(`TY  - JOUR\nAB  - ${long}\nTI  - ${"word ".repeat(13).trim()}\nthat goes on\nER  - \n`);
    expect(record?.citation?.title).toMatch(/word that goes on$/);
  });

  test("a title broken at a width is put together, wherever the break falls", () => {
    const title = `${"An example of immunoglobulin in adults with myositis of the skin ".repeat(3)}end`;
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 120 }), fc.boolean(), (width, countsTag) => {
        const whole = countsTag ? `TI  - ${title}` : title;
        const broken = whole.match(new RegExp(`.{1,${width}}`, "g"))?.join("\n") ?? "";
        const text = `TY  - JOUR\n${countsTag ? "" : "TI  - "}${broken}\nER  - \n`;
        const [record] = readText(text);
        expect(record?.citation?.title).toBe(title);
        expect(record?.notes.join(" ").includes("put together")).toBe(/\S\n\S/.test(broken));
      }),
    );
  });

  test("an empty line within a MEDLINE record does not end it, and without one a number begins the next", () => {
    const records = readText(
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
    const records = readText(`${createNbib("DP  - 2020")}\n${ovid}\n${pmc(4)}${pmc(5)}${createRis("DO  - 10.1000/x")}`);
    expect(records.map(({ citation }) => [citation?.pmid, citation?.pmcid, citation?.year])).toEqual([
      ["1", null, 2020],
      ["3", null, 2014],
      ["4", "PMC4", 2020],
      ["5", "PMC5", 2020],
      [null, null, null],
    ]);
  });

  test("a tag in the middle of an indented line is text", () => {
    const [record] = readText("PMID- 1\nTI  - Given\n      IV  - or under the skin.\nSO  - x\n");
    expect(record?.citation?.title).toBe("Given IV - or under the skin");
  });
});
