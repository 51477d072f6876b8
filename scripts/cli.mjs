import { fileURLToPath } from "node:url";

/** A failure whose message is all that a reader needs: `runMain` prints it without a stack trace. */
export class Problem extends Error {}

/**
 * Runs a script from the project's folder and ends the process with the exit code that the work returns.
 * @param {() => number | void | Promise<number | void>} work
 */
export async function runMain(work) {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
