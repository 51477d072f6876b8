import { rmSync } from "node:fs";
import { main } from "./cli.mjs";
import { requireNode } from "./node-version.mjs";
import { runSideBySide } from "./side-by-side.mjs";
import { steps } from "./steps.mjs";

// `npm run check`: everything that needs neither a build nor a browser.
main(() => {
  requireNode();
  rmSync("test-results", { recursive: true, force: true });
  const { types, lint, imports, data, unit } = steps;
  return runSideBySide([[types, lint, imports, data], [unit]]);
});
