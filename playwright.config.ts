import { defineConfig } from "@playwright/test";
import { browserFlags, findBrowser, testFlags } from "./scripts/browser.mjs";
import { frozenBuild, getRecordPort, recordOrigin } from "./scripts/frozen-build.mjs";

const executablePath = findBrowser();
// passed on to the workers, which need not look again
if (executablePath) process.env.CHROMIUM_PATH = executablePath;

const port = Number(process.env.TEST_PORT || 3210);
const baseURL = `http://localhost:${port}`;

/** Leads the browser to the record system of the tests, whatever port they have; every other host stays unknown to it. */
const findRecord = `MAP ${new URL(recordOrigin).hostname}:80 127.0.0.1:${getRecordPort(port)}`;
const args = [...browserFlags, ...testFlags].map((flag) =>
  flag.replace(/^--host-resolver-rules=/, `$&${findRecord}, `),
);

/**
 * How the browser tests run.
 * @param build the environment to build with
 * @param report the name of the folder and file of results, in test-results
 */
export const configure = (build: Record<string, string>, report: string) =>
  defineConfig({
    testDir: "e2e",
    testMatch: "*.spec.ts",
    outputDir: `test-results/${report}`,
    workers: 2,
    fullyParallel: true,
    retries: 0,
    forbidOnly: Boolean(process.env.CI),
    // a test looks at many things in one window, and on a busy machine each takes ten times as long
    timeout: 180_000,
    expect: { timeout: 20_000 },
    reporter: [["list"], ["json", { outputFile: `test-results/${report}.json` }]],
    use: {
      baseURL,
      // a test looks at what the server gives; that a device saves it is the subject of those that use e2e/network.ts
      serviceWorkers: "block",
      locale: "en-GB",
      timezoneId: "UTC",
      // recording every test to keep a few costs a third of the time; `npx playwright test --trace on` records
      trace: "off",
      launchOptions: { ...(executablePath && { executablePath }), args },
    },
    // A test runs once, on a wide screen, unless its claim depends on the size of the screen.
    projects: [
      { name: "wide", grepInvert: /@phone/, use: { viewport: { width: 1280, height: 800 } } },
      {
        name: "phone",
        grep: /@phone|@both/,
        use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      },
    ],
    webServer: {
      // builds first where the last build was not of this library and this program
      command: "node scripts/start.mjs",
      env: { PORT: `${port}`, ...build },
      url: baseURL,
      timeout: 300_000,
      reuseExistingServer: false,
      gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    },
  });

/** The tests of the program, with a library that stays as it is. */
export default { ...configure(frozenBuild, "browser"), testIgnore: "real-library.spec.ts" };
