import { frozenBuild } from "./frozen-build.mjs";

const unitReport = "test-results/unit.json";

/** The steps of `npm run check` and `npm test`, by what they run. */
export const steps = {
  types: { name: "Types", script: "check:types" },
  lint: { name: "Lint", script: "lint" },
  imports: { name: "Directions of imports", script: "check:imports" },
  data: { name: "Data check", script: "check:data" },
  unit: {
    name: "Unit and property tests",
    script: "test:unit",
    args: ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`],
    report: unitReport,
  },
  oneMoreSheet: { name: "Unit tests with one more sheet", script: "test:one-more-sheet" },
  buildFrozen: {
    name: "Build with the frozen library",
    script: "build",
    args: ["--strict"],
    env: frozenBuild,
  },
  browser: { name: "Browser tests", script: "test:browser", report: "test-results/browser.json" },
  build: { name: "Build", script: "build", args: ["--strict"] },
  realLibrary: {
    name: "Browser tests of the real library",
    script: "test:real-library",
    report: "test-results/real-library.json",
  },
};
