import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { countTests } from "./side-by-side.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "myomatch-reports-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function ended(code: number, report?: unknown) {
  const file = join(folder, `${Math.random()}.json`);
  if (report) writeFileSync(file, JSON.stringify(report));
  return { step: { name: "A step", script: "step", report: file }, code, output: "" };
}

const unit = { numPassedTests: 40, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
const browser = { stats: { expected: 7, unexpected: 2, flaky: 0, skipped: 0 } };

test("the tests of every report are added up", () => {
  expect(countTests([ended(0, unit), ended(0)])).toBe("40 passed, 0 failed, 2 skipped");
  expect(countTests([ended(0, unit), ended(1, browser)])).toBe("47 passed, 2 failed, 2 skipped");
});

test("a step that failed without a failed test counts as one: nothing that fails is summed up as none", () => {
  expect(countTests([ended(1)])).toBe("0 passed, 1 failed");
  expect(countTests([ended(1, { ...unit, numPendingTests: 0, numTodoTests: 0 })])).toBe("40 passed, 1 failed");
});
