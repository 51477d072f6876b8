import { readWhole } from "./check-files";
import { createLostPage } from "./lost-page";
import { cacheName, isNamedAfterContent, type VersionFile } from "./version";
import type { FileCache, WorkerScope } from "./worker-scope";

/**
 * Answers a request of a page from what is saved, whether or not there is a network: a hospital's Wi-Fi that hangs is
 * worse than none. What is not saved is asked for over the network.
 * @returns undefined for a request that the browser makes itself: of another site, to `/api`, and any that sends data
 */
export function serveRequest(
  request: Request,
  files: readonly VersionFile[],
  scope: Pick<WorkerScope, "origin" | "caches" | "fetch">,
): Promise<Response> | Response | undefined {
  const { origin, pathname, searchParams } = new URL(request.url);
  if (request.method !== "GET" || origin !== scope.origin || pathname.startsWith("/api/")) return undefined;
  // Next.js, given no data for a page, opens the page itself. It is saved, so its data need not be saved as well.
  if (searchParams.has("_rsc")) return new Response(null, { status: 204 });
  return serve(request, pathname, files, scope);
}

async function serve(
  request: Request,
  pathname: string,
  files: readonly VersionFile[],
  { caches, fetch }: Pick<WorkerScope, "caches" | "fetch">,
): Promise<Response> {
  const find = async (path: string) => findSaved(path, files, await caches.open(cacheName));
  // The server takes a page's address with a closing slash for the one without.
  const path = pathname.replace(/(?<=[^/])\/+$/, "");
  const saved = await find(path).catch(() => undefined);
  if (saved) return saved;
  if (request.mode !== "navigate") return fetch(request);
  const isListed = files.some(({ url }) => url === path);
  return fetch(request).catch(async () => {
    // the browser has thrown the page away: to say that nothing is at its address would be untrue
    const notFound = isListed ? undefined : await find("/_not-found").catch(() => undefined);
    return notFound ?? createLostPage();
  });
}

async function findSaved(
  pathname: string,
  files: readonly VersionFile[],
  cache: FileCache,
): Promise<Response | undefined> {
  const sheetId = /^\/studies\/([^/]+)\/sheet\.json$/.exec(pathname)?.[1];
  if (sheetId) return cutSheet(sheetId, await findSaved("/library.json", files, cache));
  const file = files.find(({ url }) => url === pathname);
  if (file) return readWhole(file, cache);
  // of the version before, for a window still open with it
  return isNamedAfterContent(pathname) ? cache.match(pathname, { ignoreSearch: true, ignoreVary: true }) : undefined;
}

/** The sheet of a study, cut from the library's one file; undefined if the library has no such study. */
async function cutSheet(id: string, libraryFile: Response | undefined): Promise<Response | undefined> {
  const library: { studies: { id: string }[] } | undefined = await libraryFile?.json();
  const studies = library?.studies.filter((study) => study.id === id);
  return studies?.length ? Response.json({ ...library, studies }) : undefined;
}
