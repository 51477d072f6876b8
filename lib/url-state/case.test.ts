import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile, getStatedAnswers, type Profile } from "@/lib/case/schema";
import { toBase64Url } from "./base64";
import { readCaseLink, writeCaseLink } from "./case";

/** A link as this program would write it, of anything. */
const createLink = (content: unknown, version: number | string = 1) =>
  `case=${version}.${toBase64Url(typeof content === "string" ? content : JSON.stringify(content))}`;

const damaged =
  "This case link is damaged or incomplete, so no case was opened. Copy the whole link again, or enter the case again.";
const newer =
  "This case link was made by a newer version of Myomatch, so no case was opened. Reload the page to get the newest version, or enter the case again.";

describe("round trip", () => {
  test("every case comes back as it was stated, with the same meaning", () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const read = readCaseLink(writeCaseLink(profile));
        if (!read.ok) throw new Error(read.message);
        expect(read.value).toEqual(profile);
        expect(getStatedAnswers(read.value)).toEqual(getStatedAnswers(profile));
      }),
      { numRuns: 500 },
    );
  });

  test("equal cases give equal links, whatever the order of the answers", () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const turned = { ...profile, features: Object.fromEntries(Object.entries(profile.features).reverse()) };
        expect(writeCaseLink(turned)).toBe(writeCaseLink(profile));
        expect(writeCaseLink(profile)).toBe(writeCaseLink(profile));
      }),
    );
  });

  test("different cases give different links", () => {
    const sortAnswers = (profile: Profile) => {
      const { features, ...facts } = profile;
      return JSON.stringify([Object.entries(features).sort(), facts.diagnosis, facts.weightKg, facts.ageYears]);
    };
    fc.assert(
      fc.property(anyProfile, anyProfile, (a, b) => {
        expect(writeCaseLink(a) === writeCaseLink(b)).toBe(sortAnswers(a) === sortAnswers(b));
      }),
    );
  });

  test("the empty case is no part at all", () => {
    expect(writeCaseLink(emptyProfile)).toBe("");
    expect(readCaseLink("")).toEqual({ ok: true, value: emptyProfile });
  });

  test("a link holds only what a browser keeps in a fragment as it is", () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const link = writeCaseLink(profile);
        expect(link).toMatch(/^(case=1\.[A-Za-z0-9_-]+)?$/);
        expect(new URL(`https://app.example/#${link}`).hash.slice(1)).toBe(link);
      }),
    );
  });
});

test("numbers finer than a gram or a third of a day are rounded, and written so", () => {
  const rounded = { ...emptyProfile, weightKg: 62.123, ageYears: 0 };
  expect(readCaseLink(createLink({ w: 62.123456789012344, a: 1e-120 }))).toEqual({ ok: true, value: rounded });
  expect(writeCaseLink({ ...rounded, weightKg: 62.1234 })).toBe(writeCaseLink(rounded));
  // One day before the 18th birthday is still a child.
  const read = readCaseLink(createLink({ a: 18 - 1 / 365.25 }));
  expect(read.ok && read.value.ageYears).toBe(17.997);
});

describe("what a link of a case holds", () => {
  test.each([
    ["answers", { features: { pregnancy: "yes" as const } }, { f: { pregnancy: "yes" } }],
    ["a diagnosis", { diagnosis: "DM" as const }, { d: "DM" }],
    ["a weight", { weightKg: 62.5 }, { w: 62.5 }],
    ["an age of 0", { ageYears: 0 }, { a: 0 }],
  ])("only what was stated: %s", (_, stated, content) => {
    expect(writeCaseLink({ ...emptyProfile, ...stated })).toBe(createLink(content));
  });

  test("an answer that is unknown is none: it is read, and never written", () => {
    expect(readCaseLink(createLink({ f: { ild: "unknown", skin: "no" } }))).toEqual({
      ok: true,
      value: { ...emptyProfile, features: { skin: "no" } },
    });
  });

  test.each<[string, object]>([
    ["an unknown feature", { features: { fever: "yes" } }],
    ["an unknown feature beside a known one", { features: { ild: "yes", fever: "yes" } }],
    ["an unknown diagnosis", { diagnosis: "flu" }],
    ["no weight that is taken", { weightKg: 0 }],
    ["no age that is taken", { ageYears: 121 }],
  ])("nothing is written of what would be lost: %s", (_, changed) => {
    expect(() => writeCaseLink({ ...emptyProfile, ...changed })).toThrow("writeCaseLink: this is no case.");
  });

  test.each([
    ["the lightest", { w: 1 }],
    ["the heaviest", { w: 400 }],
    ["the youngest", { a: 0 }],
    ["the oldest", { a: 120 }],
  ])("%s patient is read", (_, content) => {
    expect(readCaseLink(createLink(content)).ok).toBe(true);
  });
});

describe("a link that cannot be read", () => {
  test("every link cut short is refused, at whatever place", () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const link = writeCaseLink(profile);
        const cut = Array.from({ length: Math.max(0, link.length - 1) }, (_, index) => link.slice(0, index + 1));
        expect(cut.filter((part) => readCaseLink(part).ok)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("a changed character is refused, or gives a whole case that was a possible one", () => {
    fc.assert(
      fc.property(anyProfile, fc.nat(), fc.constantFrom(..."AZaz09-_.=#%~ é"), (profile, place, character) => {
        const link = writeCaseLink(profile);
        fc.pre(link !== "");
        const at = place % link.length;
        const read = readCaseLink(link.slice(0, at) + character + link.slice(at + 1));
        if (read.ok) expect(readCaseLink(writeCaseLink(read.value))).toEqual({ ok: true, value: read.value });
        else expect([damaged, newer]).toContain(read.message);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["a later version", createLink({ f: { pregnancy: "yes" } }, 2)],
    ["a version that writes in another way", "case=99.{~}"],
    ["a version of many digits", createLink({}, "123456789012345678901234567890")],
    ["an unknown diagnosis", createLink({ d: "flu" })],
    ["an unknown feature", createLink({ f: { pregnancy: "yes", fever: "yes" } })],
    ["an unknown answer", createLink({ f: { pregnancy: "perhaps" } })],
    ["an unknown key", createLink({ f: { pregnancy: "yes" }, x: 5 })],
    ["a key that every object has", createLink('{"__proto__":{"a":1}}')],
    ["an unknown part of the fragment", `${createLink({ a: 5 })}&more=1.e30`],
  ])("%s: it is of a newer version, and nothing of it is taken", (_, part) => {
    expect(readCaseLink(part)).toEqual({ ok: false, message: newer });
  });

  test.each([
    ["a weight of 0", { w: 0 }],
    ["a weight of 401", { w: 401 }],
    ["a weight in words", { w: "62" }],
    ["a weight of null", { w: null }],
    ["an age of 500", { a: 500 }],
    ["a negative age", { a: -1 }],
    ["a diagnosis by its number", { d: 3 }],
    ["an impossible weight beside an unknown feature", { w: 0, f: { fever: "yes" } }],
    ["an answer by its number", { f: { ild: 1 } }],
    ["an answer of null", { f: { ild: null } }],
    ["a list", []],
    ["a list of answers", { f: ["pregnancy"] }],
    ["null", null],
    ["a number", 5],
    ["text that is not JSON", "{"],
    ["two cases", '{"a":1}{"a":2}'],
    ["a weight beyond all numbers", '{"w":1e999}'],
  ])("%s: it is damaged, and nothing of it is taken", (_, content) => {
    expect(readCaseLink(createLink(content))).toEqual({ ok: false, message: damaged });
  });

  test.each([
    "case=",
    "case=1",
    "case=1.",
    "case=0.e30",
    "case=-1.e30",
    "case=1.e30.e30",
    "case=1.%7B%7D",
    "case=1.e30=",
    "CASE=1.e30",
    "case=1.e3 0",
    "#case=1.e30",
    "table",
    ":~:text=pregnant",
    "access_token=abc&state=1",
    "case=1.e30&case=1.e30",
    "/studies",
    "😀",
    "\u0000",
  ])("%j is damaged, or of another program", (part) => {
    expect(readCaseLink(part)).toEqual({ ok: false, message: damaged });
  });
});
