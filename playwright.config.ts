import { defineConfig } from "@playwright/test";
import { browserFlags, findBrowser } from "./scripts/browser.mjs";

const executablePath = findBrowser();
// told to the workers, so that they need not look again
if (executablePath) process.env.CHROMIUM_PATH = executablePath;

const port = Number(process.env.TEST_PORT || 3210);
const baseURL = `http://localhost:${port}`;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    baseURL,
    // a test looks at what the server gives; that a device saves it is the subject of those that use e2e/network.ts
    serviceWorkers: "block",
    locale: "en-GB",
    timezoneId: "UTC",
    // recording every test to keep a few costs a third of the time; `npx playwright test --trace on` records
    trace: "off",
    launchOptions: { ...(executablePath && { executablePath }), args: browserFlags },
  },
  projects: [
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    {
      name: "desktop",
      // what a device saves, and how it is brought up to date, does not depend on its size
      testIgnore: /(offline|update)\.spec\.ts$/,
      use: { viewport: { width: 1280, height: 800 } },
    },
  ],
  webServer: {
    command: `node scripts/next.mjs start --port ${port}`,
    url: baseURL,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
