import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Problem, runMain } from "./cli.mjs";
import { countMutants, writeScore } from "./mutation-score.mjs";
import { run } from "./spawn.mjs";

// `npm run mutate`: changes the program in small ways and sees whether a test of the same folder notices. Folders can be
// named: `npm run mutate -- lib/stats`. Results are kept in .stryker, so that the next run tries only what has changed.

/** The core: a fault here gives a wrong number, or a right number of the wrong patients. */
const folders = ["lib/stats", "lib/match", "lib/url-state", "lib/fhir", "lib/answer"];

const page = "docs/mutation.md";
/** Written anew by each run; stryker.config.mjs names it too. */
const report = ".stryker/report.json";

/**
 * Tries one folder and writes its score.
 * @param {string} folder
 * @returns {Promise<number>} the exit code of Stryker, which is not 0 where the score is under its threshold
 */
async function mutate(folder) {
  // a run that fails at its start writes none, and one of an earlier run must not be taken for it
  rmSync(report, { force: true });
  const changed = [`${folder}/**/*.ts`, `!${folder}/**/*.{test,arbitrary}.ts`, `!${folder}/**/fixtures.ts`];
  const kept = `.stryker/${folder.replaceAll("/", "-")}.json`;
  const stryker = "node_modules/@stryker-mutator/core/bin/stryker.js";
  const args = [stryker, "run", "--mutate", changed.join(), "--incrementalFile", kept];
  const code = await run(process.execPath, args, { env: { MUTATED_FOLDER: folder } });
  if (!existsSync(report)) throw new Problem(`No result for ${folder}. Stryker says above why.`);
  const counts = countMutants(JSON.parse(readFileSync(report, "utf8")));
  writeFileSync(page, writeScore(readFileSync(page, "utf8"), folder, counts, new Date().toISOString().slice(0, 10)));
  console.log(
    `${folder}: ${counts.found} changes found, ${counts.survived + counts.untested} not. Written to ${page}.`,
  );
  return code;
}

runMain(async () => {
  const named = process.argv.slice(2);
  const unknown = named.filter((folder) => !folders.includes(folder));
  if (unknown.length > 0) throw new Problem(`${unknown.join(", ")}: name one of ${folders.join(", ")}.`);
  let code = 0;
  for (const folder of named.length > 0 ? named : folders) code = Math.max(code, await mutate(folder));
  return code;
});
