import { expect, test } from "vitest";
import { readLibrary } from "./load";
import { study } from "./schema";
import { webAddress, words } from "./values";

const readFaults = (schema: typeof words | typeof webAddress, text: string) =>
  schema.safeParse(text).error?.issues.map(({ message }) => message) ?? [];

test.each([
  ["\u202E5102 ni", "U+202E"],
  ["2011\u0000", "U+0000"],
  ["a\u2066b", "U+2066"],
  ["a\uD800b", "U+D800"],
  ["a\u2029b", "U+2029"],
])("a text with a sign that cannot be seen is refused, and the sign is named: %j", (text, sign) => {
  expect(readFaults(words, text)).toEqual([`Holds ${sign}, a sign that cannot be seen. Take it out.`]);
  expect(readFaults(webAddress, `https://a.example/${text}x`)).toContainEqual(expect.stringContaining(sign));
});

test("a DOI with such a sign is refused too", () => {
  const { doi } = study.shape.citation.shape;
  expect(doi.safeParse("10.1000/a").success).toBe(true);
  expect(doi.safeParse("10.1000/a\u202Eb").success).toBe(false);
});

test("a text has an end", () => {
  expect(readFaults(words, "a".repeat(1000))).toEqual([]);
  expect(readFaults(words, "a".repeat(1001))).toHaveLength(1);
});

test.each([
  "https://pubmed.ncbi.nlm.nih.gov@evil.example/",
  "https://user:password@a.example/",
  "https://127.0.0.1/",
  "https://2130706433/",
  "https://[::1]/",
  "https://localhost/",
  "https://intranet/",
  "https:a.example",
  "https:\\\\a.example@evil.example/",
  "javascript:alert(1)",
  `https://a.example/${"a".repeat(1000)}`,
])("an address that hides whose it is, or is nobody's, is refused: %s", (address) => {
  expect(readFaults(webAddress, address).length).toBeGreaterThan(0);
});

test("usual addresses are taken, a port and a sign @ in the path among them", () => {
  const addresses = [
    "https://pubmed.ncbi.nlm.nih.gov/11033412/",
    "http://a.example:8080/x?y=@z#part",
    "https://a.example/@user",
    "https://a.example",
  ];
  for (const address of addresses) expect(readFaults(webAddress, address), address).toEqual([]);
});

test("the library has no fault by these rules", () => {
  const { studies, safety, faults } = readLibrary("data");
  expect(studies.length).toBeGreaterThan(100);
  expect(safety.length).toBeGreaterThan(10);
  expect(faults).toEqual([]);
});
