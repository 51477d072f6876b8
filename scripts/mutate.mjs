import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { Problem, runMain } from "./cli.mjs";
import { writeScore } from "./mutation-score.mjs";
import { run } from "./spawn.mjs";

// `npm run mutate`: changes the program in small ways and sees whether a test of the same folder notices. Folders or files
// can be named: `npm run mutate -- lib/stats`. Results are kept in .stryker, so that the next run tries only what has
// changed.

/** The core: a fault here gives a wrong number, or a right number of the wrong patients. */
const folders = ["lib/stats", "lib/match", "lib/url-state", "lib/fhir", "lib/answer"];

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
 * Tries a folder, or one file of it, and writes the score of the folder.
 * @param {string} folder
 * @param {string[]} files
 * @returns {Promise<number>} the exit code of Stryker, which is not 0 where the score is under its threshold
 */
async function mutate(folder, files) {
  const kept = `.stryker/${folder.replaceAll("/", "-")}.json`;
  const getTime = () => (existsSync(kept) ? statSync(kept).mtimeMs : 0);
  const before = getTime();
  const stryker = "node_modules/@stryker-mutator/core/bin/stryker.js";
  const args = [stryker, "run", "--mutate", files.join(), "--incrementalFile", kept];
  const code = await run(process.execPath, args, { env: { MUTATED_FOLDER: folder } });
  if (getTime() === before) throw new Problem(`No result for ${folder}. Stryker says above why.`);
  const report = JSON.parse(readFileSync(kept, "utf8"));
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(page, writeScore(readFileSync(page, "utf8"), folder, report, listSources(folder), date));
  console.log(`The score of ${folder} is in ${page}.`);
  return code;
}

runMain(async () => {
  const named = process.argv.slice(2);
  const wanted = (named.length > 0 ? named : folders).map((name) => {
    const folder = folders.find((folder) => name === folder || listSources(folder).includes(name));
    if (!folder) throw new Problem(`${name}: name a folder of ${folders.join(", ")}, or a file in one.`);
    return { folder, files: name === folder ? listSources(folder) : [name] };
  });
  let code = 0;
  for (const { folder, files } of wanted) code = Math.max(code, await mutate(folder, files));
  return code;
});
