/// <reference lib="webworker" />

// written in front by scripts/service-worker.mjs
/** What this version is named, as its pages name it in `data-build`. */
declare const BUILD: string;
/** Every file of this version, with the hash of its content. */
declare const SAVED_FILES: { url: string; integrity: string }[];

// the types of a page, which this program is checked with as well, know "self" as a window
const worker = self as unknown as ServiceWorkerGlobalScope;

// One cache for all versions. A file stands in it under its address and hash, so that versions lie side by side, and a
// new one fetches only what has changed or what an attempt cut short had not reached.
const cacheName = "myomatch";
const keys = new Map(SAVED_FILES.map(({ url, integrity }) => [url, `${url}?${integrity}`]));

/** A browser opens six connections to a server at most; two are left to the reader. */
const connections = 4;

const isScript = (pathname: string) => pathname.startsWith("/_next/static/");

// A version being saved counts on what it finds here: it does not look while another drops files, nor is anything
// dropped until it has ended.
const lock = cacheName;

worker.addEventListener("install", (event) => event.waitUntil(navigator.locks.request(lock, save)));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
// the page sends one message only: the reader wants this version now
worker.addEventListener("message", () => worker.skipWaiting());
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, searchParams } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin || pathname.startsWith("/api/")) return;
  // Next.js, given no data for a page, opens the page itself. It is saved, so its data need not be saved as well.
  if (searchParams.has("_rsc")) event.respondWith(new Response(null, { status: 204 }));
  else event.respondWith(answer(request, pathname));
});

/** Saves what is not here yet. If one file cannot be had as it was built, the version before goes on. */
async function save() {
  const cache = await caches.open(cacheName);
  const here = new Set((await cache.keys()).map(keyOf));
  const missing = SAVED_FILES.filter(({ url }) => !here.has(keys.get(url) ?? ""));
  const added: string[] = [];

  async function saveNext() {
    for (let file = missing.pop(); file; file = missing.pop()) {
      const { url, integrity } = file;
      const key = `${url}?${integrity}`;
      // An answer that differs from what was built, be it an error or a page of another version, is refused. So is one
      // from another address: saved, it would be refused whenever a page is opened from it.
      await cache.put(key, await fetch(url, { integrity, redirect: "error", cache: "no-cache", priority: "low" }));
      added.push(key);
    }
  }
  const ends = await Promise.allSettled(
    Array.from({ length: connections }, () =>
      saveNext().catch((reason) => {
        missing.length = 0;
        throw reason;
      }),
    ),
  );
  const failure = ends.find((end) => end.status === "rejected");
  if (!failure) return;
  // what came over a bad network is kept for the next attempt, but a full disk is not kept full
  if (failure.reason?.name === "QuotaExceededError") await Promise.all(added.map((key) => cache.delete(key)));
  throw failure.reason;
}

/** Drops what only versions before this one had, and serves the pages that are open. */
async function takeOver() {
  await navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
    // the lock tells of a version being saved, the registration of one that has just been
    if (held && !worker.registration.installing && !worker.registration.waiting) await dropOld();
  });
  await worker.clients.claim();
  // a page of another version, be it older or met on the first visit, offers this one
  for (const page of await worker.clients.matchAll({ type: "window" })) page.postMessage(BUILD);
}

async function dropOld() {
  const cache = await caches.open(cacheName);
  const current = new Set(keys.values());
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  // a window still open with the version before may yet ask for one of its scripts
  const isOld = ({ url }: Request) => !(windows.length > 1 && isScript(new URL(url).pathname));
  const old = (await cache.keys()).filter((request) => !current.has(keyOf(request)) && isOld(request));
  await Promise.all(old.map((request) => cache.delete(request)));
}

/** What is saved is used whether or not there is a network: a hospital's Wi-Fi that hangs is worse than none. */
async function answer(request: Request, pathname: string): Promise<Response> {
  const reply = await saved(pathname).catch(() => undefined);
  if (reply) return reply;
  if (request.mode !== "navigate") return fetch(request);
  return fetch(request).catch(async () => (await saved("/_not-found")) ?? Response.error());
}

async function saved(pathname: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  const sheetId = /^\/studies\/([^/]+)\/sheet\.json$/.exec(pathname)?.[1];
  if (sheetId) {
    // every sheet lies in the library's one file
    const library: { studies: { id: string }[] } | undefined = await (await saved("/library.json"))?.json();
    const studies = library?.studies.filter(({ id }) => id === sheetId);
    return studies?.length ? Response.json({ ...library, studies }) : undefined;
  }
  const key = keys.get(pathname);
  if (key) return cache.match(key, { ignoreVary: true });
  // of the version before, for a window still open with it
  return isScript(pathname) ? cache.match(pathname, { ignoreSearch: true, ignoreVary: true }) : undefined;
}

function keyOf({ url }: Request) {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
