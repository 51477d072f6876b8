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
    const message = error instanceof Problem ? error.message : explainRefusedWriting(error);
    if (message === null) throw error;
    console.error(`\n${message}`);
    process.exitCode = 1;
  }
}

/** Why a system refuses to write, by its codes. */
const refusals = new Map([
  ["EACCES", "this user may not write there"],
  ["EPERM", "this user may not write there"],
  ["EROFS", "the disk can only be read"],
  ["ENOSPC", "the disk is full"],
]);

/**
 * What to tell a reader where the system refused to write a file or a folder; null for every other error.
 * @param {unknown} error
 */
export function explainRefusedWriting(error) {
  const { code = "", path = "" } = /** @type {NodeJS.ErrnoException} */ (error);
  const reason = refusals.get(code);
  if (!reason) return null;
  return `Nothing could be written to ${path || "the project's folder"}: ${reason} (${code}). Change that, then try again.`;
}

/**
 * The same of what another program has printed before it ended; null where it says nothing of a refusal.
 * @param {string} output
 * @param {string} path what it writes to
 */
export function findRefusedWriting(output, path) {
  const [code = ""] = /\b(EACCES|EPERM|EROFS|ENOSPC)\b/.exec(output) ?? [];
  return explainRefusedWriting({ code: /No space left on device/i.test(output) ? "ENOSPC" : code, path });
}
