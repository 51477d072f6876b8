import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadLibrary, readLibrary } from "./load";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "myomatch-load-"));
  cpSync("data", folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

test("the library has a version, a date of search, and no fault", () => {
  const { faults, ...library } = readLibrary(folder);
  expect(faults).toEqual([]);
  expect(library).toEqual(loadLibrary());
  expect(library.searched).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(library.version).toMatch(/^[0-9a-f]{10}$/);
});

test("another figure is another version; another way to write the same is not", () => {
  const { version, studies } = readLibrary(folder);
  const [first] = studies;
  const path = join(folder, "studies", `${first?.id}.json`);
  writeFileSync(path, JSON.stringify(first));
  expect(readLibrary(folder).version).toBe(version);
  writeFileSync(path, JSON.stringify({ ...first, bottomLine: "Something else." }));
  expect(readLibrary(folder).version).not.toBe(version);
});

test("a file that is no sheet is left alone, and a broken one is a fault, not a crash", () => {
  writeFileSync(join(folder, "studies", "notes.txt"), "not a sheet");
  expect(readLibrary(folder).faults).toEqual([]);
  writeFileSync(join(folder, "studies", "tsai-1997.json"), "{");
  writeFileSync(join(folder, "safety.json"), "[{}]");
  const files = readLibrary(folder).faults.map(({ file }) => file);
  expect(new Set(files)).toEqual(new Set(["tsai-1997.json", "safety.json"]));
});

test("a fault of each list beside the sheets is named, and one between them", () => {
  const { version, studies } = readLibrary(folder);
  const sheet = studies.find(({ citation }) => citation.pmid);
  const record = { ...sheet?.citation, reason: "a reason", date: "2026-11-25" };
  const { title, year, pmid, doi, reason, date } = record;
  writeFileSync(join(folder, "screened.json"), JSON.stringify([{ title, year, pmid, doi, reason, date }]));
  writeFileSync(join(folder, "wanted.json"), JSON.stringify([{ title }]));
  writeFileSync(join(folder, "library.json"), JSON.stringify({ searched: "2026-11-25" }));
  const broken = readLibrary(folder);
  expect(new Set(broken.faults.map(({ file }) => file))).toEqual(
    new Set(["wanted.json", "screened.json", "library.json"]),
  );
  expect(broken.faults.find(({ file }) => file === "screened.json")?.message).toContain(`${sheet?.id}.json`);
  expect(broken.search).toEqual({ approximateLookUps: 0, databases: [], query: "" });
  // an answer names wanted reports: without them the library says something else
  expect(broken.version).not.toBe(version);
});
