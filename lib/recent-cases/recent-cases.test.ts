import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { anyHostileJson, anyHostileText, createBlowUps } from "@/lib/format/hostile-text.arbitrary";
import { writeCaseLink } from "@/lib/url-state/case";
import { addCase, MAX_RECENT_CASES, off, readRecent, writeRecent } from "./recent-cases";

const pregnant = writeCaseLink(exampleCases.pregnant.profile);
const child = writeCaseLink(exampleCases.child.profile);
const readLinks = (text: string | null) => readRecent(text).cases.map(({ link }) => link);

describe("what a device keeps", () => {
  test("nothing unless somebody asked for it", () => {
    expect(readRecent(null)).toEqual(off);
  });

  test("an empty list is a list: it was asked for", () => {
    expect(readRecent(writeRecent([]))).toEqual({ isOn: true, cases: [], problem: null });
  });

  test("whole cases come back, newest first", () => {
    const { cases, problem } = readRecent(writeRecent([child, pregnant]));
    expect(cases.map(({ profile }) => profile)).toEqual([exampleCases.child.profile, exampleCases.pregnant.profile]);
    expect(problem).toBeNull();
  });

  test.each([
    ["no JSON", "{"],
    ["another program's", '{"theme":"dark"}'],
    ["a list", "[]"],
    ["a later version", '{"version":2,"cases":[]}'],
    ["empty", ""],
  ])("%s: nothing is taken, and the loss is reported", (_, text) => {
    const { isOn, cases, problem } = readRecent(text);
    expect({ isOn, cases }).toEqual({ isOn: true, cases: [] });
    expect(problem).toContain("nothing is kept");
  });

  test("damaged entries are dropped and counted, the others stay", () => {
    const text = JSON.stringify({ version: 1, cases: [pregnant, "case=1.x", 7, null, "", "case=2.e30", child] });
    expect(readLinks(text)).toEqual([pregnant, child]);
    expect(readRecent(text).problem).toBe("5 kept cases could not be read and were left out.");
    expect(readRecent(JSON.stringify({ version: 1, cases: [{}] })).problem).toContain("One kept case");
  });

  test("one case is listed once, and no more entries are read than are written", () => {
    expect(readLinks(writeRecent([pregnant, child, pregnant]))).toEqual([pregnant, child]);
    const many = Array.from({ length: MAX_RECENT_CASES + 1 }, (_, age) =>
      writeCaseLink({ ...exampleCases.child.profile, ageYears: age }),
    );
    expect(readLinks(writeRecent(many))).toEqual(many.slice(0, MAX_RECENT_CASES));
  });

  test("anything at all is read or refused, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.array(fc.string()).map(writeRecent)), (text) => {
        expect(readRecent(text).isOn).toBe(true);
      }),
    );
  });
});

describe("storage that somebody wrote to do harm", () => {
  test("gives no case, and changes no object of the program", () => {
    const anyText = fc.oneof(
      anyHostileJson,
      anyHostileText,
      fc.array(anyHostileText, { maxLength: 3 }).map(writeRecent),
      anyHostileJson.map((json) => `{"version":1,"cases":[${json}]}`),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const { cases, problem } = readRecent(text);
        expect(cases).toEqual([]);
        expect(problem ?? "").not.toMatch(/[<>]/);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("of 64 kB ends, whatever is repeated in it", () => {
    const blowUps = createBlowUps();
    expect(blowUps.length).toBeGreaterThan(50);
    for (const { name, text } of blowUps)
      for (const stored of [text, writeRecent([text, `case=1.${text}`])])
        expect(readRecent(stored).cases, name).toEqual([]);
  });
});

describe("one more case", () => {
  test("at most twenty, newest first, each once, whatever is kept already", () => {
    fc.assert(
      fc.property(fc.array(anyProfile, { maxLength: 60 }), (profiles) => {
        const links = profiles.map(writeCaseLink).filter(Boolean);
        const kept = links.reduce<string[]>((before, link) => addCase(before, link, null), []);
        expect(kept).toEqual([...new Set([...links].reverse())].slice(0, MAX_RECENT_CASES));
        expect(readLinks(writeRecent(kept))).toEqual(kept);
      }),
    );
  });

  test("a case on its way takes the place of what it was an answer ago", () => {
    expect(addCase([pregnant], child, pregnant)).toEqual([child]);
    expect(addCase([pregnant], child, null)).toEqual([child, pregnant]);
  });
});

test("no word that somebody typed can be kept: a link takes none", () => {
  const text = writeRecent(Object.values(exampleCases).map(({ profile }) => writeCaseLink(profile)));
  expect(text).not.toMatch(/label|note|name/i);
});
