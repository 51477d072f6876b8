import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";

const dockerfile = readFileSync("Dockerfile", "utf8");
const [, build = "", run = ""] = dockerfile.split(/^FROM .*$/m);

/** The files of the project that a program begins with, and all that these import. */
function listModules(files: readonly string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file)) continue;
    found.add(file);
    const imported = [...readFileSync(file, "utf8").matchAll(/^import .*? from "(\.[^"]*)";$/gm)];
    listModules(
      imported.map(([, path = ""]) => join(dirname(file), path)),
      found,
    );
  }
  return found;
}

/** Where the container has the files that it copies from the folder of the project. A folder is copied as its content. */
function listCopied(stage: string): string[] {
  return [...stage.matchAll(/^COPY (?!--from)(.*) (\S+)$/gm)].flatMap(([, files = "", target = ""]) =>
    files.split(" ").map((file) => (target.endsWith("/") ? join(target, basename(file)) : join(target))),
  );
}

test("the container holds every file of ours that its server imports", () => {
  const start = /^CMD \["node", "([^"]+)", "start"\]$/m.exec(run)?.[1] ?? "";
  const modules = listModules(["next.config.js", start]);
  expect(modules.size).toBeGreaterThanOrEqual(6);
  expect(listCopied(run)).toEqual(expect.arrayContaining([...modules]));
});

test("the record systems can be named when the container is built", () => {
  expect(build).toMatch(/^ARG MYOMATCH_RECORD_SYSTEMS=""$.*^RUN npm run build$/ms);
});
