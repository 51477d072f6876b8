import { describe, expect, test } from "vitest";
import { checkFile } from "./check";
import { checkLists, type Lists } from "./check-lists";
import { createStudy } from "./fixtures";
import { libraryFacts } from "./literature-search";
import { loadLibrary } from "./load";
import type { Paper } from "./same-paper";
import { screenedRecord } from "./screened";
import { wantedReport } from "./wanted";

const paper = (part: Partial<Paper> = {}): Paper => ({ title: "A report", year: 2020, pmid: null, doi: null, ...part });
const wanted = (part: object = {}) => ({ ...paper(), reason: "no page that could be read", about: [], ...part });
const screened = (part: object = {}) => ({
  ...paper(),
  reason: "no immunoglobulin given",
  date: "2026-11-25",
  ...part,
});
const facts = (search: object = {}, more: object = {}) => ({
  searched: "2026-11-25",
  search: { approximateLookUps: 90, databases: [], query: 'IVIG[tiab] AND "a [ (b"[tiab]', ...search },
  ...more,
});

const listPaths = (schema: Parameters<typeof checkFile>[1], value: unknown) =>
  checkFile({ name: "list.json", text: JSON.stringify(value) }, schema).faults.map(({ path }) => path);

describe("a wanted report is refused", () => {
  test.each<[string, object, string]>([
    ["without a title", { title: " " }, "0.title"],
    ["without a reason", { reason: "" }, "0.reason"],
    ["with a PMID that is none", { pmid: "12x" }, "0.pmid"],
    ["with a DOI that is none", { doi: "https://doi.org/10.1000/a" }, "0.doi"],
    ["with a year of another century", { year: 1850 }, "0.year"],
    ["without its year, which is null where unknown", { year: undefined }, "0.year"],
    ["about no feature of the vocabulary", { about: ["ild", "weather"] }, "0.about.1"],
    ["about one feature twice", { about: ["ild", "ild"] }, "0.about"],
    ["with an unknown field", { author: "A" }, "0"],
    ["with a part that is not there", { inPart: false }, "0.inPart"],
  ])("%s", (_, part, path) => {
    expect(listPaths(wantedReport.array(), [wanted(part)])).toEqual([path]);
  });

  test("and taken where it has no fault", () => {
    expect(listPaths(wantedReport.array(), [wanted({ year: null, about: ["ild"], inPart: true })])).toEqual([]);
  });
});

describe("a record left out is refused", () => {
  test.each<[string, object, string]>([
    ["without a reason", { reason: undefined }, "0.reason"],
    ["without a day", { date: "2026-11" }, "0.date"],
    ["with an unknown field", { about: [] }, "0"],
  ])("%s", (_, part, path) => {
    expect(listPaths(screenedRecord.array(), [screened(part)])).toEqual([path]);
  });

  test("and taken where it has no fault", () => {
    expect(listPaths(screenedRecord.array(), [screened()])).toEqual([]);
  });
});

describe("what library.json says is refused", () => {
  test.each<[string, object, string]>([
    ["without a day", { searched: "yesterday" }, "searched"],
    ["with half a look-up", facts({ approximateLookUps: 0.5 }), "search.approximateLookUps"],
    ["with a nameless database", facts({ databases: [""] }), "search.databases.0"],
    ["with no search", facts({ query: "" }), "search.query"],
    ["with a search on two lines", facts({ query: "a\nb" }), "search.query"],
    ["with an open bracket", facts({ query: "(a AND b" }), "search.query"],
    ["with brackets that cross", facts({ query: "(a [b) c]" }), "search.query"],
    ["with an open quotation mark", facts({ query: '"a' }), "search.query"],
  ])("%s", (_, change, path) => {
    expect(listPaths(libraryFacts, { ...facts(), ...change })).toEqual([path]);
  });

  test("and taken where it has no fault", () => {
    expect(listPaths(libraryFacts, facts())).toEqual([]);
  });
});

describe("between the sheets and the lists", () => {
  const sheet = createStudy({ id: "a-2001", citation: { title: "A sheet", pmid: "1", doi: "10.1000/a" } });
  const faultsOf = (lists: { wanted?: object[]; screened?: object[] }) =>
    checkLists({
      studies: [sheet],
      wanted: wantedReport.array().parse(lists.wanted ?? []),
      screened: screenedRecord.array().parse(lists.screened ?? []),
    } satisfies Lists).map(({ file, path, message }) => `${file} ${path} ${message}`);

  test.each<[string, Parameters<typeof faultsOf>[0], RegExp[]]>([
    [
      "a sheet that was left out, by PMID",
      { screened: [screened({ pmid: "1" })] },
      [/^screened.json 0 a-2001.json is/],
    ],
    ["a sheet that was left out, by DOI", { screened: [screened({ doi: "10.1000/A" })] }, [/^screened.json 0 .*DOI/]],
    [
      "a sheet that was left out, by title",
      { screened: [screened({ title: "A Sheet" })] },
      [/^screened.json 0 .*title/],
    ],
    ["a sheet that is wanted", { wanted: [wanted({ pmid: "1" })] }, [/^wanted.json 0 a-2001.json is .*"inPart": true/]],
    [
      "a PMID left out twice",
      { screened: [screened({ pmid: "2" }), screened({ pmid: "2", title: "Other" })] },
      [/^screened.json 1 It is the same as number 0 \(PMID 2\)/],
    ],
    [
      "a DOI wanted twice, with a PMID of its own",
      { wanted: [wanted({ doi: "10.1000/b" }), wanted({ pmid: "3", doi: "10.1000/B", title: "Other" })] },
      [/^wanted.json 1 It is the same as number 0 \(DOI 10.1000\/B\)/],
    ],
    ["a title wanted twice", { wanted: [wanted(), wanted()] }, [/^wanted.json 1 .*title and year/]],
    [
      "a report both wanted and left out",
      { wanted: [wanted()], screened: [screened()] },
      [/^screened.json 0 .*wanted.json/],
    ],
  ])("%s is a fault", (_, lists, expected) => {
    const faults = faultsOf(lists);
    expect(faults).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(faults[index]).toMatch(pattern);
  });

  test("a sheet that is wanted in part is none, nor are lists that have nothing in common", () => {
    expect(faultsOf({ wanted: [wanted({ pmid: "1", inPart: true })] })).toEqual([]);
    expect(faultsOf({ wanted: [wanted({ pmid: "2" })], screened: [screened({ pmid: "3" })] })).toEqual([]);
  });
});

test("the real list of wanted reports is about more than five features", () => {
  const about = new Set<string>(loadLibrary().wanted.flatMap((report) => report.about));
  expect(about.size).toBeGreaterThan(5);
});
