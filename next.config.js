import { listConnectOrigins, listFrameOrigins, readRecordSystems } from "./lib/smart/settings.mjs";

const recordSystems = readRecordSystems(process.env);

// Nothing about a patient may leave the device: the browser itself is told to talk to nobody but this server.
// Next.js writes inline scripts into prerendered pages, hence 'unsafe-inline'.
const onlyThisServer = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  `frame-ancestors 'self' ${listFrameOrigins(recordSystems).join(" ")}`.trim(),
].join("; ");

// The page that record systems open asks them too. A case is opened from there as another document, with the policy above.
const recordSystemsToo = `${onlyThisServer}; connect-src 'self' ${listConnectOrigins(recordSystems).join(" ")}`.trim();

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The gallery of components is for those who work on them: no page of the product.
  pageExtensions: ["tsx", "ts", ...(process.env.NODE_ENV === "production" ? [] : ["gallery.tsx"])],
  // `npm run check:types` checks them, for tests and scripts as well: a build need not do it again
  typescript: { ignoreBuildErrors: true },
  // named by scripts/build.mjs after what it is made from: copies built apart are one version to a device that saved it
  generateBuildId: () => process.env.BUILD_NAME ?? null,
  headers: () => [
    {
      source: "/:path*",
      headers: [
        // `next dev` evaluates code to reload it, which this policy forbids.
        ...(process.env.NODE_ENV === "production" ? [{ key: "Content-Security-Policy", value: onlyThisServer }] : []),
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "X-Content-Type-Options", value: "nosniff" },
      ],
    },
    // the later of two equal headers holds; Next.js takes no entry without a header
    ...(process.env.NODE_ENV === "production"
      ? [{ source: "/launch", headers: [{ key: "Content-Security-Policy", value: recordSystemsToo }] }]
      : []),
    {
      // Next.js lets shared caches keep a page for a year, and after a correction they would go on giving the old one.
      // Scripts have their hash in their name and stay; the routes of /api and /cds-services say for themselves what may be kept.
      source: "/((?!_next/static/|api/|cds-services).*)",
      headers: [{ key: "Cache-Control", value: "public, max-age=0, must-revalidate" }],
    },
  ],
};
