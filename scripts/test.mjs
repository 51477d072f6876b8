import { rmSync } from "node:fs";
import { ensureBrowser } from "./browser.mjs";
import { main } from "./cli.mjs";
import { install } from "./install.mjs";
import { requireNode } from "./node-version.mjs";
import { runSideBySide } from "./side-by-side.mjs";
import { steps } from "./steps.mjs";

main(async () => {
  requireNode();
  await install();
  // sought first, so that nobody waits for a build to hear that there is none
  process.env.CHROMIUM_PATH = ensureBrowser();
  console.log(`Browser: ${process.env.CHROMIUM_PATH}`);

  rmSync("test-results", { recursive: true, force: true });
  const { types, lint, imports, data, unit, oneMoreSheet, buildFrozen, browser, build, realLibrary } = steps;
  return runSideBySide([
    // Types are checked in the folder of the build, and so not beside one. The real library is built last: what is
    // built in the end is what `npm start` serves.
    [types, buildFrozen, browser, build, realLibrary, oneMoreSheet],
    [lint, imports, data, unit],
  ]);
});
