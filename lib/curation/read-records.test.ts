import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_EXPORT_BYTES } from "@/lib/citations/import/read-export";
import { anyUnicodeText } from "@/lib/format/hostile-text.arbitrary";
import { readRecords } from "./read-records";

const bytes = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const medline = (pmid: number, more = "") =>
  `PMID- ${pmid}\nDP  - 2020 Mar\nTI  - Report ${pmid}.\nAB  - Words, and\n      more words.${more}\nSO  - J Ex. 2020.\n`;
const ris = (number: number) =>
  `TY  - JOUR\nTI  - Report ${number}\nPY  - 2020\nAN  - ${number}\nDB  - PubMed\nER  - \n\n`;

const read = (file: Uint8Array) => {
  const { records, fault } = readRecords(file);
  expect(fault).toBeNull();
  return records.map(({ number, line, citation, reason }) => `${number} ${line} ${citation?.pmid ?? reason}`);
};

describe("one broken record is named, and those around it are read", () => {
  const good = [medline(1), medline(2), medline(3)];
  test.each<[string, string, string]>([
    ["cut off in its abstract", medline(9).slice(0, 60), "source line (SO) is missing"],
    ["without a title", medline(9).replace(/^TI.*\n/m, ""), "no title"],
    ["with a zero byte", medline(9, "\0"), "no text"],
    ["in Latin-1", medline(9).replace("Report", "Rapport à"), "Latin-1"],
    ["without any tag", "Here the export was\ninterrupted.\n", 'It begins with "Here the export was".'],
  ])("%s", (_, broken, words) => {
    const [first, second, third, fourth, ...more] = read(latin1([good[0], good[1], broken, good[2]].join("\n")));
    expect(more).toEqual([]);
    expect([first, second, fourth]).toEqual(["1 1 1", "2 8 2", expect.stringMatching(/^4 \d+ 3$/)]);
    expect(third).toMatch(/^3 15 /);
    expect(third).toContain(words);
  });

  test.each<[string, string, string]>([
    ["without its end", ris(9).replace("ER  - \n", ""), "no end line"],
    ["without its beginning", ris(9).replace("TY  - JOUR\n", ""), "first line"],
    ["without a title", ris(9).replace(/^TI.*\n/m, ""), "no title"],
    ["with a zero byte", ris(9).replace("Report", "\0"), "no text"],
    ["without any tag", "<html>429 Too many requests</html>\n", "begins with a tag"],
  ])("RIS: %s", (_, broken, words) => {
    const [first, second, third, ...more] = read(latin1([ris(1), broken, ris(3)].join("")));
    expect(more).toEqual([]);
    expect([first, third]).toEqual(["1 1 1", expect.stringMatching(/^3 \d+ 3$/)]);
    expect(second).toMatch(/^2 8 /);
    expect(second).toContain(words);
  });
});

test("broken records side by side are each named", () => {
  const cut = (pmid: number) => `${medline(pmid).slice(0, 50)}\n\n`;
  const good = [5, 6, 7].map((pmid) => medline(pmid));
  const lines = read(bytes([medline(1), cut(2), cut(3), "\0 PMID- 4\n", ...good].join("\n")));
  expect(lines.map((line) => line.split(" ")[2])).toEqual(["1", "Its", "Its", "It", "5", "6", "7"]);
});

describe("the form of the file does not matter", () => {
  const three = [medline(1), medline(2), medline(3)];
  test.each<[string, Uint8Array]>([
    ["line ends of Windows", bytes(three.join("\n").replaceAll("\n", "\r\n"))],
    ["no empty lines, no last line end", bytes(three.join("").trimEnd())],
    ["no source lines", bytes(three.map((record) => record.replace(/^SO.*\n/m, "")).join("\n"))],
    ["RIS with words before it", bytes(`Provider: NLM\nContent: text\n\n${ris(1)}${ris(2)}${ris(3)}`)],
  ])("%s", (_, file) => {
    expect(read(file).map((record) => record.split(" ")[2])).toEqual(["1", "2", "3"]);
  });

  test("a file longer than the reader takes is read in runs, to its last record", () => {
    const abstract = ` ${"word ".repeat(20_000)}`;
    const records = Array.from({ length: 250 }, (_, index) => medline(index + 1, abstract));
    const file = bytes(records.join("\n"));
    expect(file.length).toBeGreaterThan(MAX_EXPORT_BYTES);
    const read = readRecords(file);
    expect(read.fault).toBeNull();
    expect(read.records.map(({ citation }) => citation?.pmid)).toEqual(records.map((_, index) => `${index + 1}`));
    expect(read.records.map(({ line }) => line)).toEqual(records.map((_, index) => index * 7 + 1));
  });
});

describe("a file without any record is refused in a sentence", () => {
  test.each([
    ["empty", bytes("\n \n"), "empty"],
    ["a letter", bytes("Dear colleague,\n\nhere are the papers."), "No record"],
    ["UTF-16", latin1(medline(1).replace(/./gs, "$&\0")), "UTF-8"],
  ])("%s", (_, file, words) => {
    const { records, fault } = readRecords(file);
    expect(records).toEqual([]);
    expect(fault).toContain(words);
  });
});

test("no bytes make it throw; records are numbered in order, and each is read or has a reason", () => {
  const pieces = [
    medline(1),
    ris(2),
    "TY  - JOUR\n",
    "ER  - \n",
    "PMID- 3\n",
    "\n",
    "      more\n",
    "words\n",
    "\0",
    "\uFEFF",
  ];
  const line = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, anyUnicodeText);
  const file = fc.oneof(
    { weight: 1, arbitrary: fc.uint8Array() },
    { weight: 4, arbitrary: fc.array(line, { minLength: 5, size: "+1" }).map((lines) => bytes(lines.join("\n"))) },
  );
  let looked = 0;
  fc.assert(
    fc.property(file, (input) => {
      const { records, fault } = readRecords(input);
      expect(fault === null).toBe(records.length > 0);
      expect(records.map(({ number }) => number)).toEqual(records.map((_, index) => index + 1));
      expect(records.map(({ line }) => line)).toEqual(records.map(({ line }) => line).sort((a, b) => a - b));
      for (const { citation, reason } of records) expect(citation === null).toBe(reason !== null);
      looked += records.length;
    }),
  );
  expect(looked).toBeGreaterThan(100);
});
