import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { coreFolders, listTests } from "./core-tests.mjs";
import * as vitest from "./vitest";

test("what the tests of the core use of vitest is there when `npm run mutate` runs them", () => {
  const tests = coreFolders.flatMap(listTests);
  expect(tests.length).toBeGreaterThan(60);
  const missing = tests.flatMap((path) => {
    const text = readFileSync(path, "utf8");
    const imported = text.match(/^import \{ ([^}]*) \} from "vitest";$/m)?.[1]?.split(", ") ?? ["no import found"];
    const members = [...text.matchAll(/\bvi\.(\w+)/g)].map(([, member = ""]) => member);
    return [
      ...imported.filter((name) => !(name in vitest)),
      ...members.filter((member) => !(member in vitest.vi)).map((member) => `vi.${member}`),
    ].map((name) => `${path}: ${name}`);
  });
  expect(missing).toEqual([]);
});
