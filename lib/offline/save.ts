import { cacheName, lockName, readCacheKey, type VersionFile, writeCacheKey } from "./version";
import type { FileCache, WorkerScope } from "./worker-scope";

/** A browser opens six connections to a server at most; two are left to the reader. */
const connections = 4;

/**
 * Saves the files of a version that are not saved yet.
 * Throws if one of them cannot be had as it was built: the version is not installed, and the one before stays in use.
 */
export function saveFiles(
  files: readonly VersionFile[],
  { caches, fetch, locks }: Pick<WorkerScope, "caches" | "fetch" | "locks">,
): Promise<void> {
  return locks.request(lockName, { mode: "exclusive" }, async () => {
    const cache = await caches.open(cacheName);
    const savedKeys = new Set((await cache.keys()).map(readCacheKey));
    await fetchAll(
      files.filter((file) => !savedKeys.has(writeCacheKey(file))),
      cache,
      fetch,
    );
  });
}

async function fetchAll(files: readonly VersionFile[], cache: FileCache, fetch: WorkerScope["fetch"]) {
  const missing = [...files];
  const added: string[] = [];

  async function fetchNext() {
    for (let file = missing.pop(); file; file = missing.pop()) {
      const { url, integrity } = file;
      const key = writeCacheKey(file);
      // An answer that differs from what was built, be it an error or a page of another version, is refused. So is one
      // from another address: once saved, it would be refused whenever a page is opened from it.
      await cache.put(key, await fetch(url, { integrity, redirect: "error", cache: "no-cache", priority: "low" }));
      added.push(key);
    }
  }

  const results = await Promise.allSettled(
    Array.from({ length: connections }, () =>
      fetchNext().catch((reason) => {
        missing.length = 0;
        throw reason;
      }),
    ),
  );
  const failure = results.find((result) => result.status === "rejected");
  if (!failure) return;
  // what came over a bad network is kept for the next attempt, but a full disk is not kept full
  if (failure.reason?.name === "QuotaExceededError") await Promise.all(added.map((key) => cache.delete(key)));
  throw failure.reason;
}
