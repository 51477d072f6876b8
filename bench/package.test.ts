import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const lock = readFileSync("bench/package-lock.json", "utf8");

test("the lock file of the tools names no registry, and no tool runs a script when it is installed", () => {
  expect(Object.keys(JSON.parse(lock).packages).length).toBeGreaterThan(50);
  expect(lock).not.toMatch(/"resolved"|"hasInstallScript"|https?:\/\/[^"]*\.tgz/);
});
