import { rmSync } from "node:fs";
import { ensureBrowser } from "./browser.mjs";
import { runMain } from "./cli.mjs";
import { install } from "./install.mjs";
import { requireNode } from "./node-version.mjs";
import { runPhases } from "./phases.mjs";
import { requireNoServer } from "./running-server.mjs";
import { steps } from "./steps.mjs";

runMain(async () => {
  requireNode();
  // the tests build in this folder; told at once and not at the first build
  requireNoServer();
  await install();
  // looked for first, so that a missing browser is reported before the builds and not after them
  process.env.CHROMIUM_PATH = ensureBrowser();
  console.log(`Browser: ${process.env.CHROMIUM_PATH}`);

  rmSync("test-results", { recursive: true, force: true });
  const { types, lint, imports, data, unit, oneMoreSheet, buildFrozen, browser, build, realLibrary } = steps;
  // The browser tests use two cores by themselves, and so do the unit tests: side by side on two cores, each takes
  // several times as long as alone. Types and builds leave a core free most of the time. So the unit tests run beside
  // the first build and the short checks, those with one more sheet beside the second build, and the browser tests have the
  // machine to themselves.
  // Types are checked in the folder of the build, and so not beside one. The real library is built last: what is built
  // in the end is what `npm start` serves.
  return runPhases([
    [[types, buildFrozen, lint, imports, data], [unit]],
    [[browser]],
    [[build, realLibrary], [oneMoreSheet]],
  ]);
});
