import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { countTests, runPhases, type Step } from "./phases.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "myomatch-reports-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function createEnded(code: number, report?: unknown) {
  const file = join(folder, `${Math.random()}.json`);
  if (report) writeFileSync(file, JSON.stringify(report));
  return { step: { name: "A step", script: "step", report: file }, code, output: "" };
}

const unit = { numPassedTests: 40, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
const browser = { stats: { expected: 7, unexpected: 2, flaky: 0, skipped: 0 } };

test("the tests of every report are added up", () => {
  expect(countTests([createEnded(0, unit), createEnded(0)])).toBe("40 passed, 0 failed, 2 skipped");
  expect(countTests([createEnded(0, unit), createEnded(1, browser)])).toBe("47 passed, 2 failed, 2 skipped");
});

test("a step that failed without a failed test counts as one: nothing that fails is summed up as none", () => {
  expect(countTests([createEnded(1)])).toBe("0 passed, 1 failed");
  expect(countTests([createEnded(1, { ...unit, numPendingTests: 0, numTodoTests: 0 })])).toBe("40 passed, 1 failed");
});

describe("phases", () => {
  /** Runs steps that are named by one letter each; resolves to what began and ended, in order, and the exit code. */
  async function runNamed(phases: string[][], failing = "") {
    vi.spyOn(console, "log").mockImplementation(() => {});
    const happened: string[] = [];
    const toStep = (name: string): Step => ({ name, script: name });
    const code = await runPhases(
      phases.map((lists) => lists.map((names) => [...names].map(toStep))),
      async ({ name }) => {
        happened.push(`begin ${name}`);
        await new Promise((resolve) => setTimeout(resolve));
        happened.push(`end ${name}`);
        return failing.includes(name) ? 1 : 0;
      },
    );
    return { happened, code };
  }
  afterEach(() => vi.restoreAllMocks());

  test("the lists of a phase run side by side, and the next phase begins when all have ended", async () => {
    const { happened, code } = await runNamed([["ab", "x"], ["c"]]);
    expect(happened.slice(0, 2)).toEqual(["begin a", "begin x"]);
    expect(happened.slice(2, 6).sort()).toEqual(["begin b", "end a", "end b", "end x"]);
    expect(happened.slice(6)).toEqual(["begin c", "end c"]);
    expect(code).toBe(0);
  });

  test("a list stops at its first failure, in later phases too, and the other goes on", async () => {
    const { happened, code } = await runNamed([["ab", "xy"], ["c"], ["d", "z"]], "x");
    const ran = happened.filter((it) => it.startsWith("end")).map((it) => it.slice(-1));
    expect(ran.sort()).toEqual(["a", "b", "c", "d", "x"]);
    expect(code).toBe(1);
  });
});
