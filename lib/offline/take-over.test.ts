import { beforeEach, expect, test } from "vitest";
import { saveFiles } from "./save";
import { createScope, OpenWindow, Site } from "./stand-ins";
import { takeOver } from "./take-over";
import { lockName, readCacheKey, type Version, writeCacheKey } from "./version";

const oldScript = "/_next/static/chunks/0a1b.js";
const before = { "/": "the case", "/about": "methods", [oldScript]: "a script" };
const after = { "/": "the case", "/about": "methods, newly written", "/_next/static/chunks/2c3d.js": "another script" };

let scope: ReturnType<typeof createScope>;
let older: Version;
let newer: Version;

beforeEach(async () => {
  const site = new Site();
  scope = createScope(site.fetch);
  older = site.publish("older", before);
  await saveFiles(older.files, scope);
  newer = site.publish("newer", after);
  await saveFiles(newer.files, scope);
});

async function readKeys() {
  return (await scope.cache.keys()).map(readCacheKey).sort();
}

function writeKeys(files: Version["files"]) {
  return [...new Set(files.map(writeCacheKey))].sort();
}

test("files that only older versions had are dropped", async () => {
  scope.windows.push(new OpenWindow(true));
  await takeOver(newer, scope);
  expect(await readKeys()).toEqual(writeKeys(newer.files));
});

test("their scripts stay while another window is open, from the network or a worker", async () => {
  scope.windows.push(new OpenWindow(true), new OpenWindow(false));
  await takeOver(newer, scope);
  const scripts = older.files.filter(({ url }) => url === oldScript);
  expect(scripts).toHaveLength(1);
  expect(await readKeys()).toEqual(writeKeys([...newer.files, ...scripts]));
});

test("nothing is dropped while another version is being saved, or waits", async () => {
  const both = writeKeys([...older.files, ...newer.files]);
  await scope.locks.request(lockName, {}, () => takeOver(newer, scope));
  expect(await readKeys()).toEqual(both);

  for (const place of ["installing", "waiting"] as const) {
    scope.registration[place] = {};
    await takeOver(newer, scope);
    expect(await readKeys()).toEqual(both);
    scope.registration[place] = null;
  }
  await takeOver(newer, scope);
  expect(await readKeys()).toEqual(writeKeys(newer.files));
});

test("every open page is served and receives the version, those opened on a first visit too", async () => {
  const first = new OpenWindow(false);
  const other = new OpenWindow(true);
  scope.windows.push(first, other);
  await scope.locks.request(lockName, {}, () => takeOver(newer, scope));
  expect(first.isControlled).toBe(true);
  expect([first.received, other.received]).toEqual([["newer"], ["newer"]]);
});
