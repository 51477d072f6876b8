// Settings of `npm run mutate`. scripts/mutate.mjs adds the folder that is changed.

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "folder",
  plugins: ["./scripts/mutation/runner.mjs"],
  // each change is tried with the tests that run through it, and no others
  coverageAnalysis: "perTest",
  // A constant that is set when its file is loaded concerns every test: each would take as long as all tests together.
  ignoreStatic: true,
  incremental: true,
  concurrency: 1,
  // Long: on a busy machine a test that is only slow must not count as one that notices.
  timeoutMS: 20_000,
  reporters: ["progress-append-only", "clear-text"],
  clearTextReporter: { logTests: false, reportTests: false, reportScoreTable: false },
  tempDirName: ".stryker/sandbox",
  // Stryker would rewrite it with the TypeScript package, whose version here has no such functions. It needs no change.
  tsconfigFile: "not-rewritten.json",
  ignorePatterns: [".next", "app", "bench", "components", "dev", "docs", "e2e", "public"],
};
