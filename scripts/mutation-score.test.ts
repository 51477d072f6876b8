import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { countMutants, writeScore } from "./mutation-score.mjs";

const createReport = (...statuses: string[]) => ({
  files: {
    "lib/a/one.ts": { mutants: statuses.slice(0, 2).map((status) => ({ status })) },
    "lib/a/two.ts": { mutants: statuses.slice(2).map((status) => ({ status })) },
  },
});
const sources = ["lib/a/one.ts", "lib/a/two.ts"];
const date = "2026-11-26";

describe("the score of a folder", () => {
  test("counts what a test found out of all that was tried, over all files", () => {
    const report = createReport("Killed", "Killed", "Survived", "Timeout", "NoCoverage", "Ignored", "CompileError");
    expect(countMutants(report)).toEqual({ found: 3, survived: 1, untested: 1, score: 60 });
  });

  const page = "| folder |\n| --- |\n| `lib/a` | old |\n| `lib/ab` | not measured |\n";

  test("goes into the row of that folder, and into no other", () => {
    const report = createReport("Killed", "Killed", "Survived");
    expect(writeScore(page, "lib/a", report, sources, date)).toBe(
      "| folder |\n| --- |\n| `lib/a` | all | 3 | 2 | 1 | 0 | 66.6% | 2026-11-26 |\n| `lib/ab` | not measured |\n",
    );
    expect(() => writeScore(page, "lib/b", report, sources, date)).toThrow("has no row for lib/b");
  });

  test("names the files that were tried where others were not", () => {
    const written = writeScore(page, "lib/a", createReport("Killed"), [...sources, "lib/a/three.ts"], date);
    expect(written).toContain("| `lib/a` | one, two (2 of 3) | 1 | 1 |");
  });

  test("is never rounded up to the threshold", () => {
    const found = Array.from({ length: 1699 }, () => "Killed");
    const survived = Array.from({ length: 300 }, () => "Survived");
    expect(writeScore(page, "lib/a", createReport(...found, ...survived), sources, date)).toContain("| 84.9% |");
  });
});

test("every folder that is tried has a row in docs/mutation.md", () => {
  const [, list = ""] = /const folders = \[(.*)\];/.exec(readFileSync("scripts/mutate.mjs", "utf8")) ?? [];
  const folders = [...list.matchAll(/"([^"]+)"/g)].map(([, folder = ""]) => folder);
  expect(folders).toContain("lib/stats");
  const page = readFileSync("docs/mutation.md", "utf8");
  for (const folder of folders) {
    expect(() => writeScore(page, folder, createReport("Killed"), sources, date)).not.toThrow();
  }
});
