import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // the other half of NODE_ENV below: what JSX becomes in React's development form is not in the form for readers
  oxc: { jsx: { development: false } },
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["{app,components,lib,data,dev,e2e,scripts,bench}/**/*.test.{ts,tsx}"],
    // Modules are loaded once for all files of a thread, not once a file: this halves the time. A test that replaces a
    // module puts it back.
    pool: "threads",
    isolate: false,
    // The usual is one less than there are processors, which of two leaves one idle.
    maxWorkers: "100%",
    // A date or number that reads differently elsewhere is a bug: fix the zone the tests run in.
    // React is that which readers are sent: its development form renders a page three times as slowly.
    env: { TZ: "UTC", NODE_ENV: "production" },
    // Tests that try hundreds of generated cases or start a program take many times longer on a busy machine, and the
    // 5 s of vitest would then fail what is right.
    testTimeout: 120_000,
    // what prepares a test copies the library, makes keys or loads modules anew, and has as long
    hookTimeout: 120_000,
  },
});
