import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { posix, win32 } from "node:path";
import { Problem } from "./cli.mjs";

/**
 * Chromium without windows: of each new context of a test, the browser with windows draws one with its bars, which takes
 * a second of a processor, and here a quarter of it.
 */
const shell = "chromium-headless-shell";

/** How Chromium is started: without first-run dialogs, and without a request to any host but this one. */
export const browserFlags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
  // Chromium refuses to start as root inside its own sandbox
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** What spares processors where many tests keep all of them busy. A reader's browser has none of it, nor has the bench. */
export const testFlags = [
  // V8 alone on its thread takes a quarter less of a processor to start a page.
  "--js-flags=--single-threaded",
  // The pages of a test share a process: each of its own would start anew what the others have compiled.
  "--process-per-site",
];

/**
 * What choosing a browser asks of a machine and does to it; tests hand in one of their own.
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Record<string, string | undefined>} env
 * @property {(path: string) => boolean} canStart whether a file is there and is a browser that starts
 * @property {() => string} playwrightPath where Playwright keeps its own browser, there or not
 * @property {() => void} download has Playwright download its browser; may fail
 * @property {() => void} installPackage installs the system's Chromium where that is allowed; may fail
 */

/**
 * The Chromium to test with, or undefined: the one `CHROMIUM_PATH` names, else the system's, else Playwright's.
 * @param {Machine} machine
 */
export function findBrowser(machine = thisMachine) {
  const named = machine.env.CHROMIUM_PATH;
  if (named) {
    if (machine.canStart(named)) return named;
    throw new Problem(`CHROMIUM_PATH is "${named}", which is not a browser that starts. Correct it or leave it out.`);
  }
  return [...listSystemPaths(machine), machine.playwrightPath()].find(machine.canStart);
}

/**
 * The Chromium to test with, installed if need be: Playwright's own, else the system's package.
 * @param {Machine} machine
 * @returns {string}
 */
export function ensureBrowser(machine = thisMachine) {
  for (const prepare of [() => {}, machine.download, machine.installPackage]) {
    prepare();
    const found = findBrowser(machine);
    if (found) return found;
  }
  throw new Problem(
    "The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to the address of one that you have.",
  );
}

/**
 * Where Chromium and its variants usually are, the best first.
 * @param {Pick<Machine, "platform" | "env">} machine
 * @returns {string[]}
 */
export function listSystemPaths({ platform, env }) {
  if (platform === "win32") {
    const roots = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = ["Chromium\\Application\\chrome.exe", "Google\\Chrome\\Application\\chrome.exe"];
    // every Windows has Edge, which is a Chromium
    programs.push("Microsoft\\Edge\\Application\\msedge.exe");
    return programs.flatMap((program) => roots.map((root) => win32.join(root, program)));
  }
  if (platform === "darwin") {
    return ["Chromium", "Google Chrome"].flatMap((app) =>
      ["", env.HOME ?? ""].map((home) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`),
    );
  }
  const folders = [...(env.PATH ?? "").split(":"), "/usr/bin", "/usr/local/bin", "/snap/bin"].filter(Boolean);
  return [shell, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"].flatMap((name) =>
    [...new Set(folders)].map((folder) => posix.join(folder, name)),
  );
}

const require = createRequire(import.meta.url);
const minute = 60_000;

/** @type {Machine} */
const thisMachine = {
  platform: process.platform,
  env: process.env,

  canStart(path) {
    if (!existsSync(path)) return false;
    // on Windows a browser asked for its version opens a window instead
    if (process.platform === "win32") return true;
    return spawnSync(path, ["--version"], { stdio: "ignore", timeout: minute }).status === 0;
  },

  playwrightPath: () => require("@playwright/test").chromium.executablePath(),

  download() {
    console.log("No Chromium here: downloading Playwright's ...");
    const cli = require.resolve("@playwright/test/cli");
    const { status } = spawnSync(process.execPath, [cli, "install", "chromium"], {
      // of its errors it is enough to know that there were some
      stdio: ["ignore", "inherit", "ignore"],
      timeout: 10 * minute,
      // a closed network must show at once, not after half a minute for each try
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "5000", ...process.env },
    });
    if (status !== 0) console.log("The download did not work.");
  },

  installPackage() {
    if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
    console.log("Installing the system's Chromium ...");
    const options = /** @type {const} */ ({
      stdio: "inherit",
      timeout: 10 * minute,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    spawnSync("apt-get", ["update"], options);
    // not every system has the smaller package
    for (const name of [shell, "chromium"])
      if (spawnSync("apt-get", ["install", "-y", name], options).status === 0) return;
  },
};
