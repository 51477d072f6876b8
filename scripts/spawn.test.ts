import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "./spawn.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "myomatch-spawn-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const runProgram = (program: string) => run(process.execPath, ["-e", program], { onOutput: () => {} });

test("the exit code of the program is handed on", async () => {
  expect(await runProgram("process.exit(7)")).toBe(7);
  expect(await runProgram("")).toBe(0);
});

test("what cannot be started is an error", () => expect(run(join(folder, "nothing"), [])).rejects.toThrow("ENOENT"));

/** A program that prints that it runs, and needs a while to end when it is asked to. */
const createProgram = (milliseconds: number, ended: string) => `
  const end = () => setTimeout(() => {
    require("node:fs").writeFileSync(${JSON.stringify(ended)}, "");
    process.exit();
  }, ${milliseconds});
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  setInterval(() => {}, 1000);
  console.log("runs");
`;

test.each([
  ["SIGTERM", 143],
  ["SIGINT", 130],
] as const)("%s stops both of two programs, the slower one too, and starts no other", async (signal, code) => {
  const files = ["quick", "slow", "next"].map((name) => join(folder, name));
  const [quick = "", slow = "", next = ""] = files;
  const script = join(folder, "script.mjs");
  writeFileSync(
    script,
    `import { run } from ${JSON.stringify(pathToFileURL("scripts/spawn.mjs").href)};
    const onOutput = (text) => process.stdout.write(text);
    const start = (program) => run(process.execPath, ["-e", program], { onOutput });
    start(${JSON.stringify(createProgram(0, quick))}).then(() => start(${JSON.stringify(createProgram(0, next))}));
    start(${JSON.stringify(createProgram(500, slow))});`,
  );
  const stopped = spawn(process.execPath, [script]);
  let output = "";
  stopped.stdout.on("data", (text) => {
    output += text;
    if (output === "runs\nruns\n") stopped.kill(signal);
  });
  const ended = await new Promise((resolve) => stopped.on("close", resolve));
  expect(ended).toBe(code);
  expect(output).toBe("runs\nruns\n");
  expect([quick, slow].map((file) => readFileSync(file, "utf8"))).toEqual(["", ""]);
});
