import fc from "fast-check";
import papa from "papaparse";
import { expect, test } from "vitest";
import { anyUnicodeText } from "@/lib/format/hostile-text.arbitrary";
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

/** Reads CSV with an independent parser as its first line says, and removes the character that guards a text. */
function read(csv: string) {
  const [, delimiter = "", table = ""] = /^\uFEFFsep=(.)\r\n(.*)$/s.exec(csv) ?? [];
  const { data, errors } = papa.parse(table, {
    delimiter,
    header: true,
    skipEmptyLines: true,
  }) as {
    data: Record<string, string>[];
    errors: unknown[];
  };
  expect(errors).toEqual([]);
  return data.map((cells) =>
    Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell.replace(/^'/, "")])),
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
  expect(csv.startsWith("\uFEFFsep=,\r\nStudy,Id,")).toBe(true);
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
    fc.property(anyUnicodeText, fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", "\n", "＝"), (text, sign) => {
      const cell = formatCsvCell(`${sign}${text}`);
      expect(cell.replace(/^"/, "")).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      const [read = []] = (
        papa.parse(cell, { delimiter: ",", header: false, skipEmptyLines: false }) as { data: string[][] }
      ).data;
      expect((read[0] ?? "").replace(/^'/, "")).toBe(`${sign}${text}`);
    }),
  );
  expect(formatCsvCell('=HYPERLINK("http://x.example","y")')).toBe(`"'=HYPERLINK(""http://x.example"",""y"")"`);
});

/** How a spreadsheet of some language reads a cell that holds a number: it knows one decimal sign and drops the other. */
const readNumber = (cell: string, decimalSign: "." | ",") =>
  Number(cell.replaceAll(decimalSign === "," ? "." : ",", "").replace(decimalSign, "."));

test("a number keeps its value in a spreadsheet of any language", () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.integer({ min: 1, max: 9999 }).map((part) => part / 10_000),
  );
  fc.assert(
    fc.property(number, fc.constantFrom<"." | ",">(".", ","), (value, decimalSign) => {
      expect(readNumber(formatCsvCell(value), decimalSign)).toBe(value === 0 ? 0 : value);
    }),
  );
  expect([0.5152, 1.5, -1.5, 2, 0].map(formatCsvCell)).toEqual(["5152E-4", "15E-1", "-15E-1", "2", "0"]);
});

test.each([
  ...["6-11", "06-11", "11/12", "1.5", "1,5", "3-52", "12-1999", "2020-5", "2020-05-01", "1.5.2020", "5. Mai", "Sep 1"],
  ...["2-Mar", "März 2020", "10:30", "52E3", "1e5", "007", "123456789012", "99.9%"],
])("%s is a text, and no date or number", (text) => {
  expect(formatCsvCell(text).replace(/^"|"$/g, "")).toBe(`'${text}`);
});

test.each([
  ...["27", "187", "23906502", "928-933", "1993-2000", "S57-63", "e10-e11", "403b", "Suppl 1", "2 Pt 2", "CD003643"],
  ...["10.1000/5", "Marie I", "May", "Decision 1", "Mayo Clin Proc", "all (5)", "6-11 weeks", "0"],
])("%s is no date, and stays as it is", (text) => {
  expect(formatCsvCell(text)).toBe(text);
});

test("a figure has its count, interval with method, label, population and source location", () => {
  const [read1] = read(toCsv([row(createStudy(), { response: { figure, inWords: null } })]));
  expect(read1).toMatchObject({
    "Response: reported": "as a count",
    "Response: events": "19",
    "Response: total": "27",
    "Response: interval low": "5152E-4",
    "Response: interval high": "8415E-4",
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
  expect(toCsv([])).toBe("\uFEFFsep=,\r\n");
});
