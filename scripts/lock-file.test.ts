import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { completePackages } from "./complete-lock.mjs";

const text = readFileSync("package-lock.json", "utf8");

test("package-lock.json names no registry, so that it installs from any", () => {
  expect(text).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
});

test("package-lock.json lists the packages for every system; if not, run: npm run lock:complete", () => {
  const { packages } = JSON.parse(text);
  expect(Object.keys(packages)).toEqual(Object.keys(completePackages(packages)));
});

test("a package for another system is added with that system", () => {
  const biome = { version: "2.6.8", dev: true, optionalDependencies: { "@biomejs/cli-linux-x64-musl": "2.6.8" } };
  expect(
    completePackages({ "node_modules/@biomejs/biome": biome })["node_modules/@biomejs/cli-linux-x64-musl"],
  ).toEqual({ version: "2.6.8", cpu: ["x64"], dev: true, libc: ["musl"], optional: true, os: ["linux"] });
});
