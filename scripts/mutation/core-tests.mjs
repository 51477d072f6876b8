import { readdirSync, readFileSync } from "node:fs";

/** The core: a fault here gives a wrong number, or a right number of the wrong patients. */
export const coreFolders = ["lib/stats", "lib/match", "lib/url-state", "lib/fhir", "lib/answer"];

/** Tests that replace modules need vitest itself. They count for no change. */
const needsVitest = /\bvi\.(doMock|mock)\b/;

/**
 * The test files of a folder that `npm run mutate` can run.
 * @param {string} folder
 */
export function listTests(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `${folder}/${name}`)
    .filter((path) => !needsVitest.test(readFileSync(path, "utf8")));
}
