import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import expectedRecords from "./examples/expected.json";
import { readExport } from "./read-export";

const folder = join(import.meta.dirname, "examples");
const files = readdirSync(folder).filter((name) => !name.startsWith(".") && name !== "expected.json");
const read = (name: string) => readExport(readFileSync(join(folder, name)));

/** What each export has to give, by the name of its file; keys that are not named are free. */
const expected: Record<string, { records: object[] }> = expectedRecords;

describe("exports as other programs write them", () => {
  test("each has an expected citation", () => {
    expect(files).toHaveLength(27);
    expect(Object.keys(expected).sort()).toEqual([...files].sort());
  });

  test.each(files)("%s", (name) => {
    const { records, fault } = read(name);
    expect(fault).toBeNull();
    expect(records.map(({ reason }) => reason)).toEqual(expected[name]?.records.map(() => null));
    records.forEach(({ citation }, place) => {
      const named = expected[name]?.records[place] ?? {};
      expect(Object.keys(named).length).toBeGreaterThan(5);
      expect(citation).toMatchObject(named);
    });
  });

  test("a curator learns that a publication was retracted, and by what notice", () => {
    const [record] = read("35-retracted-not-told.nbib").records;
    expect(record?.notes).toContain("This publication was retracted: J Ex. 2022;2:1. PMID: 99999936.");
  });
});
