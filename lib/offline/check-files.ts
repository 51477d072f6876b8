import { saveFiles } from "./save";
import { cacheName, type VersionFile, writeCacheKey } from "./version";
import type { FileCache, WorkerScope } from "./worker-scope";

/** A saved file, if it is there and is still what was built. A browser may throw files away, and a disk may damage them. */
export async function readWhole(file: VersionFile, cache: FileCache): Promise<Response | undefined> {
  const saved = await cache.match(writeCacheKey(file), { ignoreVary: true });
  if (!saved) return undefined;
  const content = await saved.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const isWhole = file.integrity === `sha256-${btoa(String.fromCharCode(...hash))}`;
  return isWhole ? new Response(content, saved) : undefined;
}

/** What is known of the saved files: all are there; some are missing, and are being fetched; they could not be had. */
export type FilesReport = "whole" | "missing" | "lost";

/** Looks at every saved file of a version, and saves again what is missing or damaged. Reports each thing it learns. */
export async function checkFiles(
  files: readonly VersionFile[],
  scope: Pick<WorkerScope, "caches" | "fetch" | "locks">,
  report: (found: FilesReport) => void,
): Promise<void> {
  try {
    const cache = await scope.caches.open(cacheName);
    let isWhole = true;
    for (const file of files) {
      if (await readWhole(file, cache)) continue;
      isWhole = false;
      await cache.delete(writeCacheKey(file));
    }
    if (!isWhole) {
      report("missing");
      await saveFiles(files, scope);
    }
    report("whole");
  } catch {
    report("lost");
  }
}
