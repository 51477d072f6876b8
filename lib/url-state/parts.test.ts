import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultMapState, type MapView, mapViews, type ShareThreshold, shareThresholds } from "@/lib/browse/map-state";
import { columns, defaultTableState } from "@/lib/browse/table-state";
import { anyTable } from "@/lib/browse/table-state.arbitrary";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { toBase64Url } from "./base64";
import { readCaseLink, writeCaseLink } from "./case";
import { emptyParts, joinFragment, splitFragment } from "./fragment";
import { readMap, writeMap } from "./map";
import { MAX_PINS, readPins, selectKnownPins, writePins } from "./pins";
import { readReport, writeReport } from "./report";
import { readTable, writeTable } from "./table";

const anyId = fc.stringMatching(/^[a-z]{2,9}-[0-9]{4}$/);
const anyMap = fc.record({
  view: fc.constantFrom(...(Object.keys(mapViews) as MapView[])),
  reach: fc.constantFrom(...(Object.keys(shareThresholds) as ShareThreshold[])),
});
const anyPins = fc.uniqueArray(anyId, { maxLength: MAX_PINS });
const linkOf = (held: unknown, version = 1) => `table=${version}.${toBase64Url(JSON.stringify(held))}`;

describe("the parts of a fragment", () => {
  test("every part comes back from one fragment, whichever of them there are", () => {
    fc.assert(
      fc.property(anyProfile, anyTable, anyMap, anyPins, fc.option(anyId), (profile, table, map, pins, reported) => {
        const written = {
          case: writeCaseLink(profile),
          table: writeTable(table),
          map: writeMap(map),
          pins: writePins(pins),
          report: reported === null ? "" : writeReport(reported),
        };
        const fragment = joinFragment(written);
        expect(splitFragment(fragment)).toEqual(written);
        expect(new URL(`https://app.example/${fragment}`).hash).toBe(fragment);
      }),
    );
  });

  test("a fragment with nothing in it is no fragment", () => {
    expect(joinFragment(emptyParts)).toBe("");
    expect(splitFragment("#")).toEqual(emptyParts);
  });

  test("a case link of before the table and the pins is its own case part", () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const link = writeCaseLink(profile);
        expect(splitFragment(`#${link}`)).toEqual({ ...emptyParts, case: link });
      }),
    );
  });

  test.each(["access_token=abc&state=1", "table", "case=1.e30&case=1.e30", "case=1.e30&more=1", "pins=a&pins=b", "&"])(
    "%s is not ours: nothing of it is applied, and the case says so",
    (fragment) => {
      const split = splitFragment(fragment);
      expect(split).toEqual({ ...emptyParts, case: fragment });
      expect(readCaseLink(split.case).ok).toBe(false);
    },
  );

  test("anything at all is split without a throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { case: held, table, map, pins } = splitFragment(text);
        for (const read of [readCaseLink(held), readTable(table), readMap(map), readPins(pins)])
          if (!read.ok) expect(read.message).toMatch(/^[A-Z].+\.$/s);
      }),
    );
  });
});

describe("the state of the table", () => {
  test("every state comes back as it was", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        expect(readTable(writeTable(table))).toEqual({ ok: true, table });
      }),
      { numRuns: 500 },
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

  test("the usual table adds nothing to the address", () => {
    expect(writeTable(defaultTableState)).toBe("");
    expect(readTable("")).toEqual({ ok: true, table: defaultTableState });
    expect(writeTable({ ...defaultTableState, columns: [...columns] })).not.toBe("");
  });

  test("a search keeps its accents and its space at the end", () => {
    const table = { ...defaultTableState, search: "Chérin 静注 " };
    expect(readTable(writeTable(table))).toEqual({ ok: true, table });
  });

  test("a link cut short is refused at whatever place", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const link = writeTable(table);
        for (let length = 1; length < link.length; length += 1) expect(readTable(link.slice(0, length)).ok).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ["an unknown column", { s: "colour" }],
    ["a direction without a column", { desc: true }],
    ["an unknown key beside good ones", { q: "rash", colour: 1 }],
    ["an unknown design", { d: ["guess"] }],
    ["a year out of range", { from: 1066 }],
    ["a year in words", { from: "2010" }],
    ["no patients", { n: 0 }],
    ["an unknown feature", { f: { fever: "all" } }],
    ["an unknown share", { f: { ild: "few" } }],
    ["a search without end", { q: "a".repeat(201) }],
    ["a list", []],
    ["null", null],
  ])("%s: nothing of it is taken", (_, held) => {
    const read = readTable(linkOf(held));
    expect(read).toEqual({
      ok: false,
      message: expect.stringMatching(/damaged or incomplete, so every study is listed/),
    });
  });

  test("a newer version says that it is newer", () => {
    expect(readTable(linkOf({}, 2))).toEqual({ ok: false, message: expect.stringContaining("newer version") });
  });
});

describe("what the map shows", () => {
  test("comes back as it was; the usual map adds nothing to the address", () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        expect(readMap(writeMap(map))).toEqual({ ok: true, map });
      }),
    );
    expect(writeMap(defaultMapState)).toBe("");
  });

  test.each(["map=", "map=pairs", "map=pairs.", "map=pairs.any.", "map=toString.any", "map=pairs.all", "pairs.any"])(
    "%s is damaged: the usual map is shown, and why",
    (part) => expect(readMap(part)).toEqual({ ok: false, message: expect.stringContaining("the usual map is shown") }),
  );
});

describe("the study that an error is reported of", () => {
  test("comes back as it was", () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(readReport(writeReport(id))).toBe(id);
      }),
    );
  });

  test.each(["", "report=", "report=<b>", "report=a%20b", "tsai-1997"])("%j names none", (part) =>
    expect(readReport(part)).toBeNull(),
  );
});

describe("pins", () => {
  test("come back in the order they were pinned, each once", () => {
    fc.assert(
      fc.property(anyPins, (pins) => {
        expect(readPins(writePins(pins))).toEqual({ ok: true, pins });
      }),
    );
    expect(readPins("pins=tsai-1997,tsai-1997")).toEqual({ ok: true, pins: ["tsai-1997"] });
  });

  test("no pin adds nothing to the address", () => expect(writePins([])).toBe(""));

  test("seven are refused whole, with a sentence that says how many there were", () => {
    const seven = Array.from({ length: 7 }, (_, index) => `study-${index}`);
    expect(readPins(writePins(seven))).toEqual({ ok: false, message: expect.stringContaining("7 studies and 6") });
  });

  test.each(["pins=", "pins=,", "pins=a,", "pins=Tsai", "pins=<b>", "pins=a%20b", "tsai-1997"])(
    "%s is damaged: none is pinned",
    (part) => expect(readPins(part)).toEqual({ ok: false, message: expect.stringContaining("none is pinned") }),
  );

  test("ids that the library has not are named and dropped; the others stay", () => {
    const isKnown = (id: string) => id === "tsai-1997";
    expect(selectKnownPins(["tsai-1997"], isKnown)).toEqual({ pins: ["tsai-1997"], problem: null });
    expect(selectKnownPins(["nobody-1900", "tsai-1997", "gone-2000"], isKnown)).toEqual({
      pins: ["tsai-1997"],
      problem: "The library has no studies named nobody-1900, gone-2000, so they are not pinned.",
    });
  });
});
