import { MemoryCache, MemoryLocks } from "@/lib/offline/stand-ins";
import type { FileCache, WorkerScope } from "@/lib/offline/worker-scope";
import { expect, test } from "./test";

/** Does with a cache what the worker does, and some mistakes besides; tried in the browser on its own. */
async function tryCache(standIn?: FileCache | null) {
  const cache = standIn ?? (await caches.open("tried"));
  const read = async (url: string, options?: CacheQueryOptions) => {
    const response = await cache.match(url, options);
    return response && `${response.status} ${await response.text()}`;
  };
  await cache.put("/script?1", new Response("one", { headers: { vary: "rsc" } }));
  await cache.put("/script?2", new Response("two"));
  await cache.put("/script?1", new Response("one anew", { headers: { vary: "rsc" } }));
  await cache.put("/_not-found?1", new Response("nothing here", { status: 404 }));
  const [first] = await cache.keys();
  return {
    exact: [await read("/script?2"), await read("/script?2")],
    replaced: await read("/script?1", { ignoreVary: true }),
    withoutSearch: await read("/script"),
    ignoringSearch: (await read("/script", { ignoreSearch: true }))?.slice(0, 3),
    otherPath: await read("/scripts", { ignoreSearch: true }),
    notFound: await read("/_not-found?1"),
    keys: (await cache.keys()).map(({ url }) => new URL(url).pathname + new URL(url).search).sort(),
    dropped: [
      await cache.delete("/script"),
      first && (await cache.delete(first)),
      first && (await cache.delete(first)),
    ],
    left: (await cache.keys()).length,
  };
}

/** Does with locks what the versions of a worker do: one waits, one does not, one fails. */
async function tryLocks(standIn?: WorkerScope["locks"] | null) {
  const locks: WorkerScope["locks"] = standIn ?? navigator.locks;
  const happened: string[] = [];
  let end = () => {};
  const first = locks.request("tried", { mode: "exclusive" }, async (lock) => {
    happened.push(`first ${Boolean(lock)}`);
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    throw new Error("failed");
  });
  const second = locks.request("tried", {}, (lock) => Promise.resolve(happened.push(`second ${Boolean(lock)}`)));
  await new Promise((resolve) => setTimeout(resolve));
  const tryNow = (lock: Lock | null) => Promise.resolve(happened.push(`at once ${Boolean(lock)}`));
  await locks.request("tried", { ifAvailable: true }, tryNow);
  await locks.request("another", { ifAvailable: true }, tryNow);
  end();
  await first.catch((reason: Error) => happened.push(reason.message));
  await second;
  await locks.request("tried", { ifAvailable: true }, tryNow);
  return happened;
}

test("what stands in for cache and locks in the unit tests of the worker does as the browser does", {
  tag: "@wide",
}, async ({ page }) => {
  await page.goto("/about");
  const ofTheBrowser = { cache: await page.evaluate(tryCache, null), locks: await page.evaluate(tryLocks, null) };
  expect(await tryCache(new MemoryCache())).toEqual(ofTheBrowser.cache);
  expect(await tryLocks(new MemoryLocks())).toEqual(ofTheBrowser.locks);
  expect(ofTheBrowser.cache.left).toBe(2);
  expect(ofTheBrowser.locks).toHaveLength(6);
});
