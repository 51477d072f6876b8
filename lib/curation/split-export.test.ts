import { expect, test } from "vitest";
import { splitExport } from "./split-export";

const medline = (pmid: number) => `PMID- ${pmid}\nTI  - Report ${pmid}.\nAB  - Words\n      and more.\nSO  - J Ex.\n`;
const ris = (number: number) => `TY  - JOUR\nTI  - Report\n\nAN  - ${number}\nER  - \n`;

/** What each piece holds, the line at which it begins, and its fault. */
function split(text: string) {
  const bytes = new TextEncoder().encode(text);
  return splitExport(bytes).map(({ begin, end, line, unreadable, cut }) => ({
    text: new TextDecoder().decode(bytes.subarray(begin, end)),
    line,
    fault: unreadable ?? cut,
  }));
}

test.each<[string, string[], number[]]>([
  ["MEDLINE", [`${medline(1)}\n`, `${medline(2)}\n`, medline(3)], [1, 7, 13]],
  ["MEDLINE without empty lines", [medline(1), medline(2), medline(3)], [1, 6, 11]],
  ["RIS, with empty lines inside", [ris(1), ris(2), `\n${ris(3)}`], [1, 6, 12]],
  ["both in one file, each with a byte order mark", [`\uFEFF${medline(1)}`, `\uFEFF${ris(2)}`, medline(3)], [1, 6, 11]],
  ["a RIS record that is cut off before MEDLINE", ["TY  - JOUR\nTI  - R\n", `\n${medline(2)}`], [1, 4]],
])("%s is cut where its records begin", (_, records, lines) => {
  const pieces = split(records.join(""));
  expect(pieces.map(({ text }) => text.trim())).toEqual(records.map((record) => record.replace("\uFEFF", "").trim()));
  expect(pieces.map(({ line }) => line)).toEqual(lines);
  expect(pieces.map(({ fault }) => fault)).toEqual(records.map(() => null));
});

test.each(["\n", "\r\n", "\r", "\r\r\n"])("lines are counted alike where they end with %j", (end) => {
  const pieces = split([medline(1), medline(2), medline(3)].join("\n").replaceAll("\n", end));
  expect(pieces.map(({ line }) => line)).toEqual([1, 7, 13]);
});

test("a record that lacks what the others have is cut off; where none has it, nothing is missing", () => {
  const withoutSource = medline(2).replace(/^SO.*\n/m, "");
  expect(split([medline(1), withoutSource, medline(3)].join("\n")).map(({ fault }) => fault)).toEqual([
    null,
    "Its source line (SO) is missing: the record is cut off.",
    null,
  ]);
  expect(split([withoutSource, withoutSource].join("\n")).map(({ fault }) => fault)).toEqual([null, null]);
  const withoutType = ris(2).replace("TY  - JOUR\n", "").replace("\n\n", "\n");
  expect(split(ris(1) + withoutType).map(({ fault }) => fault)).toEqual([
    null,
    "Its first line (TY) is missing: the record is cut off.",
  ]);
  expect(split(withoutType + withoutType).map(({ fault }) => fault)).toEqual([null, null]);
});

test("words before the first record are left out, words after it are a piece with a fault", () => {
  expect(split(`Provider: NLM\n\n${medline(1)}`)).toMatchObject([{ line: 3, fault: null }]);
  expect(split(`${medline(1)}\nTime out.\n`)).toMatchObject([
    { line: 1, fault: null },
    { line: 7, fault: 'None of its lines begins with a tag. It begins with "Time out.".' },
  ]);
  expect(split("Dear colleague\n\nno records")).toEqual([]);
});
