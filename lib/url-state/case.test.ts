import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile, getStatedAnswers, type Profile } from "@/lib/case/schema";
import { readCaseLink, writeCaseLink } from "./case";

/** A link as this program would write it, of anything. */
const linkOf = (held: unknown, version: number | string = 1) =>
  `case=${version}.${btoa(typeof held === "string" ? held : JSON.stringify(held))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "")}`;

function expectRefused(fragment: string): string {
  const read = readCaseLink(fragment);
  if (read.ok) throw new Error(`expected a refusal of ${fragment}, got ${JSON.stringify(read.profile)}`);
  expect(Object.keys(read)).toEqual(["ok", "message"]);
  expect(read.message).toMatch(/^[A-Z].+\.$/);
  expect(read.message).toContain("no case was opened");
  return read.message;
}

describe("round trip", () => {
  test.each(Object.entries(exampleCases))("the example %s", (_, { profile }) => {
    expect(readCaseLink(writeCaseLink(profile))).toEqual({ ok: true, profile });
    expect(readCaseLink(`#${writeCaseLink(profile)}`)).toEqual({ ok: true, profile });
  });

  test("every case comes back as it was stated, with the same meaning", () => {
    fc.assert(
      fc.property(anyProfile, (stated) => {
        const read = readCaseLink(writeCaseLink(stated));
        if (!read.ok) throw new Error(read.message);
        expect(read.profile).toEqual(stated);
        expect(getStatedAnswers(read.profile)).toEqual(getStatedAnswers(stated));
      }),
      { numRuns: 1000 },
    );
  });

  test("equal cases give equal links, whatever the order of the answers", () => {
    fc.assert(
      fc.property(anyProfile, (stated) => {
        const turned = { ...stated, features: Object.fromEntries(Object.entries(stated.features).reverse()) };
        expect(writeCaseLink(turned)).toBe(writeCaseLink(stated));
        expect(writeCaseLink(stated)).toBe(writeCaseLink(stated));
      }),
    );
  });

  test("different cases give different links", () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, (one, other) => {
        const areEqual = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(writeCaseLink(one) === writeCaseLink(other)).toBe(areEqual);
      }),
    );
  });

  test("the empty case is the empty fragment", () => {
    expect(writeCaseLink(emptyProfile)).toBe("");
    for (const fragment of ["", "#"]) expect(readCaseLink(fragment)).toEqual({ ok: true, profile: emptyProfile });
  });

  test("a link holds only what a browser keeps in a fragment as it is", () => {
    fc.assert(
      fc.property(anyProfile, (stated) => {
        const link = writeCaseLink(stated);
        expect(link).toMatch(/^(case=1\.[A-Za-z0-9_-]+)?$/);
        expect(new URL(`https://app.example/#${link}`).hash.slice(1)).toBe(link);
      }),
    );
  });
});

function sorted(stated: Profile): unknown {
  const { features, ...facts } = stated;
  return [Object.entries(features).sort(), facts.diagnosis, facts.weightKg, facts.ageYears];
}

describe("a link that cannot be read", () => {
  test("every link cut short is refused, at whatever place", () => {
    fc.assert(
      fc.property(anyProfile, (stated) => {
        const link = writeCaseLink(stated);
        const cut = Array.from({ length: Math.max(0, link.length - 1) }, (_, index) => link.slice(0, index + 1));
        const opened = cut.filter((fragment) => readCaseLink(fragment).ok);
        expect(opened).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("a changed character is refused, or gives a whole case that was a possible one", () => {
    fc.assert(
      fc.property(anyProfile, fc.nat(), fc.constantFrom(..."AZaz09-_.=#%~ é"), (stated, place, put) => {
        const link = writeCaseLink(stated);
        fc.pre(link !== "");
        const at = place % link.length;
        const read = readCaseLink(link.slice(0, at) + put + link.slice(at + 1));
        if (read.ok) expect(readCaseLink(writeCaseLink(read.profile))).toEqual({ ok: true, profile: read.profile });
        else expect(read.message).toMatch(/\.$/);
      }),
      { numRuns: 1000 },
    );
  });

  test("a newer version says that it is newer, and is not half read", () => {
    const message = expectRefused(linkOf({ f: { pregnancy: "yes" } }, 2));
    expect(message).toContain("newer version");
    expect(expectRefused(linkOf({ x: 1 }, 99))).toContain("newer version");
    expect(expectRefused(linkOf({}, "123456789012345678901234567890"))).toContain("newer version");
  });

  test.each([
    ["a weight of 0", { w: 0 }],
    ["a weight of 401", { w: 401 }],
    ["a weight in words", { w: "62" }],
    ["a weight of null", { w: null }],
    ["an age of 500", { a: 500 }],
    ["a negative age", { a: -1 }],
    ["an unknown diagnosis", { d: "flu" }],
    ["an unknown feature", { f: { pregnancy: "yes", fever: "yes" } }],
    ["an unknown answer", { f: { pregnancy: "perhaps" } }],
    ["an unknown key beside good ones", { f: { pregnancy: "yes" }, name: "Jane" }],
    ["a list", []],
    ["a list of answers", { f: ["pregnancy"] }],
    ["null", null],
    ["a number", 5],
    ["text that is not JSON", "{"],
    ["two cases", '{"a":1}{"a":2}'],
    ["a weight beyond all numbers", '{"w":1e999}'],
  ])("%s: nothing of it is taken", (_, held) => {
    expectRefused(linkOf(held));
  });

  test.each([
    "case=",
    "case=1",
    "case=1.",
    "case=0.e30",
    "case=-1.e30",
    "case=1.e30.e30",
    "case=1.%7B%7D",
    "CASE=1.e30",
    "#case=1.e3 0",
    "##case=1.e30",
    "table",
    ":~:text=pregnant",
    "access_token=abc&state=1",
    "/studies",
    "😀",
    "\u0000",
  ])("a foreign fragment: %s", (fragment) => {
    expectRefused(fragment);
  });

  test("anything at all is refused or read, and never throws", () => {
    const anyFragment = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string().map((text) => `case=1.${text}`),
      fc.base64String().map((text) => `case=1.${text}`),
      fc.json().map((held) => linkOf(encodeURI(held))),
      fc.json().map((held) => linkOf(held.replaceAll(/[^ -~]/g, "?"))),
    );
    fc.assert(
      fc.property(anyFragment, (fragment) => {
        const read = readCaseLink(fragment);
        if (!read.ok) expect(read.message).not.toBe("");
        else expect(readCaseLink(writeCaseLink(read.profile))).toEqual({ ok: true, profile: read.profile });
      }),
      { numRuns: 1000 },
    );
  });
});
