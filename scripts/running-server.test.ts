import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listServers, recordServer, requireNoServer } from "./running-server.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "myomatch-running-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("while a server runs from a folder, nothing is built there, and a sentence says which server", () => {
  requireNoServer(folder);
  recordServer({ pid: process.pid, port: 3456 }, folder);
  expect(listServers(folder)).toEqual([{ pid: process.pid, port: 3456 }]);
  expect(() => requireNoServer(folder)).toThrow(
    `a server runs from this folder, on port 3456 (process ${process.pid}). A build would take away the scripts`,
  );
});

test("a server that has ended, however it ended, forbids nothing", async () => {
  const server = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  recordServer({ pid: server.pid as number, port: 3456 }, folder);
  expect(listServers(folder)).toHaveLength(1);
  server.kill("SIGKILL");
  await new Promise((resolve) => server.on("close", resolve));
  expect(listServers(folder)).toEqual([]);
  requireNoServer(folder);
});

test("a folder that cannot be written to is served all the same", () => {
  writeFileSync(join(folder, ".next"), "a file where the folder would be");
  recordServer({ pid: process.pid, port: 3456 }, folder);
  expect(listServers(folder)).toEqual([]);
});
