import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { countMutants, writeScore } from "./mutation-score.mjs";

const createReport = (...statuses: string[]) => ({
  files: {
    "a.ts": { mutants: statuses.slice(0, 2).map((status) => ({ status })) },
    "b.ts": { mutants: statuses.slice(2).map((status) => ({ status })) },
  },
});

describe("the score of a folder", () => {
  test("counts what a test found out of all that was tried, over all files", () => {
    const report = createReport("Killed", "Killed", "Survived", "Timeout", "NoCoverage", "Ignored", "CompileError");
    expect(countMutants(report)).toEqual({ found: 3, survived: 1, untested: 1, score: 60 });
  });

  const page = "| folder |\n| --- |\n| `lib/a` | old |\n| `lib/ab` | not measured |\n";

  test("goes into the row of that folder, and into no other", () => {
    const counts = countMutants(createReport("Killed", "Killed", "Survived"));
    expect(writeScore(page, "lib/a", counts, "2026-11-26")).toBe(
      "| folder |\n| --- |\n| `lib/a` | 3 | 2 | 1 | 0 | 66.6% | 2026-11-26 |\n| `lib/ab` | not measured |\n",
    );
    expect(() => writeScore(page, "lib/b", counts, "2026-11-26")).toThrow("has no row for lib/b");
  });

  test("is never rounded up to the threshold", () => {
    const counts = { found: 0, survived: 0, untested: 0, score: 84.99 };
    expect(writeScore(page, "lib/a", counts, "2026-11-26")).toContain("| 84.9% |");
  });
});

test("every folder that is tried has a row in docs/mutation.md", () => {
  const [, list = ""] = /const folders = \[(.*)\];/.exec(readFileSync("scripts/mutate.mjs", "utf8")) ?? [];
  const folders = [...list.matchAll(/"([^"]+)"/g)].map(([, folder = ""]) => folder);
  expect(folders).toContain("lib/stats");
  const counts = countMutants(createReport("Killed"));
  const page = readFileSync("docs/mutation.md", "utf8");
  for (const folder of folders) expect(() => writeScore(page, folder, counts, "2026-11-26")).not.toThrow();
});
