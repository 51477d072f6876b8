import { existsSync, readFileSync } from "node:fs";
import { runNpm } from "./spawn.mjs";

/**
 * One script of package.json to run.
 * @typedef {object} Step
 * @property {string} name in messages
 * @property {string} script
 * @property {string[]} [args]
 * @property {Record<string, string>} [env]
 * @property {string} [report] the file of results that its tests leave, of Vitest or of Playwright
 */

/** @typedef {{ step: Step, code: number, output: string }} Ended a step that has ended, with its exit code */

/**
 * Runs phases one after another. The lists of a phase run side by side, and the steps of a list one after another. A
 * list stops at its first failure, and the list in the same place of a later phase is then not run; the others are.
 * What a step prints is shown in one piece when it ends, and what a failed step printed is shown again after everything else.
 * The last line counts the tests.
 * @param {Step[][][]} phases
 * @param {(step: Step, onOutput: (text: string) => void) => Promise<number>} [runStep] resolves to the exit code
 * @returns {Promise<number>} the exit code: 0 only if every step passed
 */
export async function runPhases(phases, runStep = runScript) {
  /** @type {Ended[]} */
  const ended = [];
  /** @type {Set<number>} the places of lists that have failed */
  const stopped = new Set();
  for (const lists of phases) {
    const results = await Promise.all(
      lists.map((steps, place) => (stopped.has(place) ? [] : runInTurn(steps, runStep))),
    );
    for (const [place, list] of results.entries()) if (list.some(hasFailed)) stopped.add(place);
    ended.push(...results.flat());
  }
  const failed = ended.filter(hasFailed);
  for (const { step, output } of failed) {
    console.log(`\n== Failed: ${step.name} ==\n${output}\nThis step alone: npm run ${step.script}`);
  }
  console.log(`\n${countTests(ended)}`);
  return failed.length > 0 ? 1 : 0;
}

/** @param {Ended} ended */
function hasFailed({ code }) {
  return code !== 0;
}

/**
 * @param {Step} step
 * @param {(text: string) => void} onOutput
 */
function runScript({ script, args = [], env }, onOutput) {
  return runNpm(["run", "--silent", script, "--", ...args], { onOutput, ...(env && { env }) });
}

/**
 * @param {Step[]} steps
 * @param {typeof runScript} runStep
 * @returns {Promise<Ended[]>} those that ran
 */
async function runInTurn(steps, runStep) {
  /** @type {Ended[]} */
  const ended = [];
  for (const step of steps) {
    const start = Date.now();
    let output = "";
    const code = await runStep(step, (text) => {
      output += text;
    });
    const seconds = Math.round((Date.now() - start) / 1000);
    console.log(`\n== ${step.name}: ${code === 0 ? "passed" : "failed"} in ${seconds} s ==\n${output}`);
    ended.push({ step, code, output });
    if (code !== 0) break;
  }
  return ended;
}

/**
 * The tests of all reports in one line. A step that failed without a failed test counts as one.
 * @param {Ended[]} ended
 */
export function countTests(ended) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { step, code } of ended) {
    const counts =
      step.report && existsSync(step.report) ? readReport(step.report) : { passed: 0, failed: 0, skipped: 0 };
    sum.passed += counts.passed;
    sum.failed += counts.failed || (code === 0 ? 0 : 1);
    sum.skipped += counts.skipped;
  }
  return `${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ""}`;
}

/** @param {string} file */
function readReport(file) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  if ("stats" in report) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}
