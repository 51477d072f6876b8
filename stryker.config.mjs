// Settings of `npm run mutate`. scripts/mutate.mjs adds the folder that is changed.

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutate.config.ts", related: false },
  // each change is tried with the tests that run through it, and no others
  coverageAnalysis: "perTest",
  // A constant that is set when its file is loaded concerns every test: each would take as long as all tests together.
  ignoreStatic: true,
  incremental: true,
  concurrency: 1,
  thresholds: { high: 95, low: 85, break: 85 },
  reporters: ["progress-append-only", "clear-text"],
  clearTextReporter: { logTests: false, reportTests: false, reportScoreTable: false },
  tempDirName: ".stryker/sandbox",
  // Stryker would rewrite it with the TypeScript package, whose version here has no such functions. It needs no change.
  tsconfigFile: "not-rewritten.json",
  ignorePatterns: [".next", "app", "bench", "components", "dev", "docs", "e2e", "public"],
};
