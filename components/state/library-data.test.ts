import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { toSummaryFile } from "@/lib/answer/summary-file";
import { loadLibrary } from "@/lib/study/load";

let fetchLibraryData: typeof import("./library-data").fetchLibraryData;

beforeEach(async () => {
  vi.resetModules();
  ({ fetchLibraryData } = await import("./library-data"));
  vi.stubGlobal("document", { documentElement: { dataset: { library: "v1", summaries: "/summaries/v1.json" } } });
});
afterEach(() => vi.unstubAllGlobals());

/** A server that always answers with this file. */
function serve(file: object) {
  const server = vi.fn(() => Promise.resolve(Response.json(file)));
  vi.stubGlobal("fetch", server);
  return server;
}

test("a file that cannot be read has failed: it is asked for again when the reader tries again", async () => {
  const server = serve({ library: "v1", searched: "2026-11-25" });
  await vi.waitFor(
    () => {
      fetchLibraryData();
      expect(server).toHaveBeenCalledTimes(2);
    },
    { timeout: 60_000 },
  );
});

test("a file that was read is asked for once, however often a page needs it", async () => {
  const { search } = loadLibrary();
  const library = { version: "v1", searched: "2026-11-25", search, studies: [], safety: [], wanted: [], screened: [] };
  const server = serve(toSummaryFile(library));
  for (let tries = 0; tries < 20; tries += 1) {
    fetchLibraryData();
    await new Promise((resolve) => setTimeout(resolve));
  }
  expect(server).toHaveBeenCalledTimes(1);
});
