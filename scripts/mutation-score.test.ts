import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { coreFolders } from "./mutation/core-tests.mjs";
import { countMutants, measureScore, writeScores } from "./mutation-score.mjs";

const createFile = (...statuses: string[]) => ({ mutants: statuses.map((status) => ({ status })) });
const date = "2026-11-26";

test("a change is found where a test failed or ran without end; what was left out does not count", () => {
  const files = [
    createFile("Killed", "Killed", "Ignored"),
    createFile("Survived", "Timeout", "NoCoverage", "CompileError"),
  ];
  const count = countMutants(files);
  expect(count).toEqual({ found: 3, survived: 1, untested: 1 });
  expect(measureScore(count)).toBe(60);
  expect(measureScore(countMutants([]))).toBeNaN();
});

describe("the table of scores", () => {
  const page = [
    "Before.\n\n| file | changes |\n| --- | --- |\n",
    "| **lib/b**, 0 of 1 files | 0 | 0 | 0 | 0 | nothing to change | 2026-01-01 |\n",
    "| `lib/b/one.ts` | not measured | | | | | |\n",
    "\nAfter.\n",
  ].join("");
  const sources = ["lib/a/one.ts", "lib/a/two.ts"];
  const write = (text: string, file: string, found: number, survived: number, untested = 0) =>
    writeScores(text, "lib/a", new Map([[file, { found, survived, untested }]]), sources, date);

  test("has a row for each file, and the sum of those that were measured, and leaves other folders alone", () => {
    const first = write(page, "lib/a/two.ts", 2, 1);
    expect(first.total).toEqual({ found: 2, survived: 1, untested: 0 });
    expect(first.page).toBe(
      [
        "Before.\n\n| file | changes |\n| --- | --- |\n",
        "| **lib/a**, 1 of 2 files | 3 | 2 | 1 | 0 | 66.6% | 2026-11-26 |\n",
        "| `lib/a/one.ts` | not measured | | | | | |\n",
        "| `lib/a/two.ts` | 3 | 2 | 1 | 0 | 66.6% | 2026-11-26 |\n",
        "| **lib/b**, 0 of 1 files | 0 | 0 | 0 | 0 | nothing to change | 2026-01-01 |\n",
        "| `lib/b/one.ts` | not measured | | | | | |\n",
        "\nAfter.\n",
      ].join(""),
    );
    const second = write(first.page, "lib/a/one.ts", 7, 0, 1);
    expect(second.total).toEqual({ found: 9, survived: 1, untested: 1 });
    expect(second.page).toContain("| **lib/a**, 2 of 2 files | 11 | 9 | 1 | 1 | 81.8% | 2026-11-26 |\n");
    expect(second.page).toContain("| `lib/a/two.ts` | 3 | 2 | 1 | 0 | 66.6% | 2026-11-26 |\n");
    expect(second.page).toContain("nothing to change | 2026-01-01 |\n");
  });

  test("has no row of a file that is gone", () => {
    const gone = writeScores(write(page, "lib/a/two.ts", 2, 1).page, "lib/a", new Map(), ["lib/a/one.ts"], date);
    expect(gone.page).not.toContain("two.ts");
    expect(gone.page).toContain("| **lib/a**, 0 of 1 files | not measured | | | | | |\n");
    expect(gone.total).toEqual({ found: 0, survived: 0, untested: 0 });
  });

  test("never rounds up to the least score", () => {
    expect(write(page, "lib/a/one.ts", 1699, 300).page).toContain("| 84.9% |");
  });

  test("is on the page, and names each folder of the core", () => {
    expect(coreFolders).toContain("lib/stats");
    const written = readFileSync("docs/mutation.md", "utf8");
    for (const folder of coreFolders) expect(written).toMatch(new RegExp(`^\\| \\*\\*${folder}\\*\\*, `, "m"));
    expect(() => writeScores("no table", "lib/a", new Map(), sources, date)).toThrow("has no table");
  });
});
