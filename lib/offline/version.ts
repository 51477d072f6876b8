/** A file as it was built: its address, and the hash of its content in the form that `fetch` checks: "sha256-…". */
export type VersionFile = { url: string; integrity: string };

/** A version of Myomatch, as the build made it. */
export type Version = {
  /** its name, as its pages have it in `data-build` */
  build: string;
  /** every file of it that a device saves */
  files: readonly VersionFile[];
};

/**
 * One cache for all versions. A file is in it under its address and hash, so that versions lie side by side, and a new
 * one fetches only what has changed or what an earlier attempt did not reach.
 */
export const cacheName = "myomatch";

/**
 * The lock on the cache. A version being saved relies on the files that it finds: it does not look while another drops
 * files, and nothing is dropped while it saves.
 */
export const lockName = cacheName;

/** The key of a file in the cache: "/about?sha256-…". */
export function writeCacheKey({ url, integrity }: VersionFile): string {
  return `${url}?${integrity}`;
}

/** The same key, read from an entry of the cache. */
export function readCacheKey({ url }: Pick<Request, "url">): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** Whether an address is that of a script, a style or the summaries: its name changes with its content. */
export function isNamedAfterContent(pathname: string): boolean {
  return pathname.startsWith("/_next/static/") || pathname.startsWith("/summaries/");
}
