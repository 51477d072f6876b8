import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { MapState } from "@/lib/browse/map-state";
import { defaultTableState, type TableState } from "@/lib/browse/table-state";
import { readCase } from "@/lib/case/facts";
import { formatCase } from "@/lib/case/questions";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { features, patientDiagnoses } from "@/lib/vocabulary/feature";
import { readCaseLink, writeCaseLink } from "./case";
import savedLinks from "./links-v1.json";
import { readMap, writeMap } from "./map";
import type { Read } from "./part";
import { readPins, writePins } from "./pins";
import { readReport, writeReport } from "./report";
import { readTable, writeTable } from "./table";

type Saved<Value> = { link: string; value: Value }[];
const cases = savedLinks.case as Saved<Profile>;
const tables = savedLinks.table as Saved<TableState>;

/** Fails unless each link opens with what it was recorded with, and is written as it was; gives how many there are. */
function expectSame<Value>(
  saved: Saved<Value>,
  read: (part: string) => Read<Value>,
  write: (value: Value) => string,
): number {
  for (const { link, value } of saved) {
    expect(read(link)).toEqual({ ok: true, value });
    expect(write(value)).toBe(link);
  }
  return saved.length;
}

/**
 * Recorded when version 1 was new, with the program of that day, and for each later feature and diagnosis when it was
 * added. None is ever changed or taken out.
 */
test("links people have saved open with everything they hold, and are written as they were", () => {
  expect(expectSame(cases, readCaseLink, writeCaseLink)).toBe(118);
  expect(expectSame(tables, readTable, writeTable)).toBe(62);
  expect(expectSame(savedLinks.map as Saved<MapState>, readMap, writeMap)).toBe(3);
  expect(expectSame<readonly string[]>(savedLinks.pins, readPins, writePins)).toBe(25);
  expect(expectSame<string | null>(savedLinks.report, readReport, writeReport)).toBe(15);
});

test("between them they hold every feature and every diagnosis", () => {
  const featuresHeld = new Set(cases.flatMap(({ value }) => Object.keys(value.features)));
  expect([...featuresHeld].sort()).toEqual([...features].sort());
  expect(new Set(cases.map(({ value }) => value.diagnosis))).toEqual(new Set([null, ...patientDiagnoses]));
});

test("every answer of a case that opens is understood: it is stated, and stands where the form shows it", () => {
  let answers = 0;
  for (const { link, value } of cases) {
    const read = readCaseLink(link);
    const opened = readCase(read.ok ? read.value : emptyProfile);
    expect(opened.answers).toMatchObject(value.features);
    expect(formatCase(opened.profile)).toHaveLength(countStatements(value));
    answers += Object.keys(value.features).length;
  }
  expect(answers).toBeGreaterThan(300);
});

function countStatements({ features, ...others }: Profile): number {
  return Object.keys(features).length + Object.values(others).filter((value) => value !== null).length;
}

describe("a later version, with one more feature and one more diagnosis", () => {
  let later: typeof import("./case") & typeof import("./table");
  beforeAll(async () => {
    vi.resetModules();
    vi.doMock("@/lib/vocabulary/feature", async (importOriginal) => {
      const present = await importOriginal<typeof import("@/lib/vocabulary/feature")>();
      return {
        ...present,
        features: ["fever", ...present.features],
        patientDiagnoses: ["flu", ...present.patientDiagnoses],
      };
    });
    later = { ...(await import("./case")), ...(await import("./table")) };
  });
  afterAll(() => {
    vi.doUnmock("@/lib/vocabulary/feature");
    vi.resetModules();
  });

  test("reads every link of the present one, and writes the same link", () => {
    expect(expectSame(cases, later.readCaseLink, later.writeCaseLink)).toBe(118);
    expect(expectSame(tables, later.readTable, later.writeTable)).toBe(62);
  });

  test("writes what is new into links that the present one calls newer", () => {
    const fever = { fever: "yes" } as Profile["features"];
    const flu = "flu" as Profile["diagnosis"];
    const allFever = { fever: "all" } as TableState["filters"]["features"];
    const { filters } = defaultTableState;
    for (const read of [
      readCaseLink(later.writeCaseLink({ ...emptyProfile, features: { ...fever, ild: "yes" } })),
      readCaseLink(later.writeCaseLink({ ...emptyProfile, diagnosis: flu })),
      readTable(later.writeTable({ ...defaultTableState, filters: { ...filters, features: allFever } })),
    ])
      expect(read).toEqual({ ok: false, message: expect.stringContaining("made by a newer version") });
  });
});
