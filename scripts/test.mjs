import { readFileSync, rmSync } from "node:fs";
import { ensureBrowser } from "./browser.mjs";
import { main, Problem } from "./cli.mjs";
import { install } from "./install.mjs";
import { requireNode } from "./node-version.mjs";
import { npm } from "./spawn.mjs";

const unitReport = "test-results/unit.json";
const browserReport = "test-results/browser.json";

const steps = [
  { name: "Types", script: "check:types" },
  { name: "Lint", script: "lint" },
  { name: "Data check", script: "check:data" },
  {
    name: "Unit and property tests",
    script: "test:unit",
    args: ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`],
  },
  { name: "Build", script: "build", args: ["--strict"] },
  { name: "Browser tests", script: "test:browser" },
];

main(async () => {
  requireNode();
  heading("Packages");
  await install();
  heading("Browser");
  // sought first, so that nobody waits for a build to hear that there is none
  process.env.CHROMIUM_PATH = ensureBrowser();
  console.log(process.env.CHROMIUM_PATH);

  rmSync("test-results", { recursive: true, force: true });
  for (const { name, script, args = [] } of steps) {
    heading(name);
    const code = await npm(["run", "--silent", script, "--", ...args]);
    if (code !== 0) throw new Problem(`Stopped at: ${name}. This step alone: npm run ${script}`);
  }
  printTotal();
});

/** @param {string} name */
function heading(name) {
  console.log(`\n== ${name} ==`);
}

function printTotal() {
  const unit = JSON.parse(readFileSync(unitReport, "utf8"));
  const browser = JSON.parse(readFileSync(browserReport, "utf8")).stats;
  const passed = unit.numPassedTests + browser.expected;
  const skipped = unit.numPendingTests + unit.numTodoTests + browser.skipped;
  console.log(`\n${passed} passed, 0 failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
}
