import {
  cacheName,
  isNamedAfterContent,
  lockName,
  readCacheKey,
  type Version,
  type VersionFile,
  writeCacheKey,
} from "./version";
import type { WorkerScope } from "./worker-scope";

/** Drops the files that only earlier versions had, serves the pages that are open, and tells them which version it is. */
export async function takeOver(
  { build, files }: Version,
  scope: Pick<WorkerScope, "caches" | "locks" | "clients" | "registration">,
): Promise<void> {
  const { locks, clients, registration } = scope;
  await locks.request(lockName, { ifAvailable: true }, async (lock) => {
    // the lock shows that a version is being saved, the registration that one has just been saved
    if (lock && !registration.installing && !registration.waiting) await dropOldFiles(files, scope);
  });
  await clients.claim();
  // a page of another version, be it older or opened on the first visit, offers this one
  for (const page of await clients.matchAll({ type: "window" })) page.postMessage(build);
}

async function dropOldFiles(
  files: readonly VersionFile[],
  { caches, clients }: Pick<WorkerScope, "caches" | "clients">,
) {
  const cache = await caches.open(cacheName);
  const currentKeys = new Set(files.map(writeCacheKey));
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  // a window still open with the version before may still ask for one of its scripts, or its summaries
  const mayBeUsed = ({ url }: Request) => windows.length > 1 && isNamedAfterContent(new URL(url).pathname);
  const old = (await cache.keys()).filter((entry) => !currentKeys.has(readCacheKey(entry)) && !mayBeUsed(entry));
  await Promise.all(old.map((entry) => cache.delete(entry)));
}
