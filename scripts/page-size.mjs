import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** The most that the page of an empty case may be sent with until it is loaded, beside Next.js itself: kB, compressed. */
export const MOST_FIRST_LOAD = 90;

/**
 * What a browser is sent until a page is loaded, compressed as the server does it: the page, its scripts and its styles.
 * Left out are the scripts that Next.js sends with every page, and those for browsers that are not supported.
 * @param {string} page as the build names it: "index"
 * @param {string} [folder] of the project
 * @returns {number} kB
 */
export function measureFirstLoad(page, folder = ".") {
  const html = readFileSync(join(folder, ".next/server/app", `${page}.html`), "utf8");
  const { rootMainFiles, polyfillFiles } = JSON.parse(readFileSync(join(folder, ".next/build-manifest.json"), "utf8"));
  const ofNext = new Set([...rootMainFiles, ...polyfillFiles]);
  const names = [...html.matchAll(/(?:src|href)="\/_next\/(static\/[^"?]+\.(?:js|css))/g)].map(
    ([, name]) => name ?? "",
  );
  const own = [...new Set(names)].filter((name) => !ofNext.has(name));
  const texts = [html, ...own.map((name) => readFileSync(join(folder, ".next", name)))];
  return texts.reduce((sum, text) => sum + gzipSync(text, { level: 6 }).length, 0) / 1000;
}
