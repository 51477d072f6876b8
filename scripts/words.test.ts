import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const files = ["app", "components", "lib"]
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)))
  .filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      // the names of codes are those of their systems
      file !== join("lib", "fhir", "codes.ts") &&
      !/\.(test|arbitrary|fixtures)\.|\/(fixtures|examples)\.|reference-parsers/.test(file),
  );

/** The text of a file without its comments, the classes in `className`, and the names of variables. */
const readWords = (file: string) =>
  readFileSync(file, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/className=("[^"]*"|\{`[^`]*`\})/g, "")
    .replace(/\$\{\w+\}/g, "…");

/** Phrases a reader may meet: two words or more, in quotes or between tags, the first with a capital letter. */
function findPhrases(text: string): Set<string> {
  const quoted = text.matchAll(/"([A-Z][^"\n]*)"/g);
  const drawn = text.matchAll(/>\s*([A-Z][^<>{}()=;]*?)\s*</g);
  const found = [...quoted, ...drawn].map(([, phrase = ""]) => phrase.replace(/\s+/g, " "));
  return new Set(found.filter((phrase) => /^\S+ \S/.test(phrase)));
}

describe("words on screen", () => {
  test("a phrase stands in one file, so that the same thing is called the same everywhere", () => {
    const places = new Map<string, string[]>();
    for (const file of files) {
      for (const phrase of findPhrases(readWords(file))) places.set(phrase, [...(places.get(phrase) ?? []), file]);
    }
    expect(places.size).toBeGreaterThan(300);
    expect([...places].filter(([, where]) => where.length > 1)).toEqual([]);
  });

  test.each([
    // "items-center" and the like are classes of Tailwind, which stand in constants too
    [
      /randomiz|\bedema\b|\btumor\b|(?<!\b(?:items|justify|self|content|text)-)\bcenters?\b/i,
      "British spelling, as in the sheets",
    ],
    [/\bIVIg\b/, "IVIG, as the sheets write it"],
    [/\bsubjects?\b/i, "patients"],
    [/\brecommends?\b|\badvise[sd]?\b|\bmust be (given|treated)/i, "evidence is listed, and no doctor gets an order"],
  ])("never %s: %s", (forbidden) => {
    const faults = files.flatMap((file) => {
      const text = readWords(file);
      const phrases = [...text.matchAll(/"([^"\n]* [^"\n]*)"|`([^`]* [^`]*)`|>([^<>{}=;]* [^<>{}=;]*)</g)];
      return phrases
        .map(([, quoted, template, drawn]) => quoted ?? template ?? drawn ?? "")
        .filter((phrase) => forbidden.test(phrase))
        .map((phrase) => [file, phrase.replace(/\s+/g, " ").trim()]);
    });
    expect(faults).toEqual([]);
  });
});
