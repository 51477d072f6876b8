import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "./cli.mjs";

/** One file for each server that `npm start` has started from this folder: named by its process, with its port. */
const records = ".next/running";

/**
 * Notes that a server runs from this folder.
 * @param {{ pid: number, port: number }} server
 * @param {string} [folder] of the project
 */
export function recordServer({ pid, port }, folder = ".") {
  try {
    mkdirSync(join(folder, records), { recursive: true });
    writeFileSync(join(folder, records, String(pid)), String(port));
  } catch {
    // A folder that nobody can write to is served too, and nobody can build in it.
  }
}

/**
 * The servers that run from this folder. A record is left behind by each that has ended, and then counts for nothing.
 * @param {string} [folder] of the project
 * @returns {{ pid: number, port: number }[]}
 */
export function listServers(folder = ".") {
  /** @type {string[]} */
  let names = [];
  try {
    names = readdirSync(join(folder, records));
  } catch {
    // none was ever started
  }
  return names
    .map((name) => ({ pid: Number(name), port: Number(readFileSync(join(folder, records, name), "utf8")) }))
    .filter(({ pid }) => isRunning(pid));
}

/**
 * Refuses to build where a server runs: it would go on sending the pages it knows, whose scripts are then gone.
 * @param {string} [folder] of the project
 * @throws {Problem}
 */
export function requireNoServer(folder = ".") {
  const [server] = listServers(folder);
  if (!server) return;
  throw new Problem(
    `Not built: a server runs from this folder, on port ${server.port} (process ${server.pid}). A build would take away ` +
      `the scripts of the pages that it sends. Stop it first, or build in another folder. ` +
      `If no such server runs, delete the folder ${records}.`,
  );
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // it runs, and belongs to somebody else
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
