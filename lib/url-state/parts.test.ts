import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultMapState, type MapView, mapViews, type ShareThreshold, shareThresholds } from "@/lib/browse/map-state";
import { columns, defaultTableState, MAX_SEARCH_LENGTH } from "@/lib/browse/table-state";
import { anyTable } from "@/lib/browse/table-state.arbitrary";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import {
  anyEncodedHostileText,
  anyHostileJson,
  anyHostileText,
  anyUnicodeText,
  createBlowUps,
} from "@/lib/format/hostile-text.arbitrary";
import { features } from "@/lib/vocabulary/feature";
import { describeUnknownPins } from "@/lib/wording/unknown-pins";
import { toBase64Url } from "./base64";
import { readCaseLink, writeCaseLink } from "./case";
import { emptyParts, hasNewerPart, joinFragment, MAX_FRAGMENT_LENGTH, partNames, splitFragment } from "./fragment";
import { readMap, writeMap } from "./map";
import { MAX_PINS, readPins, selectKnownPins, writePins } from "./pins";
import { readPlace, writePlace } from "./place";
import { readReport, writeReport } from "./report";
import { readTable, writeTable } from "./table";

const readers = {
  case: readCaseLink,
  table: readTable,
  map: readMap,
  pins: readPins,
  report: readReport,
  place: readPlace,
};
const longestId = "a".repeat(64);
const anyId = fc.oneof(fc.stringMatching(/^[a-z]{2,9}-[0-9]{4}$/), fc.constant(longestId));
const anyMap = fc.record(
  {
    view: fc.constantFrom(...(Object.keys(mapViews) as MapView[])),
    reach: fc.constantFrom(...(Object.keys(shareThresholds) as ShareThreshold[])),
    form: fc.constant("text" as const),
  },
  { requiredKeys: ["view", "reach"] },
);
const anyPins = fc.uniqueArray(anyId, { maxLength: MAX_PINS });
const anyPlace = fc.stringMatching(/^[a-z0-9-]{1,40}$/);
const createLink = (content: unknown, version = 1) => `table=${version}.${toBase64Url(JSON.stringify(content))}`;

const isDamaged = (result: string) => ({
  ok: false,
  message: expect.stringMatching(new RegExp(`^The part of this link that .+ is damaged or incomplete, so ${result}. `)),
});
const isNewer = (result: string) => ({
  ok: false,
  message: expect.stringContaining(
    `was made by a newer version of Myomatch, so ${result}. Reload the page to get the newest version, or `,
  ),
});

describe("the parts of a fragment", () => {
  test("every part comes back from one fragment, whichever of them there are", () => {
    fc.assert(
      fc.property(
        anyProfile,
        anyTable,
        anyMap,
        anyPins,
        fc.option(anyId),
        fc.option(anyPlace),
        (profile, table, map, pins, reported, place) => {
          const written = {
            case: writeCaseLink(profile),
            table: writeTable(table),
            map: writeMap(map),
            pins: writePins(pins),
            report: writeReport(reported),
            place: writePlace(place),
          };
          const fragment = joinFragment(written);
          expect(splitFragment(fragment)).toEqual(written);
          expect(new URL(`https://app.example/${fragment}`).hash).toBe(fragment);
        },
      ),
    );
  });

  test("every part comes back from a link that was changed on its way", () => {
    const changes: Record<string, (fragment: string) => string> = {
      "signs encoded": (text) => text.replaceAll("=", "%3D").replaceAll("&", "%26").replaceAll(",", "%2c"),
      "all of it encoded": (text) => encodeURIComponent(text),
      "encoded twice": (text) => encodeURIComponent(encodeURIComponent(text)),
      "as HTML": (text) => text.replaceAll("&", "&amp;"),
      "as HTML twice": (text) => text.replaceAll("&", "&amp;amp;"),
      "as HTML five times": (text) => text.replaceAll("&", `&${"amp;".repeat(5)}`),
      "as HTML by numbers": (text) => text.replaceAll("&", "&#38;"),
      "as a mail program writes it": (text) => text.replaceAll("=", "=3D"),
      "with a blank behind it": (text) => `${text}%20`,
      "at the end of a sentence": (text) => `${text}.`,
      "in brackets": (text) => `${text}).`,
      "broken into lines": (text) => text.replace(/.{20}/g, "$&%0D%0A"),
      "broken at a blank": (text) => text.replace(/.{30}/g, "$& "),
    };
    fc.assert(
      fc.property(
        anyProfile,
        anyTable,
        anyMap,
        anyPins,
        fc.constantFrom(...Object.keys(changes)),
        (profile, table, map, pins, name) => {
          const written = {
            ...emptyParts,
            case: writeCaseLink(profile),
            table: writeTable(table),
            map: writeMap(map),
            pins: writePins(pins),
          };
          const fragment = joinFragment(written).slice(1);
          fc.pre(fragment !== "");
          expect(splitFragment(`#${changes[name]?.(fragment)}`), name).toEqual(written);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a fragment that was cut short is not mended into another case", () => {
    for (const fragment of ["case=", "case=1", "case=1.", "case=1.%20", "case%3D1.e3."]) {
      expect(readCaseLink(splitFragment(fragment).case).ok, fragment).toBe(false);
    }
  });

  test("a fragment with nothing in it is no fragment, and means what is usual", () => {
    expect(joinFragment(emptyParts)).toBe("");
    for (const fragment of ["", "#"]) expect(splitFragment(fragment)).toEqual(emptyParts);
    for (const name of partNames) expect(readers[name]("").ok).toBe(true);
  });

  test.each([
    ["access_token=abc&state=1", "damaged or incomplete"],
    ["table", "damaged or incomplete"],
    ["case=1.e30&case=1.e30", "damaged or incomplete"],
    ["pins=a&pins=b", "damaged or incomplete"],
    ["&", "damaged or incomplete"],
    ["case=1.e30&more=1", "newer version"],
    ["case=1.e30&amp;more=1", "newer version"],
    ["more=1", "newer version"],
    [`pins=${"a".repeat(MAX_FRAGMENT_LENGTH)}`, "damaged or too long"],
  ])("%s: nothing of it is applied, and the case says why", (fragment, reason) => {
    const parts = splitFragment(fragment);
    expect(parts).toEqual({ ...emptyParts, case: fragment.replace("&amp;", "&") });
    expect(readCaseLink(parts.case)).toEqual({ ok: false, message: expect.stringContaining(reason) });
  });

  test("a fragment of the greatest length is split, and one letter more is refused", () => {
    const longest = `place=${"a".repeat(MAX_FRAGMENT_LENGTH - 6)}`;
    expect(splitFragment(`#${longest}`)).toEqual({ ...emptyParts, place: longest });
    expect(splitFragment(`#${longest}a`)).toEqual({ ...emptyParts, case: `${longest}a` });
    const part = `case=${"a".repeat(MAX_FRAGMENT_LENGTH - 5)}`;
    expect(readCaseLink(part)).toEqual({ ok: false, message: expect.stringContaining("damaged or incomplete") });
    expect(readCaseLink(`${part}a`)).toEqual({ ok: false, message: expect.stringContaining("damaged or too long") });
  });

  test.each([
    ["##case=1.e30", "case=1.e30"],
    ["####case=1.e30", "case=1.e30"],
    // One within is no sign of a program: to take it out would make another case.
    ["case=1.e3#0", "case=1.e3#0"],
    ["#case=1.e3##0", "case=1.e3##0"],
    ["#case=1.e30\u00ad\u200b\u2060\ufeff", "case=1.e30"],
    ["#case%253D1.e30", "case=1.e30"],
    ["#case%25253D1.e30", "case=1.e30"],
    ["#CASE%3d1.e30", "CASE=1.e30"],
    ["#case=1.e30!?*", "case=1.e30"],
    ["#place=a=3Db", "place=a=3Db"],
    ["#%", "%"],
  ])("%s is read as %s", (fragment, text) => {
    expect(Object.values(splitFragment(fragment)).join("")).toBe(text);
  });

  test.each([
    ["a=1&b=2", true],
    ["a=1&a=2", false],
    ["a=1&b", false],
    ["a=1&b=", false],
    ["a=1&B=2", false],
    ["1=a", false],
    ["xa=\n", true],
    [" a=1", false],
  ])("%j is made of different parts: %s", (fragment, isNewer) => {
    expect(hasNewerPart(fragment)).toBe(isNewer);
  });

  test("the longest fragment that can be written is not too long", () => {
    const fragment = joinFragment({
      case: writeCaseLink({
        features: Object.fromEntries(features.map((feature) => [feature, "yes"])),
        diagnosis: "overlap",
        weightKg: 399.999,
        ageYears: 119.999,
      }),
      table: writeTable({
        search: "\u0001".repeat(MAX_SEARCH_LENGTH),
        sort: { column: "response", isDescending: true },
        columns: [...columns],
        filters: {
          ...defaultTableState.filters,
          features: Object.fromEntries(features.map((feature) => [feature, "all-or-most"])),
        },
      }),
      map: writeMap({ view: "outcomes", reach: "any" }),
      pins: writePins(Array.from({ length: MAX_PINS }, (_, place) => `${longestId.slice(1)}${place}`)),
      report: writeReport(longestId),
      place: writePlace("a".repeat(40)),
    });
    expect(fragment.length).toBeGreaterThan(MAX_FRAGMENT_LENGTH / 3);
    expect(fragment.length).toBeLessThan(MAX_FRAGMENT_LENGTH);
  });

  test("anything at all is read or refused with a sentence, and never throws", () => {
    const anyText = fc.oneof(
      anyUnicodeText,
      fc.string().map((text) => `1.${text}`),
      fc.base64String().map((text) => `1.${text}`),
      fc.json().map((text) => `1.${toBase64Url(text)}`),
    );
    fc.assert(
      fc.property(fc.constantFrom(...partNames), anyText, fc.boolean(), (name, text, isNamed) => {
        const parts = splitFragment(isNamed ? `${name}=${text}` : text);
        for (const part of partNames) {
          const read = readers[part](parts[part]);
          if (!read.ok) expect(read.message).toMatch(/^[A-Z].+\.$/s);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("a fragment that somebody wrote to do harm", () => {
  const readAll = (fragment: string) => {
    const parts = splitFragment(fragment);
    return partNames.map((name) => readers[name](parts[name]));
  };

  test("is read or refused, and what it says stands in no sentence and in no object of the program", () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...partNames),
        fc.oneof(
          anyHostileText,
          anyEncodedHostileText,
          anyHostileJson.map((json) => `1.${toBase64Url(json)}`),
        ),
        (name, text) => {
          for (const read of readAll(`#${name}=${text}`)) {
            if (read.ok) continue;
            refused += 1;
            expect(read.message).not.toMatch(/[<>\p{Cc}\p{Cf}\p{Cs}]/u);
          }
          expect(Object.keys(Object.prototype)).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(500);
  });

  test("of the greatest length, and of one beyond it, ends whatever is repeated in it", () => {
    const blowUps = [MAX_FRAGMENT_LENGTH - 10, 64_000].flatMap((length) => createBlowUps(length));
    expect(blowUps.length).toBeGreaterThan(100);
    for (const { name, text } of blowUps)
      for (const part of partNames) expect(readAll(`#${part}=1.${text}`), name).toHaveLength(partNames.length);
  });
});

describe("the state of the table", () => {
  test("every state comes back as it was", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        expect(readTable(writeTable(table))).toEqual({ ok: true, value: table });
      }),
      { numRuns: 300 },
    );
  });

  test("equal states give equal links, whatever the order things were chosen in", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { filters } = table;
        const turned = {
          ...table,
          columns: [...table.columns].reverse(),
          filters: {
            ...filters,
            designs: [...filters.designs].reverse(),
            features: Object.fromEntries(Object.entries(filters.features).reverse()),
          },
        };
        expect(writeTable(turned)).toBe(writeTable(table));
      }),
    );
  });

  test("the usual table adds nothing to the address; another choice of columns does", () => {
    expect(writeTable(defaultTableState)).toBe("");
    expect(readTable("")).toEqual({ ok: true, value: defaultTableState });
    expect(writeTable({ ...defaultTableState, columns: [...columns] })).not.toBe("");
  });

  test("a link holds only what differs from the usual table", () => {
    const { filters } = defaultTableState;
    const states: [Partial<typeof defaultTableState>, object][] = [
      [{ search: "rash" }, { q: "rash" }],
      [{ sort: { column: "response", isDescending: false } }, { s: "response" }],
      [{ sort: { column: "response", isDescending: true } }, { s: "response", desc: true }],
      [{ columns: ["response"] }, { c: ["response"] }],
      [{ columns: [] }, { c: [] }],
      [{ columns: [...defaultTableState.columns].reverse() }, {}],
      [{ filters: { ...filters, kinds: ["review"] } }, { k: ["review"] }],
      [{ filters: { ...filters, designs: ["case-series"] } }, { d: ["case-series"] }],
      [{ filters: { ...filters, fromYear: 2010, toYear: 2020 } }, { from: 2010, to: 2020 }],
      [{ filters: { ...filters, fewestPatients: 5 } }, { n: 5 }],
      [{ filters: { ...filters, features: { ild: "all-or-most" } } }, { f: { ild: "all-or-most" } }],
      [{ filters: { ...filters, features: { ild: undefined } } }, {}],
      [{ filters: { ...filters, reports: ["relapse"] } }, { o: ["relapse"] }],
      [{ filters: { ...filters, isCounted: true } }, { count: true }],
    ];
    for (const [changed, content] of states) {
      const link = writeTable({ ...defaultTableState, ...changed });
      expect(link).toBe(Object.keys(content).length > 0 ? createLink(content) : "");
    }
  });

  test("a search keeps its accents and its space at the end", () => {
    const table = { ...defaultTableState, search: "Chérin 静注 " };
    expect(readTable(writeTable(table))).toEqual({ ok: true, value: table });
  });

  test("a link cut short is refused at whatever place", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const link = writeTable(table);
        for (let length = 1; length < link.length; length += 1) expect(readTable(link.slice(0, length)).ok).toBe(false);
      }),
      { numRuns: 10 },
    );
  });

  test.each([
    ["a direction without a column", { desc: true }],
    ["a direction in words", { s: "response", desc: "yes" }],
    ["a year out of range beside an unknown column", { from: 1066, s: "colour" }],
    ["a year out of range", { from: 1066 }],
    ["a year in words", { from: "2010" }],
    ["no patients", { n: 0 }],
    ["a search without end", { q: "a".repeat(MAX_SEARCH_LENGTH + 1) }],
    ["a design in place of a list", { d: "case-series" }],
    ["a list", []],
    ["null", null],
  ])("%s: it is damaged, and nothing of it is taken", (_, content) => {
    expect(readTable(createLink(content))).toEqual(isDamaged("every study is listed"));
  });

  test.each([
    ["an unknown column", createLink({ s: "colour" })],
    ["an unknown key beside good ones", createLink({ q: "rash", colour: 1 })],
    ["an unknown design", createLink({ d: ["case-series", "guess"] })],
    ["an unknown feature", createLink({ f: { fever: "all" } })],
    ["an unknown share", createLink({ f: { ild: "few" } })],
    ["a later version", createLink({}, 2)],
  ])("%s: it is of a newer version, and nothing of it is taken", (_, part) => {
    expect(readTable(part)).toEqual(isNewer("every study is listed"));
  });
});

describe("what the map shows", () => {
  test("comes back as it was; the usual map adds nothing to the address", () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        expect(readMap(writeMap(map))).toEqual({ ok: true, value: map });
      }),
    );
    expect(writeMap(defaultMapState)).toBe("");
  });

  test.each(["map=", "map=pairs", "map=pairs.", "map=.any", "map=pairs.any.", "pairs.any"])(
    "%s is damaged: the usual map is shown",
    (part) => expect(readMap(part)).toEqual(isDamaged("the usual map is shown")),
  );

  test("a map shown as text says so in a third word", () => {
    expect(writeMap({ view: "pairs", reach: "any", form: "text" })).toBe("map=pairs.any.text");
  });

  test.each(["map=toString.any", "map=pairs.all", "map=pairs.any.circles"])(
    "%s is of a newer version: the usual map is shown",
    (part) => expect(readMap(part)).toEqual(isNewer("the usual map is shown")),
  );
});

describe("the place on a page", () => {
  test("comes back as it was, or as none", () => {
    fc.assert(
      fc.property(fc.option(anyPlace), (id) => {
        expect(readPlace(writePlace(id))).toEqual({ ok: true, value: id });
      }),
    );
  });

  test.each(["place=", "place=<b>", "place=Refractory", `place=${"a".repeat(41)}`, "refractory"])(
    "%s is damaged",
    (part) => expect(readPlace(part)).toEqual(isDamaged("the page begins at its top")),
  );
});

describe("the study that an error is reported of", () => {
  test("comes back as it was, or as none", () => {
    fc.assert(
      fc.property(fc.option(anyId), (id) => {
        expect(readReport(writeReport(id))).toEqual({ ok: true, value: id });
      }),
    );
  });

  test.each(["report=", "report=<b>", "report=a%20b", `report=a${longestId}`, "tsai-1997"])("%s is damaged", (part) =>
    expect(readReport(part)).toEqual(isDamaged("no report is begun")),
  );
});

describe("pins", () => {
  test("come back in the order they were pinned, each once", () => {
    fc.assert(
      fc.property(anyPins, (pins) => {
        expect(readPins(writePins(pins))).toEqual({ ok: true, value: pins });
      }),
    );
    expect(readPins("pins=tsai-1997,tsai-1997")).toEqual({ ok: true, value: ["tsai-1997"] });
  });

  test("no pin adds nothing to the address", () => expect(writePins([])).toBe(""));

  test("seven are refused whole, with a sentence that says how many there were", () => {
    const seven = Array.from({ length: MAX_PINS + 1 }, (_, place) => `study-${place}`);
    expect(readPins(`pins=${seven.join(",")}`)).toEqual({
      ok: false,
      message: "This link pins 7 studies and 6 is the most, so none is pinned. Pin them again below.",
    });
    expect(() => writePins(seven)).toThrow(`writePins: "${seven.join(",")}" cannot be pinned.`);
    expect(() => writePins(["Tsai"])).toThrow('writePins: "Tsai" cannot be pinned.');
  });

  test.each(["pins=", "pins=,", "pins=a,", "pins=Tsai", "pins=<b>", "pins=a%20b", `pins=a${longestId}`, "tsai-1997"])(
    "%s is damaged: none is pinned",
    (part) => expect(readPins(part)).toEqual(isDamaged("none is pinned")),
  );

  test("pins that the library has not are dropped with a sentence; the others stay", () => {
    const isKnown = (id: string) => id === "tsai-1997";
    expect(selectKnownPins(["tsai-1997"], isKnown)).toEqual({ pins: ["tsai-1997"], problem: null });
    expect(selectKnownPins(["nobody-1900", "tsai-1997", "gone-2000"], isKnown)).toEqual({
      pins: ["tsai-1997"],
      problem: describeUnknownPins(["nobody-1900", "gone-2000"]),
    });
  });
});
