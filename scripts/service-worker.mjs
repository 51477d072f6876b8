import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const output = "public/sw.js";

/**
 * Writes the service worker: the program in app/service-worker.ts, headed by the name of the build and the list of
 * what it saves on the device.
 * Comes after `next build`, which makes the files listed.
 * @returns {Promise<{ files: number, bytes: number }>} what a device saves
 */
export async function buildServiceWorker() {
  const files = listSavedFiles();
  const entries = files.map(({ url, path }) => ({
    url,
    integrity: `sha256-${createHash("sha256").update(readFileSync(path)).digest("base64")}`,
  }));
  const version = { build: readFileSync(".next/BUILD_ID", "utf8"), files: entries };
  // read only now: `npm start` reads this file before it installs any package
  const { build } = await import("esbuild");
  await build({
    entryPoints: ["app/service-worker.ts"],
    outfile: output,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    banner: { js: `const VERSION = ${JSON.stringify(version)};` },
    logLevel: "warning",
  });
  return { files: files.length, bytes: files.reduce((sum, { path }) => sum + readFileSync(path).length, 0) };
}

/**
 * @typedef {object} SavedFile
 * @property {string} url as a browser asks for it
 * @property {string} path where the build put it
 */

/**
 * Everything a device saves: each page and file that the build made ahead, the scripts and styles, and what is in
 * public. Whatever is answered on demand (`/api`) is in none of them. Left out is what
 * no device asks for, or has in another file.
 * @param {string} [folder] of the project
 * @returns {SavedFile[]}
 */
export function listSavedFiles(folder = ".") {
  const { routes } = readManifest(folder, "prerender-manifest.json");
  const { polyfillFiles } = readManifest(folder, "build-manifest.json");
  const spare = new Set([
    // shown only where a page could not be made at all
    "/_global-error",
    "/sw.js",
    // for browsers too old to have service workers
    ...polyfillFiles.map((/** @type {string} */ name) => `/_next/${name}`),
  ]);
  const pages = Object.keys(routes).map((url) => ({ url, path: getPrerenderedPath(folder, url) }));
  const scripts = listFiles(join(folder, ".next/static")).map((name) => ({
    url: `/_next/static/${name}`,
    path: join(folder, ".next/static", name),
  }));
  const others = listFiles(join(folder, "public")).map((name) => ({
    url: `/${name}`,
    path: join(folder, "public", name),
  }));
  return [...pages, ...scripts, ...others]
    .filter(({ url }) => !spare.has(url) && !isForPrograms(url))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

/**
 * Files that no page asks for: what is below `/api`, a sheet as FHIR resources, and a sheet alone, which the worker cuts
 * from the library's one file.
 * @param {string} url
 */
function isForPrograms(url) {
  return url.startsWith("/api/") || url.endsWith("/sheet.json") || url.endsWith("/evidence.json");
}

/**
 * A list that `next build` writes of what it has made.
 * @param {string} folder
 * @param {string} name
 */
function readManifest(folder, name) {
  return JSON.parse(readFileSync(join(folder, ".next", name), "utf8"));
}

/**
 * Where the build put a page, or a file that it made ahead.
 * @param {string} folder
 * @param {string} url
 */
function getPrerenderedPath(folder, url) {
  const path = join(folder, ".next/server/app", url === "/" ? "index" : url);
  return existsSync(`${path}.html`) ? `${path}.html` : `${path}.body`;
}

/**
 * @param {string} folder
 * @returns {string[]} with "/" in between on every system
 */
function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(join(folder, entry.name)).map((name) => `${entry.name}/${name}`) : [entry.name],
  );
}
