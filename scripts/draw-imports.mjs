import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Problem, runMain } from "./cli.mjs";
import { importDirections } from "./import-directions.mjs";

const page = "docs/architecture.md";
const between = /(<!-- import-directions:begin -->\n)[\s\S]*?(<!-- import-directions:end -->)/;

/**
 * Puts the picture of scripts/import-directions.mjs between the two marks of a page.
 * @param {string} text
 * @returns {string}
 * @throws {Problem} if a mark is missing
 */
export function drawImports(text) {
  if (!between.test(text)) throw new Problem(`${page} has no marks "import-directions:begin" and ":end".`);
  const width = Math.max(...Object.keys(importDirections).map((folder) => folder.length));
  const lines = Object.entries(importDirections)
    .reverse()
    .map(([folder, below]) => `${folder.padEnd(width)} ──▶ ${below.join(", ") || "nothing"}`);
  const picture = ["```", ...lines, "```", ""].join("\n");
  return text.replace(between, (_, begin, end) => `${begin}${picture}${end}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  runMain(() => writeFileSync(page, drawImports(readFileSync(page, "utf8"))));
}
