import { basename } from "node:path";

/**
 * What Stryker reports of one folder.
 * @typedef {{ files: Record<string, { mutants: { status: string }[] }> }} MutationReport
 */

/**
 * Counts the changes of a folder. A change counts as found when a test failed or ran without end because of it. Changes
 * that were left out, or that are no valid program, do not count.
 * @param {MutationReport} report
 * @returns {{ found: number, survived: number, untested: number, score: number }} `untested` are changes that no test
 * runs through; `score` is the percentage found, not rounded, and NaN where nothing was changed
 */
export function countMutants({ files }) {
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (/** @type {string[]} */ ...wanted) => statuses.filter((status) => wanted.includes(status)).length;
  const found = count("Killed", "Timeout");
  const survived = count("Survived");
  const untested = count("NoCoverage");
  return { found, survived, untested, score: (100 * found) / (found + survived + untested) };
}

/**
 * Puts what is reported of a folder into its row of the table in docs/mutation.md.
 * @param {string} page
 * @param {string} folder such as `lib/stats`
 * @param {MutationReport} report
 * @param {string[]} sources all files of the folder that can be changed; those that were not are not in the report
 * @param {string} date such as `2026-11-26`
 * @returns {string} the page with that row changed
 * @throws {Error} where the page has no row for the folder
 */
export function writeScore(page, folder, report, sources, date) {
  const row = new RegExp(`^\\| \`${folder}\` \\|.*$`, "m");
  if (!row.test(page)) throw new Error(`writeScore: docs/mutation.md has no row for ${folder}`);
  const { found, survived, untested, score } = countMutants(report);
  const measured = sources.filter((file) => file in report.files).map((file) => basename(file, ".ts"));
  const files =
    measured.length === sources.length ? "all" : `${measured.join(", ")} (${measured.length} of ${sources.length})`;
  // Cut off, not rounded: 84.96 must not read as the 85 that it misses.
  const percentage = `${(Math.floor(score * 10) / 10).toFixed(1)}%`;
  const cells = [`\`${folder}\``, files, found + survived + untested, found, survived, untested, percentage, date];
  return page.replace(row, `| ${cells.join(" | ")} |`);
}
