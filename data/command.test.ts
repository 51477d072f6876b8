import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// What the commands print is tested with the functions that they run; here, that they are started and how they end. All
// end in the same way, so two of them are started.

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
const files = Object.entries(scripts).flatMap(([name, line]) => {
  const [, file] = /^tsx (data\/\S+)$/.exec(line) ?? [];
  return file ? [{ name, file }] : [];
});

test("every command of the data runs a function that its file exports", () => {
  expect(files.map(({ name }) => name)).toEqual([
    "check:data",
    "library:screen",
    "study:new",
    "study:check",
    "study:form",
    "study:compare",
  ]);
  for (const { file } of files) {
    const text = readFileSync(file, "utf8");
    const [, command] = /\nrunCommand\(import\.meta\.url, (\w+)\);\n$/.exec(text) ?? [];
    expect(text, file).toContain(`export function ${command}(`);
  }
});

/** Starts a command as npm does, by the line that package.json has for it. */
function start(name: string, ...words: string[]) {
  const file = files.find((known) => known.name === name)?.file ?? "";
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", file, ...words], {
    encoding: "utf8",
    // a newer Node may warn of how it was started
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
  });
  return { status, stdout, stderr };
}

test("a command that can do nothing says why, prints nothing else and ends with an error", () => {
  expect(start("study:new", "gone.nbib")).toEqual({ status: 1, stdout: "", stderr: "There is no file gone.nbib.\n" });
});

test("a command takes the words behind its name, prints its answer and ends well", () => {
  expect(start("check:data", "e2e/library")).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^\d+ fact sheets, .* without a fault; library \w+\.\n$/),
    stderr: "",
  });
});
