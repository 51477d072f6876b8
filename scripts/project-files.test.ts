import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(path, "utf8");
const { version, license } = JSON.parse(read("package.json")) as { version: string; license: string };

test("CITATION.cff names the version of the program and its licence, and so does the lock file", () => {
  expect(read("CITATION.cff")).toContain(`\nversion: ${version}\nlicense: ${license}\n`);
  expect(JSON.parse(read("package-lock.json"))).toMatchObject({ version, packages: { "": { version, license } } });
});

test("the changelog has a part for the version, with its date", () => {
  expect(read("CHANGELOG.md")).toMatch(new RegExp(`^## ${version.replaceAll(".", "\\.")}, \\d{4}-\\d{2}-\\d{2}$`, "m"));
});

test("the licences are those that the pages name", () => {
  expect(license).toBe("Apache-2.0");
  expect(read("LICENSE")).toMatch(/^\s*Apache License\s+Version 2\.0/);
  expect(read("data/LICENSE")).toMatch(/^SPDX-License-Identifier: CC-BY-4\.0\n/);
});

test("the telemetry of the framework is off, as it says itself", () => {
  const status = execFileSync(process.execPath, ["scripts/next.mjs", "telemetry", "status"], { encoding: "utf8" });
  expect(status).toMatch(/Status: .*Disabled/);
});
