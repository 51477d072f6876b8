import { listConnectOrigins, listFrameOrigins, readRecordSystems } from "./lib/smart/settings.mjs";
import { dataPolicy, writeHeaderPolicy } from "./scripts/content-policy.mjs";

const isProduction = process.env.NODE_ENV === "production";
const recordSystems = readRecordSystems(process.env);
const frameAncestors = listFrameOrigins(recordSystems);

// Nothing about a patient may leave the device: the browser itself is told to talk to nobody but this server.
const policy = writeHeaderPolicy({ connect: [], frameAncestors });

// The page that record systems open asks them too. A case is opened from there as another document, with the policy above.
const recordSystemsToo = writeHeaderPolicy({ connect: listConnectOrigins(recordSystems), frameAncestors });

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // No page uses it, and its endpoint would fetch and decode pictures for anybody.
  images: { unoptimized: true },
  // The gallery of components is for those who work on them: no page of the product.
  pageExtensions: ["tsx", "ts", ...(isProduction ? [] : ["gallery.tsx"])],
  // `npm run check:types` checks them, for tests and scripts as well: a build need not do it again
  typescript: { ignoreBuildErrors: true },
  // named by scripts/build.mjs after what it is made from: copies built apart are one version to a device that saved it
  generateBuildId: () => process.env.BUILD_NAME ?? null,
  headers: () => [
    {
      // They say how a document behaves. On some fifteen scripts they would only be sent to be ignored.
      source: "/((?!_next/static/|summaries/).*)",
      headers: [
        // `next dev` evaluates code to reload it, which this policy forbids.
        ...(isProduction ? [{ key: "Content-Security-Policy", value: policy }] : []),
        { key: "Referrer-Policy", value: "no-referrer" },
        {
          key: "Permissions-Policy",
          value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
        },
        // no window of another site can reach ours
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
      ],
    },
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        // no other site can load our files into its pages
        { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
      ],
    },
    {
      // Only where the reader came by TLS, which the proxy that ends it says. Without includeSubDomains: other sites of the
      // domain are not ours.
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: [{ key: "Strict-Transport-Security", value: "max-age=31536000" }],
    },
    // Of two equal headers the later holds. Next.js takes no entry without a header.
    ...(isProduction
      ? [
          { source: "/launch", headers: [{ key: "Content-Security-Policy", value: recordSystemsToo }] },
          {
            // a reply that is no page, the service worker's program among them
            source: "/:path(api/.*|cds-services.*|mcp|(?!summaries/).*\\.json|sw\\.js)",
            headers: [{ key: "Content-Security-Policy", value: dataPolicy }],
          },
        ]
      : []),
    {
      // Next.js lets shared caches keep a page for a year, and after a correction they would go on giving the old one.
      // Scripts have their hash in their name and stay; the routes of /api, /cds-services, /mcp and /summaries say for
      // themselves what may be kept.
      source: "/((?!_next/static/|api/|cds-services|mcp$|summaries/).*)",
      headers: [{ key: "Cache-Control", value: "public, max-age=0, must-revalidate" }],
    },
    {
      // Without a saved copy, a browser would ask for the sign in the header at each tap: the server would see their times.
      source: "/:icon(icon\\.svg|favicon\\.ico|apple-icon\\.png|icons/.*)",
      headers: [{ key: "Cache-Control", value: "public, max-age=86400" }],
    },
  ],
};
