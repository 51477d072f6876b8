import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests of one folder, for scripts/mutate.mjs, which names it. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: [`${process.env.MUTATED_FOLDER ?? "lib"}/**/*.test.ts`],
    setupFiles: ["scripts/mutate-setup.ts"],
    pool: "threads",
    isolate: false,
    env: { TZ: "UTC" },
    // A test that is only slow must not count as one that notices. Stryker itself ends what runs without end.
    testTimeout: 300_000,
  },
});
