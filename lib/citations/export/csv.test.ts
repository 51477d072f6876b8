import fc from "fast-check";
import papa from "papaparse";
import { expect, test } from "vitest";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import { type CitedFigure, type CsvRow, formatCsvCell, toCsv } from "./csv";
import { oddStudies } from "./reference-parsers";

const nothing = { figure: null, inWords: null };
const row = (study: CsvRow["study"], more: Partial<CsvRow["figures"]> = {}): CsvRow => ({
  study,
  figures: { response: nothing, relapse: nothing, survival: nothing, ...more },
});

const figure: CitedFigure = {
  label: "Major skin response",
  direction: "benefit",
  population: "all treated",
  definition: null,
  locator: "abstract, results",
  degree: "major",
  timing: null,
  subgroup: null,
  events: 19,
  total: 27,
  interval: { low: 0.515_234, high: 0.841_49, method: "wilson" },
  derived: null,
  comparison: null,
};

/** Reads CSV with an independent parser, and removes the character that guards a formula. */
function read(csv: string) {
  const { data, errors } = papa.parse(csv.replace(/^\uFEFF/, ""), {
    delimiter: ",",
    header: true,
    skipEmptyLines: true,
  }) as {
    data: Record<string, string>[];
    errors: unknown[];
  };
  expect(errors).toEqual([]);
  return data.map((cells) =>
    Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell.replace(/^'(?='*[=+\-@\t\r\n])/, "")])),
  );
}

const cited = ({ id, citation }: CsvRow["study"]) => ({
  Id: id,
  Authors: citation.authors.join("; "),
  Title: citation.title,
  Journal: citation.journal ?? "",
  Year: `${citation.year ?? ""}`,
  Volume: citation.volume ?? "",
  Issue: citation.issue ?? "",
  Pages: citation.pages ?? "",
  PMID: citation.pmid ?? "",
  DOI: citation.doi ?? "",
  PMCID: citation.pmcid ?? "",
});

test("the whole library comes back, one row a study, no field of the citation lost", () => {
  const { studies } = loadLibrary();
  const csv = toCsv(studies.map((study) => row(study)));
  expect(csv.startsWith("\uFEFFStudy,Id,")).toBe(true);
  expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const rows = read(csv);
  expect(rows).toHaveLength(studies.length);
  studies.forEach((study, index) => {
    expect(rows[index]).toMatchObject(cited(study));
  });
});

test("a study of any odd kind comes back", () => {
  fc.assert(
    fc.property(oddStudies, (studies) => {
      const rows = read(toCsv(studies.map((study) => row(study))));
      expect(rows).toHaveLength(studies.length);
      studies.forEach((study, index) => {
        expect(rows[index]).toMatchObject(cited(study));
      });
    }),
  );
});

test("no cell begins with what a spreadsheet would run", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", "\n", "＝"),
      (text, sign) => {
        const cell = formatCsvCell(`${sign}${text}`);
        expect(cell.replace(/^"/, "")).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        const [read = []] = (
          papa.parse(cell, { delimiter: ",", header: false, skipEmptyLines: false }) as { data: string[][] }
        ).data;
        expect((read[0] ?? "").replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, "")).toBe(`${sign}${text}`);
      },
    ),
  );
  expect(formatCsvCell('=HYPERLINK("http://x.example","y")')).toBe(`"'=HYPERLINK(""http://x.example"",""y"")"`);
  expect(formatCsvCell(-1.5)).toBe("-1.5");
});

test("a figure has its count, interval with method, label, population and source location", () => {
  const [read1] = read(toCsv([row(createStudy(), { response: { figure, inWords: null } })]));
  expect(read1).toMatchObject({
    "Response: reported": "as a count",
    "Response: events": "19",
    "Response: total": "27",
    "Response: interval low": "0.5152",
    "Response: interval high": "0.8415",
    "Response: interval method": "95%, Wilson",
    "Response: label": "Major skin response",
    "Response: degree": "major",
    "Response: of whom": "all treated",
    "Response: read in": "abstract, results",
    "Relapse: reported": "not reported",
    "Relapse: events": "",
  });
});

test("a result in words is exported as words, and deaths are called deaths", () => {
  const study = createStudy({ outcomes: [createOutcome()] });
  const inWords = { label: "Relapse", text: "Some relapsed.", population: "responders", locator: "table 2" };
  const deaths: CitedFigure = { ...figure, direction: "harm", degree: null };
  const [read1] = read(
    toCsv([row(study, { relapse: { figure: null, inWords }, survival: { figure: deaths, inWords: null } })]),
  );
  expect(read1).toMatchObject({
    "Relapse: reported": "in words",
    "Relapse: in words": "Some relapsed.",
    "Relapse: of whom": "responders",
    "Survival: counts": "Deaths",
  });
});

test("columns of the screen come along", () => {
  const rows = read(toCsv([{ ...row(createStudy()), onScreen: { Group: "Describes this patient" } }]));
  expect(rows[0]?.Group).toBe("Describes this patient");
});

test("no study is an empty file, not a broken one", () => {
  expect(toCsv([])).toBe("\uFEFF\r\n");
});
