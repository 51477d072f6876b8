import { rmSync } from "node:fs";
import { runMain } from "./cli.mjs";
import { requireNode } from "./node-version.mjs";
import { runPhases } from "./phases.mjs";
import { steps } from "./steps.mjs";

// `npm run check`: everything that needs neither a build nor a browser.
runMain(() => {
  requireNode();
  rmSync("test-results", { recursive: true, force: true });
  const { types, lint, imports, data, unit } = steps;
  return runPhases([[[types, lint, imports, data], [unit]]]);
});
