/**
 * What Stryker reports of one folder.
 * @typedef {{ files: Record<string, { mutants: { status: string }[] }> }} MutationReport
 * @typedef {{ found: number, survived: number, untested: number }} Count
 */

/** Changes found of all that were tried, in percent: under this `npm run mutate` fails. */
export const LEAST_SCORE = 85;

/**
 * Counts the changes of files. A change counts as found when a test failed or ran without end because of it. Changes
 * that were left out, or that are no valid program, do not count.
 * @param {MutationReport["files"][string][]} files
 * @returns {Count} `untested` are changes that no test runs through
 */
export function countMutants(files) {
  const statuses = files.flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (/** @type {string[]} */ ...wanted) => statuses.filter((status) => wanted.includes(status)).length;
  return { found: count("Killed", "Timeout"), survived: count("Survived"), untested: count("NoCoverage") };
}

/**
 * The percentage found, not rounded, and NaN where nothing was changed.
 * @param {Count} count
 */
export function measureScore({ found, survived, untested }) {
  return (100 * found) / (found + survived + untested);
}

const heading = /^\| file \|.*\n\| --- \|.*\n/m;

/**
 * Puts what was measured now into the table of docs/mutation.md: a row for each file, and one for each folder with the sum
 * of its files that were measured, now or before. A file that was never measured has a row that says so.
 * @param {string} page
 * @param {string} folder such as `lib/stats`
 * @param {Map<string, Count>} measured by file
 * @param {string[]} sources all files of the folder that can be changed; the row of any other is dropped
 * @param {string} date such as `2026-11-26`
 * @returns {{ page: string, total: Count }} the page with the rows changed, and the sum of the folder
 * @throws {Error} where the page has no table
 */
export function writeScores(page, folder, measured, sources, date) {
  const begin = heading.exec(page);
  if (!begin) throw new Error("writeScores: docs/mutation.md has no table that begins with “file”");
  const at = begin.index + begin[0].length;
  const [table = ""] = /^(?:\|.*\n)*/.exec(page.slice(at)) ?? [];
  const rows = table.split("\n").filter(Boolean);
  const isOfFolder = (/** @type {string} */ row) =>
    row.startsWith(`| \`${folder}/`) || row.startsWith(`| **${folder}**`);
  const before = new Map(rows.map((row) => [/`([^`]+)`/.exec(row)?.[1], row]));
  const own = sources.map((file) => {
    const count = measured.get(file);
    if (count) return writeRow(`\`${file}\``, count, date);
    return before.get(file) ?? writeUnmeasured(`\`${file}\``);
  });
  const counts = own.flatMap(readRow);
  const total = { found: 0, survived: 0, untested: 0 };
  for (const { found, survived, untested } of counts) {
    total.found += found;
    total.survived += survived;
    total.untested += untested;
  }
  const name = `**${folder}**, ${counts.length} of ${sources.length} files`;
  const sum = counts.length > 0 ? writeRow(name, total, date) : writeUnmeasured(name);
  const all = [...rows.filter((row) => !isOfFolder(row)), ...own, sum];
  // The sum of a folder stands above its files.
  const getKey = (/** @type {string} */ row) => row.replace(/^\| [*`]+/, "").replace("**", " ");
  const sorted = all.sort((a, b) => (getKey(a) < getKey(b) ? -1 : 1));
  return { page: page.slice(0, at) + sorted.map((row) => `${row}\n`).join("") + page.slice(at + table.length), total };
}

/** @param {string} name */
const writeUnmeasured = (name) => `| ${name} | not measured | | | | | |`;

/**
 * @param {string} name
 * @param {Count} count
 * @param {string} date
 */
function writeRow(name, count, date) {
  const { found, survived, untested } = count;
  const score = measureScore(count);
  // Cut off, not rounded: 84.96 must not read as the 85 that it misses.
  const percentage = Number.isNaN(score) ? "nothing to change" : `${(Math.floor(score * 10) / 10).toFixed(1)}%`;
  return `| ${[name, found + survived + untested, found, survived, untested, percentage, date].join(" | ")} |`;
}

/**
 * The counts of a row; none where its file was not measured.
 * @param {string} row
 * @returns {Count[]}
 */
function readRow(row) {
  const [, found, survived, untested] = /^\| [^|]+\| \d+ \| (\d+) \| (\d+) \| (\d+) \|/.exec(row) ?? [];
  if (found === undefined) return [];
  return [{ found: Number(found), survived: Number(survived), untested: Number(untested) }];
}
