import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { addIntegrity, completePackages, findUnhashedPackages } from "./complete-lock.mjs";

const text = readFileSync("package-lock.json", "utf8");
const { packages } = JSON.parse(text);

test("package-lock.json names no registry, so that it installs from any", () => {
  expect(text).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
});

test("package-lock.json lists the packages for every system; if not, run: npm run lock:complete", () => {
  expect(Object.keys(packages)).toEqual(Object.keys(completePackages(packages)));
});

test("package-lock.json has a hash for every package; if not, run: npm run lock:complete", () => {
  expect(Object.keys(packages).length).toBeGreaterThan(200);
  expect(findUnhashedPackages(packages)).toEqual([]);
});

test("a package for another system is added with that system", () => {
  const biome = { version: "2.6.8", dev: true, optionalDependencies: { "@biomejs/cli-linux-x64-musl": "2.6.8" } };
  expect(
    completePackages({ "node_modules/@biomejs/biome": biome })["node_modules/@biomejs/cli-linux-x64-musl"],
  ).toEqual({ version: "2.6.8", cpu: ["x64"], dev: true, libc: ["musl"], optional: true, os: ["linux"] });
});

describe("the hashes of packages", () => {
  const hash = `sha512-${"A".repeat(86)}==`;
  const root = { version: "1.0.0" };
  const link = { link: true };
  const hashed = { version: "2.0.0", integrity: `sha512-${"B".repeat(86)}==` };

  test("only what is downloaded needs one", () => {
    const named = { "": root, "node_modules/here": link, "node_modules/a": hashed, "node_modules/b": root };
    expect(findUnhashedPackages(named)).toEqual(["node_modules/b"]);
  });

  test("each that is missing is asked for by name and version, and the others stay", async () => {
    const asked: string[] = [];
    const getIntegrity = (name: string, version: string) => {
      asked.push(`${name} ${version}`);
      return Promise.resolve(hash);
    };
    const before = {
      "": root,
      "node_modules/a": hashed,
      "node_modules/a/node_modules/@b/c": { version: "3.1.0", cpu: ["x64"] },
    };
    expect(await addIntegrity(before, getIntegrity)).toEqual({
      ...before,
      "node_modules/a/node_modules/@b/c": { version: "3.1.0", integrity: hash, cpu: ["x64"] },
    });
    expect(asked).toEqual(["@b/c 3.1.0"]);
  });

  test.each(["", "npm error code E404", "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=", `${hash} and more`])(
    "what is no SHA-512 hash is not written: %j",
    async (answer) => {
      await expect(addIntegrity({ "node_modules/b": root }, () => Promise.resolve(answer))).rejects.toThrow(
        "The registry gave no SHA-512 hash for b 1.0.0: run this again where it serves it.",
      );
    },
  );
});
