import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Problem, runMain } from "./cli.mjs";
import { run } from "./spawn.mjs";

// The library grows every week: `npm run test:one-more-sheet` proves that a valid new sheet breaks no unit test. It
// copies the project, adds a sheet and runs there the unit tests that can read the library: for the others nothing changes.

/** The only file that reads the library. Vitest finds the tests that import it, by whatever way. */
const reader = join("lib", "study", "load.ts");

/**
 * In the text of a test that can read it without an import: it names the folder, or starts a program that can. That is in
 * TypeScript, as the reader is, and needs tsx.
 */
const readsOtherwise = /(?<!\.on\()["'`]data(\/studies[^"'`]*)?["'`]|["'`]tsx["'`]|StdioClientTransport/;

/** Properties of the library are tried on fewer cases: see lib/format/runs.arbitrary.ts. */
const env = { MYOMATCH_TEST_RUNS: "few" };

/** What a copy does not need: made by the project, or large and linked instead. */
const isLeftOut = (/** @type {string} */ name) =>
  ["node_modules", ".next", ".git", "test-results"].includes(name) || name.endsWith(".tsbuildinfo");

runMain(async () => {
  const project = process.cwd();
  const copy = mkdtempSync(join(tmpdir(), "myomatch-one-more-sheet-"));
  try {
    for (const name of readdirSync(".")) if (!isLeftOut(name)) cpSync(name, join(copy, name), { recursive: true });
    symlinkSync(resolve("node_modules"), join(copy, "node_modules"), "junction");
    addSheet(join(copy, "data", "studies"));
    const report = join(copy, "report.json");
    const vitest = join("node_modules", "vitest", "vitest.mjs");
    process.chdir(copy);
    const tests = ["app", "components", "data", "e2e", "lib", "scripts"]
      .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
      .filter((path) => /\.test\.tsx?$/.test(path) && readsOtherwise.test(readFileSync(path, "utf8")));
    const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
    const code = await run(process.execPath, [vitest, "related", "--run", reader, ...tests, ...reporters], { env });
    if (code !== 0) throw new Problem("A unit test fails when a sheet is added: see above.");
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
    if (tests.length < 5 || testResults.length - tests.length < 40)
      throw new Problem(`Only ${testResults.length} test files read the library: the copy is not whole.`);
    console.log(`With one more sheet, ${numPassedTests} tests in ${testResults.length} files pass.`);
  } finally {
    process.chdir(project);
    rmSync(copy, { recursive: true });
  }
});

/**
 * Writes a valid sheet of a paper that the library does not have.
 * @param {string} folder of the sheets
 */
function addSheet(folder) {
  const sheet = JSON.parse(readFileSync(join(folder, "bounfour-2014.json"), "utf8"));
  const identifiers = { pmid: null, pmcid: null, doi: null };
  const citation = { ...sheet.citation, ...identifiers, authors: ["Newcomer N"], year: 2026, title: "One more paper" };
  const sources = [{ url: "https://example.org/one-more-paper", kind: "abstract", official: true }];
  writeFileSync(join(folder, "added-2026.json"), JSON.stringify({ ...sheet, id: "added-2026", citation, sources }));
}
