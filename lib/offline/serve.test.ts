import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { toLibraryFile } from "@/lib/citations/export/json";
import { loadLibrary } from "@/lib/study/load";
import { saveFiles } from "./save";
import { serveRequest } from "./serve";
import { createScope, Site } from "./stand-ins";
import { readCacheKey, type Version, writeCacheKey } from "./version";

const library = loadLibrary();
const libraryFile = toLibraryFile(library, library.studies);
const texts = {
  "/": "the case",
  "/about": "methods",
  "/_not-found": "nothing here",
  "/_next/static/chunks/0a1b.js": "a script",
  "/library.json": JSON.stringify(libraryFile),
};

let site: Site;
let scope: ReturnType<typeof createScope>;
let version: Version;

beforeEach(async () => {
  site = new Site();
  scope = createScope(site.fetch);
  version = site.publish("one", texts);
  site.change("/_not-found", { text: texts["/_not-found"], status: 404 });
  await saveFiles(version.files, scope);
  site.asked.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

function reply(path: string, init?: RequestInit) {
  return serveRequest(new Request(new URL(path, scope.origin), init), version.files, scope);
}

/** The reply to a reader who opens a page. */
function open(path: string) {
  const request = new Request(new URL(path, scope.origin));
  // no program may make such a request
  Object.defineProperty(request, "mode", { value: "navigate" });
  return serveRequest(request, version.files, scope);
}

async function readText(response: Promise<Response> | Response | undefined) {
  return (await response)?.text();
}

test.each([1970, 2026, 2050])("what is saved is used, network or not, and in %i", async (year) => {
  vi.useFakeTimers({ now: new Date(year, 0, 2), toFake: ["Date"] });
  for (const [path, text] of Object.entries(texts)) expect(await readText(open(path))).toBe(text);
  expect(await readText(open("/about?from=elsewhere"))).toBe(texts["/about"]);
  expect(site.asked).toEqual([]);
});

test("a page opens without a network by its address with a closing slash", async () => {
  site.isDown = true;
  for (const path of ["/about/", "/about//", "/about/?from=elsewhere"]) {
    expect(await readText(open(path))).toBe(texts["/about"]);
  }
  expect((await open("/nothing-here/"))?.status).toBe(404);
  expect(site.asked.filter((path) => path.startsWith("/about"))).toEqual([]);
});

test("a request to /api, to another site, or with data is left to the browser", () => {
  expect(reply("/api/evidence")).toBeUndefined();
  expect(reply("/api/evidence", { method: "POST", body: "{}" })).toBeUndefined();
  expect(reply("/about", { method: "POST", body: "{}" })).toBeUndefined();
  expect(reply("https://elsewhere.example/about")).toBeUndefined();
});

test("the data of a page is answered with no content, so that Next.js opens the page", async () => {
  const { status } = (await reply("/about?_rsc=1a2b")) ?? {};
  expect(status).toBe(204);
  expect(site.asked).toEqual([]);
});

test("a sheet of each kind of study is cut from the library's file, as the server would give it", async () => {
  const studies = [...new Map(library.studies.map((study) => [study.design.type, study])).values()];
  expect(studies.length).toBeGreaterThan(1);
  for (const study of studies) {
    const sheet = await readText(reply(`/studies/${study.id}/sheet.json`));
    expect(sheet).toBe(JSON.stringify(toLibraryFile(library, [study])));
  }
  expect(site.asked).toEqual([]);
});

test("what is not saved is asked for over the network", async () => {
  site.change("/new", { text: "of a later version" });
  site.change("/studies/new/sheet.json", { text: "a sheet of a later version" });
  expect(await readText(open("/new"))).toBe("of a later version");
  expect(await readText(reply("/studies/new/sheet.json"))).toBe("a sheet of a later version");
  expect(site.asked).toEqual(["/new", "/studies/new/sheet.json"]);
});

test("so is what the browser has thrown away, and everything if the cache cannot be opened", async () => {
  for (const file of version.files) await scope.cache.delete(writeCacheKey(file));
  expect(await readText(open("/about"))).toBe(texts["/about"]);
  scope.caches.open = () => Promise.reject(new Error("closed"));
  expect(await readText(open("/"))).toBe(texts["/"]);
  expect(site.asked).toEqual(["/about", "/"]);
});

test.each(["/nothing-here", "/studies/nothing-here", "/studies/nothing-here/sheet.json"])(
  "without a network the reader who opens %s sees that nothing is there",
  async (path) => {
    site.isDown = true;
    const response = await open(path);
    expect(response?.status).toBe(404);
    expect(await response?.text()).toBe(texts["/_not-found"]);
    // a program learns that it has failed
    await expect(reply(path)).rejects.toThrow("lost");
  },
);

test("a window still open with the version before gets its scripts, and no other file of it", async () => {
  const { "/_next/static/chunks/0a1b.js": script, "/about": _, ...kept } = texts;
  const next = site.publish("two", { ...kept, "/_next/static/chunks/2c3d.js": "another script" });
  await saveFiles(next.files, scope);
  version = next;
  expect(await readText(reply("/_next/static/chunks/0a1b.js"))).toBe(script);
  expect(await readText(reply("/_next/static/chunks/2c3d.js"))).toBe("another script");
  site.isDown = true;
  expect(await readText(open("/about"))).toBe(texts["/_not-found"]);
});

test("a version serves its own files, while those of another lie beside them", async () => {
  const next = site.publish("two", { ...texts, "/about": "methods, newly written" });
  await saveFiles(next.files, scope);
  expect(await readText(open("/about"))).toBe("methods");
  version = next;
  expect(await readText(open("/about"))).toBe("methods, newly written");
});

test("serving saves nothing", async () => {
  const readKeys = async () => (await scope.cache.keys()).map(readCacheKey);
  const before = await readKeys();
  for (const path of ["/", "/about?q=1", "/nothing-here", "/about?_rsc=1"]) await open(path);
  expect(await readKeys()).toEqual(before);
});

test("a page that was thrown away is never called unknown: without a network it says that it is not on this device", async () => {
  site.isDown = true;
  const [about, ...others] = version.files.filter(({ url }) => url === "/about");
  expect(others).toEqual([]);
  if (about) await scope.cache.delete(writeCacheKey(about));
  for (const path of ["/about", "/about/"]) {
    const response = await open(path);
    expect(response?.status).toBe(503);
    expect(await response?.text()).toContain("This page is not on this device");
  }
  // nor does the browser's own page of errors come, where all is gone
  for (const file of version.files) await scope.cache.delete(writeCacheKey(file));
  for (const path of ["/", "/nothing-here"]) expect((await open(path))?.status).toBe(503);
});

test("a file that was damaged on the device is not served, but asked for", async () => {
  for (const file of version.files) await scope.cache.put(writeCacheKey(file), new Response("damaged"));
  for (const path of ["/about", "/_next/static/chunks/0a1b.js"] as const) {
    expect(await readText(open(path))).toBe(texts[path]);
  }
  expect(site.asked).toEqual(["/about", "/_next/static/chunks/0a1b.js"]);
});
