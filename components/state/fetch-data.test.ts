import { afterEach, beforeEach, expect, test, vi } from "vitest";

let modules: { fetchData: typeof import("./fetch-data") } & { copy: typeof import("./saved-copy") };

beforeEach(async () => {
  vi.resetModules();
  modules = { fetchData: await import("./fetch-data"), copy: await import("./saved-copy") };
  vi.stubGlobal("document", { documentElement: { dataset: { library: "this library" } } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Fetches a file that the server answers so; how it failed, and whether a new version is then on offer. */
async function fetchFrom(server: () => Promise<Response>) {
  vi.stubGlobal("fetch", server);
  const { fetchData, getFailure } = modules.fetchData;
  const result = await fetchData("/library.json").catch(getFailure);
  return { result, isOffered: modules.copy.getOfflineState().isUpdateReady };
}

test("a file of the page's library is used", async () => {
  const data = { library: "this library", studies: [] };
  expect(await fetchFrom(() => Promise.resolve(Response.json(data)))).toEqual({ result: data, isOffered: false });
});

test("a file of another library is not shown beside the page's figures: the new version is offered", async () => {
  const server = () => Promise.resolve(Response.json({ library: "another library", studies: [] }));
  expect(await fetchFrom(server)).toEqual({ result: "other-library", isOffered: true });
});

test("a file that is no longer there was taken out by a newer library", async () => {
  const server = () => Promise.resolve(new Response("not found", { status: 404 }));
  expect(await fetchFrom(server)).toEqual({ result: "other-library", isOffered: true });
});

test.each([
  { how: "cannot be reached", server: () => Promise.reject(new TypeError("lost")) },
  { how: "has a fault", server: () => Promise.resolve(new Response("fault", { status: 500 })) },
  { how: "sends no data", server: () => Promise.resolve(new Response("<!doctype html>")) },
])("a server that $how has failed, and offers nothing", async ({ server }) => {
  expect(await fetchFrom(server)).toEqual({ result: "failed", isOffered: false });
});
