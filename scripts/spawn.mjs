import { spawn } from "node:child_process";
import { constants } from "node:os";

/**
 * Runs a program in this terminal and resolves to its exit code. A request to stop goes on to the program, and once
 * it has ended, this process ends too.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, shell?: boolean, onOutput?: (text: string) => void }} [options]
 * `onOutput` receives what the program prints, which then is not shown.
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, shell = false, onOutput } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      shell,
      stdio: onOutput ? ["inherit", "pipe", "pipe"] : "inherit",
    });
    for (const stream of onOutput ? /** @type {const} */ (["stdout", "stderr"]) : []) {
      child[stream]?.on("data", (text) => onOutput?.(String(text)));
    }

    /** @type {NodeJS.Signals | undefined} */
    let stoppedBy;
    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      stoppedBy = signal;
      child.kill(signal);
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
    const parent = process.ppid;
    // when npm is stopped, it stops its shell but not what the shell runs: without this a server would outlive it
    const watch = setInterval(() => {
      if (process.env.npm_lifecycle_event && process.ppid !== parent) stop("SIGTERM");
    }, 500);

    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (stoppedBy) process.exit(128 + constants.signals[stoppedBy]);
      clearInterval(watch);
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      resolve(code ?? 128 + constants.signals[signal ?? "SIGTERM"]);
    });
  });
}

/**
 * Runs npm: the npm that started this script, if any.
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, onOutput?: (text: string) => void }} [options]
 */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath ?? "";
  if (script.endsWith("npm-cli.js")) return run(process.execPath, [script, ...args], options);
  // npm is a batch file on Windows, which only a shell can start
  return run("npm", args, { ...options, shell: process.platform === "win32" });
}
