/**
 * What Stryker reports of one run.
 * @typedef {{ files: Record<string, { mutants: { status: string }[] }> }} MutationReport
 */

/**
 * Counts the changes of one run. A change counts as found when a test failed or ran without end because of it. Changes
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
 * Puts the counts of a folder into its row of the table in docs/mutation.md.
 * @param {string} page
 * @param {string} folder such as `lib/stats`
 * @param {ReturnType<typeof countMutants>} counts
 * @param {string} date such as `2026-11-26`
 * @returns {string} the page with that row changed
 * @throws {Error} where the page has no row for the folder
 */
export function writeScore(page, folder, { found, survived, untested, score }, date) {
  const row = new RegExp(`^\\| \`${folder}\` \\|.*$`, "m");
  if (!row.test(page)) throw new Error(`writeScore: docs/mutation.md has no row for ${folder}`);
  // Cut off, not rounded: 84.96 must not read as the 85 that it misses.
  const percentage = (Math.floor(score * 10) / 10).toFixed(1);
  const cells = [`\`${folder}\``, found + survived + untested, found, survived, untested, `${percentage}%`, date];
  return page.replace(row, `| ${cells.join(" | ")} |`);
}
