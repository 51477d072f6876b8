import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "./cli.mjs";
import { addPagePolicy } from "./content-policy.mjs";

/**
 * Writes into each page that `next build` made which scripts and styles it may run. Comes before the list of what a
 * device saves, which holds the hash of each page.
 * @param {Record<string, readonly string[]>} [connect] the origins besides this one that a page may ask for data, by the
 *   address of the page: `{ "/about": ["https://records.example"] }`
 * @param {string} [folder] of the project
 * @returns {number} how many pages have their policy
 * @throws {Problem} where a page cannot have one: it then would not start
 */
export function protectPages(connect = {}, folder = ".") {
  const server = join(folder, ".next/server");
  // a page that a server has drawn again since the build would be sent without its policy
  rmSync(join(server, "route-cache"), { recursive: true, force: true });
  const pages = listPages(folder);
  for (const page of pages) {
    const address = Object.keys(connect).find((path) => page === join(server, "app", `${path}.html`));
    try {
      const origins = { connect: (address && connect[address]) || [] };
      writeFileSync(page, addPagePolicy(readFileSync(page, "utf8"), origins));
    } catch (error) {
      throw new Problem(
        `Not built: the page ${page} cannot have a content policy. ${/** @type {Error} */ (error).message}`,
      );
    }
  }
  if (pages.length === 0) throw new Problem(`Not built: ${server} holds no page.`);
  return pages.length;
}

/**
 * The files of the pages that `next build` made.
 * @param {string} folder of the project
 */
export function listPages(folder) {
  return ["app", "pages"].flatMap((name) => listFiles(join(folder, ".next/server", name)));
}

/** @param {string} folder */
function listFiles(folder) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.filter((name) => name.endsWith(".html")).map((name) => join(folder, name));
}
