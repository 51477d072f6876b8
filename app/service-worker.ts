import { type PrecacheEntry, Serwist } from "serwist";

/** Every file of this version with its hash. Written in front of this program by scripts/service-worker.mjs. */
declare const SAVED_FILES: PrecacheEntry[];

const notFoundPage = "/_not-found";

/** Whether an answer is what it claims to be: one page alone is right to come with "not found". */
function isWhole({ url }: Request, { ok, status }: Response) {
  return ok || (status === 404 && new URL(url).pathname === notFoundPage);
}

// What has been saved is used whether or not there is a network: a hospital's Wi-Fi that hangs is worse than none.
// A new version is saved beside this one and waits. If one file of it cannot be fetched or kept, all of it is dropped
// and this version goes on.
const serwist = new Serwist({
  precacheEntries: SAVED_FILES,
  precacheOptions: {
    // a page is the same whatever its query, but for the parameter with which Next.js asks for its data
    ignoreURLParametersMatching: [/^(?!_rsc$)/],
    matchOptions: { ignoreVary: true },
    plugins: [
      { cacheWillUpdate: ({ request, response }) => Promise.resolve(isWhole(request, response) ? response : null) },
    ],
  },
  // the first version serves the page that brought it; a later one comes into use only when the reader says so
  clientsClaim: true,
  runtimeCaching: [
    {
      // Next.js, given no data for a page, opens the page itself. It is saved, so its data need not be saved as well.
      matcher: ({ url, sameOrigin }) => sameOrigin && url.searchParams.has("_rsc"),
      handler: () => Promise.resolve(new Response(null, { status: 204 })),
    },
    {
      matcher: ({ request, url, sameOrigin }) =>
        sameOrigin && request.mode === "navigate" && !url.pathname.startsWith("/api/"),
      handler: ({ request }) =>
        fetch(request).catch(async () => (await serwist.matchPrecache(notFoundPage)) ?? Response.error()),
    },
  ],
});

serwist.addEventListeners();
