import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["{app,components,lib,data,e2e,scripts}/**/*.test.{ts,tsx}"],
    // A date or number that reads differently elsewhere is a bug: fix the zone the tests run in.
    env: { TZ: "UTC" },
  },
});
