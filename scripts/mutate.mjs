import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { Problem, runMain } from "./cli.mjs";
import { coreFolders } from "./mutation/core-tests.mjs";
import { countMutants, LEAST_SCORE, measureScore, writeScores } from "./mutation-score.mjs";
import { run } from "./spawn.mjs";

// `npm run mutate`: changes the program in small ways and sees whether a test of the same folder notices. Folders or files
// can be named: `npm run mutate -- lib/stats`. Results are kept in .stryker, so that the next run tries only what has
// changed.

const page = "docs/mutation.md";

/**
 * The files of a folder that can be changed.
 * @param {string} folder
 */
function listSources(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !/\.(test|arbitrary)\.ts$|^fixtures\.ts$/.test(name))
    .map((name) => `${folder}/${name}`);
}

/**
 * Forgets the changes that no test reached: Stryker would keep that verdict, whatever tests have been added since.
 * @param {string} kept
 */
function forgetUntested(kept) {
  /** @type {import("./mutation-score.mjs").MutationReport} */
  const report = JSON.parse(readFileSync(kept, "utf8"));
  for (const file of Object.values(report.files))
    file.mutants = file.mutants.filter(({ status }) => status !== "NoCoverage");
  writeFileSync(kept, JSON.stringify(report));
}

/**
 * Tries files of a folder, writes their scores and that of the folder, and says them.
 * @param {string} folder
 * @param {string[]} files
 * @returns {Promise<number>} the score of the folder, over all of its files that were measured
 */
async function mutate(folder, files) {
  const kept = `.stryker/${folder.replaceAll("/", "-")}.json`;
  if (existsSync(kept)) forgetUntested(kept);
  const getTime = () => (existsSync(kept) ? statSync(kept).mtimeMs : 0);
  const before = getTime();
  const stryker = "node_modules/@stryker-mutator/core/bin/stryker.js";
  const args = [stryker, "run", "--mutate", files.join(), "--incrementalFile", kept];
  await run(process.execPath, args, { env: { MUTATED_FOLDER: folder } });
  if (getTime() === before) throw new Problem(`No result for ${folder}. Stryker says above why.`);
  /** @type {import("./mutation-score.mjs").MutationReport} */
  const report = JSON.parse(readFileSync(kept, "utf8"));
  const measured = new Map(files.map((file) => [file, countMutants([report.files[file] ?? { mutants: [] }])]));
  const date = new Date().toISOString().slice(0, 10);
  const written = writeScores(readFileSync(page, "utf8"), folder, measured, listSources(folder), date);
  writeFileSync(page, written.page);
  for (const [file, count] of measured) console.log(`${file}: ${describeCount(count)}, from ${kept}.`);
  console.log(`${folder}, with what was measured before: ${describeCount(written.total)}, from the table of ${page}.`);
  return measureScore(written.total);
}

/** @param {import("./mutation-score.mjs").Count} count */
function describeCount(count) {
  const { found, survived, untested } = count;
  const all = found + survived + untested;
  return all === 0 ? "nothing to change" : `${found} of ${all} changes found (${measureScore(count).toFixed(2)}%)`;
}

runMain(async () => {
  const named = process.argv.slice(2);
  /** @type {Map<string, string[]>} */
  const wanted = new Map();
  for (const name of named.length > 0 ? named : coreFolders) {
    const folder = coreFolders.find((folder) => name === folder || listSources(folder).includes(name));
    if (!folder) throw new Problem(`${name}: name a folder of ${coreFolders.join(", ")}, or a file in one.`);
    const files = name === folder ? listSources(folder) : [name];
    wanted.set(folder, [...(wanted.get(folder) ?? []), ...files]);
  }
  const low = [];
  for (const [folder, files] of wanted) if ((await mutate(folder, files)) < LEAST_SCORE) low.push(folder);
  if (low.length > 0) throw new Problem(`Under ${LEAST_SCORE}%: ${low.join(", ")}.`);
});
