import { describe, expect, test } from "vitest";
import { type LocatedRecord, readRecords } from "./read-records";
import {
  countScreenings,
  formatScreening,
  formatScreeningSummary,
  type KnownPapers,
  type ScreeningResult,
  screenRecords,
} from "./screen";

const nothing: KnownPapers = { sheets: [], screened: [], wanted: [], drafts: [] };
const paper = (pmid: string | null, title = `Report ${pmid}`) => ({ title, year: 2020, pmid, doi: null });

const record = (number: number, part: Partial<LocatedRecord["citation"]> = {}): LocatedRecord => ({
  number,
  line: 10 * number,
  citation: {
    authors: ["Example A"],
    journal: null,
    volume: null,
    issue: null,
    pages: null,
    pmcid: null,
    ...paper(`${number}`),
    ...part,
  },
  reason: null,
  notes: [],
});

const known: KnownPapers = {
  sheets: [{ ...paper("1"), id: "example-2020" }],
  screened: [{ ...paper("2"), reason: "no immunoglobulin given", date: "2026-11-25" }],
  wanted: [{ ...paper("3"), reason: "no page that could be read", about: [] }],
  drafts: [{ ...paper("4"), id: "drafts/example-2020b.json" }],
};

describe("a record is", () => {
  test.each<[string, ScreeningResult, LocatedRecord, string]>([
    ["in the library", "library", record(1), "In the library: example-2020 (by PMID 1)."],
    ["left out before", "leftOut", record(2), "Left out on 2026-11-25: no immunoglobulin given (by PMID 2)."],
    ["wanted", "wanted", record(3), "Wanted: no page that could be read (by PMID 3)."],
    ["with a draft", "draft", record(4), "There is a draft: drafts/example-2020b.json (by PMID 4)."],
    ["new", "new", record(5, { title: "A report" }), "New: A report (2020; PMID 5)."],
    ["new by DOI", "new", record(5, { pmid: null, doi: "10.1000/a" }), "New: Report 5 (2020; DOI 10.1000/a)."],
    [
      "new, with little",
      "new",
      record(5, { pmid: null, year: null }),
      "New: Report 5 (no year; neither PMID nor DOI).",
    ],
    ["new, with a note", "new", { ...record(5), notes: ["Compare it."] }, "New: Report 5 (2020; PMID 5). Compare it."],
    ["known by its title", "library", record(5, paper(null, "REPORT 1")), "example-2020 (by title and year)."],
    ["broken", "broken", { ...record(5), citation: null, reason: "It has no title." }, "Broken. It has no title."],
  ])("%s", (_, result, given, words) => {
    const [screening, ...more] = screenRecords([given], known);
    expect(more).toEqual([]);
    expect(screening?.result).toBe(result);
    expect(screening && formatScreening(screening)).toMatch(new RegExp(`^Record ${given.number} \\(line \\d+\\): `));
    expect(screening && formatScreening(screening)).toContain(words);
  });

  test("new once only, however often the file gives it", () => {
    const screenings = screenRecords([record(5), record(6), record(7, { pmid: "5" })], known);
    expect(screenings.map(({ result }) => result)).toEqual(["new", "new", "repeated"]);
    expect(screenings[2]?.text).toBe("The same as record 5 of this file (by PMID 5).");
  });

  test("named with an identifier that disagrees", () => {
    const sheets = [{ ...paper("1"), doi: "10.1000/a", id: "example-2020" }];
    const [screening] = screenRecords([record(1, { doi: "10.1000/b" })], { ...nothing, sheets });
    expect(screening?.text).toContain("its DOI is 10.1000/b, there it is 10.1000/a: one of the two is wrong");
  });
});

test("the summary of nothing, and of one", () => {
  expect(formatScreeningSummary([])).toMatch(/^0 records: 0 broken, 0 in the library, /);
  expect(formatScreeningSummary(screenRecords([record(1)], known))).toBe(
    "1 record: 0 broken, 1 in the library, 0 left out before, 0 wanted, 0 with a draft, 0 given before in this file, 0 new.",
  );
});

describe("an export of 5,000 records, some broken, is read to its end", () => {
  const total = 5000;
  const medline = (pmid: number) =>
    [
      `PMID- ${pmid}`,
      "OWN - NLM",
      "DP  - 2020 Mar",
      `TI  - Report ${pmid}.`,
      "AB  - Words of an abstract,",
      "      and more of them.",
      "AU  - Example A",
      "SO  - J Ex. 2020.",
    ].join("\n");
  const ris = (pmid: number) =>
    ["TY  - JOUR", `TI  - Report ${pmid}`, "PY  - 2020", "DB  - PubMed", `AN  - ${pmid}`, "ER  - "].join("\n");

  /** What can be wrong with a record, in turn. */
  const waysToBreak = {
    medline: [
      (text: string) => text.slice(0, 70),
      (text: string) => text.replace(/^TI.*\n/m, ""),
      (text: string) => text.replace("abstract", "abstract\0"),
      (text: string) => text.replace("Report", "Rapport é"),
      () => "The server closed the connection.",
    ],
    ris: [
      (text: string) => text.replace("\nER  - ", ""),
      (text: string) => text.replace("TY  - JOUR\n", ""),
      (text: string) => text.replace(/^TI.*\n/m, ""),
      (text: string) => text.replace("Report", "\0"),
      () => "The server closed the connection.",
    ],
  };
  const isBroken = (number: number) => number % 97 === 5;
  const brokenNumbers = Array.from({ length: total }, (_, index) => index + 1).filter(isBroken);

  test.each(["medline", "ris"] as const)("%s", (format) => {
    const write = format === "medline" ? medline : ris;
    const ways = waysToBreak[format];
    // every thousandth record stands in the file a second time, as number 1001 for 1 and so on
    const pmidOf = (number: number) => (number % 1000 === 1 && number > 1 ? 1 : number);
    const text = Array.from({ length: total }, (_, index) => {
      const number = index + 1;
      const whole = write(pmidOf(number));
      return isBroken(number) ? (ways[Math.floor(number / 97) % ways.length]?.(whole) ?? "") : whole;
    }).join("\n\n");
    const file = Uint8Array.from(`${text}\n`, (letter) => letter.charCodeAt(0));

    const range = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index).map((number) => paper(`${number}`));
    const { records, fault } = readRecords(file);
    expect(fault).toBeNull();
    const screenings = screenRecords(records, {
      sheets: range(201, 300).map((sheet) => ({ ...sheet, id: `example-${sheet.pmid}` })),
      screened: range(301, 700).map((left) => ({ ...left, reason: "an animal study", date: "2026-11-25" })),
      wanted: range(701, 720).map((report) => ({ ...report, reason: "not yet screened", about: [] })),
      drafts: range(721, 730).map((draft) => ({ ...draft, id: `drafts/example-${draft.pmid}.json` })),
    });

    expect(screenings.map(({ record }) => record.number)).toEqual(
      Array.from({ length: total }, (_, index) => index + 1),
    );
    expect(brokenNumbers.length).toBe(52);
    const broken = screenings.filter(({ result }) => result === "broken");
    expect(broken.map(({ record }) => record.number)).toEqual(brokenNumbers);
    for (const screening of broken)
      expect(formatScreening(screening)).toMatch(/^Record \d+ \(line \d+\): Broken\. .{15,}/);
    expect(new Set(broken.map(({ text }) => text)).size).toBeGreaterThanOrEqual(ways.length);

    const within = (from: number, to: number) =>
      to - from + 1 - brokenNumbers.filter((n) => n >= from && n <= to).length;
    const counts = countScreenings(screenings);
    expect(counts).toEqual({
      broken: 52,
      library: within(201, 300),
      leftOut: within(301, 700),
      wanted: within(701, 720),
      draft: within(721, 730),
      repeated: 4,
      new: within(1, 200) + within(731, 5000) - 4,
    });
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
    const [all, ...parts] = (formatScreeningSummary(screenings).match(/\d+/g) ?? []).map(Number);
    expect(parts).toHaveLength(7);
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(all);
  });
});
