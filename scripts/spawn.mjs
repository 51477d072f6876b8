import { spawn } from "node:child_process";
import { constants } from "node:os";

/** @type {Set<import("node:child_process").ChildProcess>} the programs that have not ended yet */
const running = new Set();

/** @type {NodeJS.Signals | undefined} the request to stop, once there is one */
let stoppedBy;

/**
 * Runs a program in this terminal and resolves to its exit code. A request to stop goes on to every program that runs.
 * Once the last of them has ended, this process ends too, and what waited for them is never resumed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, shell?: boolean, onOutput?: (text: string) => void, onStart?: (pid: number) => void }} [options]
 * `onOutput` receives what the program prints, which then is not shown; `onStart` its process.
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, shell = false, onOutput, onStart } = {}) {
  return new Promise((resolve, reject) => {
    // between the end of one program and the start of the next: nothing may begin after a request to stop
    if (stoppedBy) return;
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      shell,
      stdio: onOutput ? ["inherit", "pipe", "pipe"] : "inherit",
    });
    running.add(child);
    if (child.pid !== undefined) onStart?.(child.pid);
    for (const stream of onOutput ? /** @type {const} */ (["stdout", "stderr"]) : []) {
      child[stream]?.on("data", (text) => onOutput?.(String(text)));
    }

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
    const forget = () => {
      running.delete(child);
      clearInterval(watch);
      if (!stoppedBy) {
        process.off("SIGINT", stop);
        process.off("SIGTERM", stop);
      } else if (running.size === 0) {
        process.exit(128 + constants.signals[stoppedBy]);
      }
    };

    child.on("error", (error) => {
      forget();
      reject(error);
    });
    child.on("close", (code, signal) => {
      forget();
      if (!stoppedBy) resolve(code ?? 128 + constants.signals[signal ?? "SIGTERM"]);
    });
  });
}

/**
 * Runs npm: the npm that started this script, if any.
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, onOutput?: (text: string) => void }} [options]
 */
export function runNpm(args, options = {}) {
  const script = process.env.npm_execpath ?? "";
  if (script.endsWith("npm-cli.js")) return run(process.execPath, [script, ...args], options);
  // npm is a batch file on Windows, which only a shell can start
  return run("npm", args, { ...options, shell: process.platform === "win32" });
}
