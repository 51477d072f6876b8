import { fileURLToPath } from "node:url";
import { runMain } from "./cli.mjs";
import { run } from "./spawn.mjs";

/**
 * Runs Next.js with its telemetry off: nobody's work is reported to a third party.
 * @param {string[]} args
 * @param {{ onOutput?: (text: string) => void, onStart?: (pid: number) => void }} [options]
 */
export function runNext(args, options = {}) {
  return run(process.execPath, ["node_modules/next/dist/bin/next", ...args], {
    ...options,
    env: { NEXT_TELEMETRY_DISABLED: "1" },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) runMain(() => runNext(process.argv.slice(2)));
