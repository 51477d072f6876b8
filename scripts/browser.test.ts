import { describe, expect, test } from "vitest";
import { ensureBrowser, findBrowser, listSystemPaths, type Machine } from "./browser.mjs";

/** A machine with these browsers on it; what is done to it is noted in `done`. */
function createMachine(browsers: string[], changes: Partial<Machine> = {}) {
  const done: string[] = [];
  const machine: Machine = {
    platform: "linux",
    env: { PATH: "/home/ada/bin:/usr/bin" },
    canStart: (path) => browsers.includes(path),
    playwrightPath: () => "/cache/chromium",
    download: () => void done.push("download"),
    installPackage: () => void done.push("package"),
    ...changes,
  };
  return { machine, browsers, done };
}

describe("the browser to test with", () => {
  test("is the one that CHROMIUM_PATH names, before any other", () => {
    const { machine } = createMachine(["/opt/mine", "/usr/bin/chromium"], { env: { CHROMIUM_PATH: "/opt/mine" } });
    expect(findBrowser(machine)).toBe("/opt/mine");
  });

  test("is never another one in silence when CHROMIUM_PATH is wrong", () => {
    const { machine, done } = createMachine(["/usr/bin/chromium"], { env: { CHROMIUM_PATH: "/opt/none" } });
    expect(() => ensureBrowser(machine)).toThrow(/CHROMIUM_PATH is "\/opt\/none"/);
    expect(done).toEqual([]);
  });

  test("is the system's before Playwright's", () => {
    const { machine } = createMachine(["/cache/chromium", "/usr/bin/google-chrome"]);
    expect(findBrowser(machine)).toBe("/usr/bin/google-chrome");
  });

  test("is a system browser that starts, not the first file of that name", () => {
    const { machine } = createMachine(["/usr/bin/google-chrome-stable"]);
    expect(findBrowser(machine)).toBe("/usr/bin/google-chrome-stable");
  });

  test("is the one Playwright has already downloaded, without another download", () => {
    const { machine, done } = createMachine(["/cache/chromium"]);
    expect(ensureBrowser(machine)).toBe("/cache/chromium");
    expect(done).toEqual([]);
  });

  test("is downloaded when there is none", () => {
    const { machine, browsers, done } = createMachine([]);
    machine.download = () => {
      done.push("download");
      browsers.push("/cache/chromium");
    };
    expect(ensureBrowser(machine)).toBe("/cache/chromium");
    expect(done).toEqual(["download"]);
  });

  test("is the system's package when the download fails", () => {
    const { machine, browsers, done } = createMachine([]);
    machine.installPackage = () => {
      done.push("package");
      browsers.push("/usr/bin/chromium");
    };
    expect(ensureBrowser(machine)).toBe("/usr/bin/chromium");
    expect(done).toEqual(["download", "package"]);
  });

  test("is asked for in one sentence when nothing helps", () => {
    const { machine, done } = createMachine([]);
    expect(() => ensureBrowser(machine)).toThrow(/^The browser tests need Chromium or Chrome: install one, or set/);
    expect(done).toEqual(["download", "package"]);
  });
});

describe("the usual places", () => {
  test("on Linux are the folders of PATH, then the usual folders; first for the browser without windows", () => {
    expect(listSystemPaths({ platform: "linux", env: { PATH: "/home/ada/bin:/usr/bin" } }).slice(0, 5)).toEqual([
      "/home/ada/bin/chromium-headless-shell",
      "/usr/bin/chromium-headless-shell",
      "/usr/local/bin/chromium-headless-shell",
      "/snap/bin/chromium-headless-shell",
      "/home/ada/bin/chromium",
    ]);
  });

  test("on macOS are the applications of the machine and of the user", () => {
    expect(listSystemPaths({ platform: "darwin", env: { HOME: "/Users/ada" } })).toContain(
      "/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    );
  });

  test("on Windows are the program folders, with Edge last", () => {
    const paths = listSystemPaths({ platform: "win32", env: { ProgramFiles: "C:\\Program Files" } });
    expect(paths).toContain("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    expect(paths.at(-1)).toBe("C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe");
  });
});
