import { beforeEach, expect, test } from "vitest";
import { checkFiles, type FilesReport, readWhole } from "./check-files";
import { saveFiles } from "./save";
import { createScope, Site } from "./stand-ins";
import { readCacheKey, type Version, writeCacheKey } from "./version";

const texts = { "/": "the case", "/about": "methods", "/studies": "every study", "/_not-found": "nothing here" };

let site: Site;
let scope: ReturnType<typeof createScope>;
let version: Version;

beforeEach(async () => {
  site = new Site();
  scope = createScope(site.fetch);
  version = site.publish("one", texts);
  await saveFiles(version.files, scope);
  site.asked.length = 0;
});

async function check(): Promise<FilesReport[]> {
  const reports: FilesReport[] = [];
  await checkFiles(version.files, scope, (found) => reports.push(found));
  return reports;
}

function getKey(url: string): string {
  const file = version.files.find((found) => found.url === url);
  if (!file) throw new Error(`There is no ${url}.`);
  return writeCacheKey(file);
}

/** The text of every file that is saved and whole. */
async function readTexts() {
  const responses = await Promise.all(version.files.map((file) => readWhole(file, scope.cache)));
  return Promise.all(responses.map((response) => response?.text()));
}

test("a whole copy is whole, and nothing is fetched", async () => {
  expect(await check()).toEqual(["whole"]);
  expect(site.asked).toEqual([]);
  expect(await readTexts()).toEqual(Object.values(texts));
});

test("what the browser has thrown away is fetched again, and only that", async () => {
  await scope.cache.delete(getKey("/about"));
  await scope.cache.delete(getKey("/_not-found"));
  expect(await check()).toEqual(["missing", "whole"]);
  expect(site.asked.sort()).toEqual(["/_not-found", "/about"]);
  expect(await readTexts()).toEqual(Object.values(texts));
});

test("so is all of it", async () => {
  for (const { url } of version.files) await scope.cache.delete(getKey(url));
  expect(await check()).toEqual(["missing", "whole"]);
  expect(await readTexts()).toEqual(Object.values(texts));
});

test.each(["", "methods, cut", "METHODS"])("a file that was damaged to “%s” is fetched again", async (text) => {
  await scope.cache.put(getKey("/about"), new Response(text));
  expect((await readTexts())[1]).toBeUndefined();
  expect(await check()).toEqual(["missing", "whole"]);
  expect(site.asked).toEqual(["/about"]);
  expect(await readTexts()).toEqual(Object.values(texts));
});

test("what cannot be had, or is another version's by now, is lost, and a damaged file is not kept", async () => {
  await scope.cache.put(getKey("/about"), new Response("damaged"));
  site.change("/about", { text: "methods, newly written" });
  expect(await check()).toEqual(["missing", "lost"]);
  site.isDown = true;
  expect(await check()).toEqual(["missing", "lost"]);
  expect((await scope.cache.keys()).map(readCacheKey)).not.toContain(getKey("/about"));
});

test("a cache that does not open is lost too", async () => {
  scope.caches.open = () => Promise.reject(new Error("closed"));
  expect(await check()).toEqual(["lost"]);
});
