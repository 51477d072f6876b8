import { readFileSync } from "node:fs";
import { Problem } from "./cli.mjs";

/** Refuses a Node.js that is older than package.json asks for. */
export function requireNode(version = process.versions.node) {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
  const minimum = engines.node.replace(">=", "");
  const [major, minor] = version.split(".").map(Number);
  const [wantedMajor, wantedMinor] = minimum.split(".").map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Problem(
    `Myomatch needs Node.js ${minimum} or newer, and this is ${version}. Install a newer one from https://nodejs.org and try again.`,
  );
}
