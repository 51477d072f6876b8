import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkFile, checkSheets, formatFault, type SheetFile } from "./check";
import { createOutcome, createStudy, type SheetPart } from "./fixtures";
import { safetyItem } from "./safety";

/** A file that holds the example under this name, with any change a careless hand can make. */
function file(
  id: string,
  part: SheetPart = {},
  change: (sheet: Record<string, unknown>) => unknown = (sheet) => sheet,
): SheetFile {
  const sheet = createStudy({ ...part, id }) as unknown as Record<string, unknown>;
  return { name: `${id}.json`, text: JSON.stringify(change(structuredClone(sheet))) };
}

const placesOf = (files: SheetFile[]) => checkSheets(files).faults.map(({ file, path }) => `${file} ${path}`);
const having = (more: object) => (sheet: Record<string, unknown>) => ({ ...sheet, ...more });

test("sheets without a fault come back by id, whatever the order of the files", () => {
  const files = [file("beta-2001"), file("alpha-2001")];
  expect(checkSheets(files).faults).toEqual([]);
  expect(checkSheets(files).studies.map(({ id }) => id)).toEqual(["alpha-2001", "beta-2001"]);
  expect(checkSheets([...files].reverse())).toEqual(checkSheets(files));
});

describe("each fault is found with its file and its path", () => {
  const counted = (result: object) =>
    having({ outcomes: [{ ...createOutcome(), result: { ...createOutcome().result, ...result } }] });

  test.each<[string, SheetFile[], string[]]>([
    ["events over total", [file("a-2001", {}, counted({ events: 11 }))], ["a-2001.json outcomes.0.result.events"]],
    [
      "a percentage that does not fit",
      [file("a-2001", {}, counted({ reportedPercent: 70 }))],
      ["a-2001.json outcomes.0.result.reportedPercent"],
    ],
    [
      "a headline that names no outcome",
      [file("a-2001", {}, having({ headline: { response: "gone", relapse: null, survival: null } }))],
      ["a-2001.json headline.response"],
    ],
    ["a missing field", [file("a-2001", {}, ({ bottomLine: _, ...rest }) => rest)], ["a-2001.json bottomLine"]],
    ["an unknown key", [file("a-2001", {}, having({ colour: "red" }))], ["a-2001.json "]],
    [
      "a feature count that does not fit",
      [
        file("a-2001", {}, (sheet) => ({
          ...sheet,
          features: { ...(sheet.features as object), ild: { share: "all", n: 3, note: null } },
        })),
      ],
      ["a-2001.json features.ild.n"],
    ],
    [
      "a key given twice",
      [{ name: "a-2001.json", text: file("a-2001").text.replace(/^\{/, '{"cohort": "one", "reads": "abstract",') }],
      ["a-2001.json cohort", "a-2001.json reads"],
    ],
    [
      "a key given twice within the sheet",
      [{ name: "a-2001.json", text: file("a-2001").text.replace('"locator":', '"locator": "table 1", "locator":') }],
      ["a-2001.json outcomes.0.locator"],
    ],
    ["a file name that is not the id", [{ ...file("a-2001"), name: "b-2001.json" }], ["b-2001.json id"]],
    ["text that is not JSON", [{ name: "a-2001.json", text: "{" }], ["a-2001.json "]],
    ["an empty file", [{ name: "a-2001.json", text: "" }], ["a-2001.json "]],
    [
      "the same PMID twice",
      [file("a-2001", { citation: { pmid: "123" } }), file("b-2001", { citation: { pmid: "123" } })],
      ["b-2001.json citation.pmid"],
    ],
    [
      "the same DOI twice, in other letters",
      [file("a-2001", { citation: { doi: "10.1000/ABC" } }), file("b-2001", { citation: { doi: "10.1000/abc" } })],
      ["b-2001.json citation.doi"],
    ],
    [
      "a cohort of one",
      [file("a-2001", { cohort: "alone" }), file("b-2001", { cohort: null })],
      ["a-2001.json cohort"],
    ],
  ])("%s", (_, files, places) => {
    expect(placesOf(files)).toEqual(places);
  });

  test("a fault is a sentence that names what disagrees", () => {
    const [fault] = checkSheets([file("a-2001", {}, counted({ events: 11 }))]).faults;
    expect(fault && formatFault(fault)).toBe(
      "a-2001.json: outcomes.0.result.events: 11 events are more than the total of 10.",
    );
    const [twice] = checkSheets([
      file("a-2001", { citation: { pmid: "123" } }),
      file("b-2001", { citation: { pmid: "123" } }),
    ]).faults;
    expect(twice?.message).toContain("a-2001.json");
    const [broken] = checkSheets([{ name: "a-2001.json", text: "{" }]).faults;
    expect(broken && formatFault(broken)).toMatch(/^a-2001\.json: \(whole file\): Not JSON/);
  });

  test("the faults of the second edition's fields, each in one line", () => {
    const relapse = createOutcome({ domain: "relapse", events: 3, total: 6 });
    const wrong = file("a-2001", { citation: { authors: ["Example A"] } }, (sheet) => ({
      ...sheet,
      citation: { ...(sheet.citation as object), authors: ["Example A", "et al."] },
      treatment: {
        ...(sheet.treatment as object),
        regimen: { gPerKgPerCourse: 2, gPerKgPerDay: null, days: 2, intervalWeeks: 4, text: "2 g/kg", phases: [] },
      },
      outcomes: [
        { ...createOutcome(), plain: "Better.", harm: "serious" },
        { ...relapse, months: { value: 6 } },
        { ...createOutcome({ result: { kind: "narrative", text: "Some improved" } }), id: "words" },
      ],
    }));
    expect(checkSheets([wrong]).faults.map(formatFault)).toEqual([
      'a-2001.json: citation.authors.1: List the authors: "et al." is no author.',
      "a-2001.json: treatment.regimen.phases: A regimen that does not change has no phases.",
      "a-2001.json: outcomes.0.plain: Without a full stop.",
      "a-2001.json: outcomes.0.plain: Begin in lower case.",
      "a-2001.json: outcomes.0.harm: Only adverse events say what kind of harm they are.",
      "a-2001.json: outcomes.1.months.from: This field is missing. What a source does not say is null.",
      "a-2001.json: outcomes.2.result.text: End the text with a full stop.",
    ]);
    const among = file("b-2001", {}, (sheet) => ({
      ...sheet,
      features: { ...(sheet.features as object), antiSrp: { share: "all", n: 9, note: null } },
      outcomes: [createOutcome(), { ...relapse, of: "gone" }],
    }));
    expect(checkSheets([among]).faults.map(formatFault)).toEqual([
      'b-2001.json: outcomes.1.of: Names the outcome "gone", which the sheet does not have.',
      'b-2001.json: features.antiSrp.n: 9 of 10 patients does not fit the share "all".',
    ]);
  });

  test("a sheet with a key given twice is no study, also where nothing else is wrong", () => {
    const text = file("a-2001").text.replace(/^\{/, '{"cohort": null, ');
    expect(checkSheets([{ name: "a-2001.json", text }]).studies).toEqual([]);
  });

  test("two or more of a cohort are no fault, nor are sheets without PMID, DOI and cohort", () => {
    expect(
      placesOf([file("a-2001", { cohort: "one" }), file("b-2001", { cohort: "one" }), file("c-2001"), file("d-2001")]),
    ).toEqual([]);
  });
});

describe("every fault in every file", () => {
  test("several faults in one file and in several files are all listed", () => {
    const wrong = file("a-2001", {}, (sheet) => ({
      ...sheet,
      outcomes: [
        {
          ...createOutcome(),
          result: { kind: "proportion", events: 11, total: 10, reportedPercent: null, derived: true },
        },
        { ...createOutcome({ domain: "relapse" }), locator: "" },
      ],
    }));
    const files = [
      wrong,
      { name: "b-2001.json", text: "[" },
      file("c-2001", {}, having({ reads: "rumour", unclear: [""] })),
      file("d-2001"),
    ];
    expect(placesOf(files)).toEqual([
      "a-2001.json outcomes.0.result.events",
      "a-2001.json outcomes.0.result.how",
      "a-2001.json outcomes.1.locator",
      "b-2001.json ",
      "c-2001.json reads",
      "c-2001.json unclear.0",
    ]);
    expect(checkSheets(files).studies.map(({ id }) => id)).toEqual(["d-2001"]);
  });

  test("an unknown key does not hide what is wrong elsewhere in the sheet", () => {
    const sheet = file(
      "a-2001",
      {},
      having({ colour: "red", headline: { response: "gone", relapse: null, survival: null } }),
    );
    expect(placesOf([sheet])).toEqual(expect.arrayContaining(["a-2001.json ", "a-2001.json headline.response"]));
  });

  test("a sheet of the wrong shape still has its name, PMID and cohort looked at", () => {
    const first = file("a-2001", { citation: { pmid: "123" }, cohort: "pair" });
    const second = file("b-2001", { citation: { pmid: "123" }, cohort: "pair" }, ({ bottomLine: _, ...rest }) => rest);
    const places = placesOf([first, { ...second, name: "c-2001.json" }]);
    expect(places).toEqual(
      expect.arrayContaining(["c-2001.json bottomLine", "c-2001.json id", "c-2001.json citation.pmid"]),
    );
    // The partner is there, if broken: the first is not alone.
    expect(places).not.toContain("a-2001.json cohort");
  });
});

describe("the safety list", () => {
  const real = readFileSync("data/safety.json", "utf8");
  const check = (text: string) => checkFile({ name: "safety.json", text }, safetyItem.array());

  test("the real one has no fault", () => {
    expect(check(real)).toMatchObject({ faults: [], value: JSON.parse(real) });
  });

  test("every fault in it is found", () => {
    const [first, second] = JSON.parse(real);
    const text = JSON.stringify([
      { ...first, topic: "weather" },
      { ...second, check: "" },
      { ...first, colour: "red" },
    ]);
    const { value, faults } = check(text);
    expect(value).toBeUndefined();
    expect(faults.map(({ file, path }) => `${file} ${path}`)).toEqual([
      "safety.json 0.topic",
      "safety.json 1.check",
      "safety.json 2",
    ]);
    expect(check("no").faults).toHaveLength(1);
  });
});
