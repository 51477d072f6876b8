import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { anyHostileJson, anyHostileText, createBlowUps, inheritedKeys } from "@/lib/format/hostile-text.arbitrary";
import { readRecent, writeRecent } from "@/lib/recent-cases/recent-cases";
import { MemoryStorage } from "@/lib/smart/fixtures";
import { keepLaunch, takeLaunch } from "@/lib/smart/pending-launch";
import { LaunchError } from "@/lib/smart/problems";
import { markTheme, themeSetting } from "./theme";
import { getSetting } from "./use-setting";
import { shortcutSetting } from "./use-shortcuts";

// What a device keeps can be changed by whoever uses it, by an extension of the browser and by a fault of the disk.

afterEach(() => vi.unstubAllGlobals());

const wrongTypes = ["", "null", "true", "0", "-1", "1e999", "9".repeat(400), '""', "[]", "{}", "[[[]]]", "undefined"];
/** Whatever may stand in the storage in place of what was written. */
const anyStored = fc.oneof(anyHostileText, anyHostileJson, fc.constantFrom(...wrongTypes, ...inheritedKeys));

/** Puts a text into the storage of the window, whatever key is asked for. */
function storeEverywhere(text: string | null) {
  vi.stubGlobal("window", { localStorage: { getItem: () => text } });
}

test("every key that is kept is attacked here", () => {
  const sources = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
      .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
  );
  expect(sources.length).toBeGreaterThan(400);
  const names = sources.flatMap((source) =>
    [...source.matchAll(/"myomatch:[^"]*"/g)].map(([name]) => name.slice(1, -1)),
  );
  // "fragment", "other-case" and "storage" are names of events, of which nothing is kept
  expect(names.sort()).toEqual([
    "myomatch:fragment",
    "myomatch:launch:",
    "myomatch:other-case",
    "myomatch:recent-cases",
    "myomatch:shortcuts",
    "myomatch:storage",
    "myomatch:theme",
  ]);
});

test("a setting is one of its own values, or the usual one, whatever is kept", () => {
  let tried = 0;
  fc.assert(
    fc.property(anyStored, (text) => {
      storeEverywhere(text);
      for (const setting of [themeSetting, shortcutSetting])
        expect(getSetting<string>(setting)).toBe(setting.values[0]);
      tried += 1;
    }),
    { numRuns: 500 },
  );
  expect(tried).toBe(500);
  storeEverywhere("dark");
  expect(getSetting(themeSetting)).toBe("dark");
  storeEverywhere(" dark");
  expect(getSetting(themeSetting)).toBe("system");
});

test("before a page is painted, it is marked light or dark, or not at all", () => {
  const mark = new Function("localStorage", "document", markTheme);
  const paint = (getItem: () => string | null) => {
    const dataset: Record<string, string> = {};
    mark({ getItem }, { documentElement: { dataset } });
    return dataset;
  };
  expect(paint(() => "dark")).toEqual({ theme: "dark" });
  expect(paint(() => null)).toEqual({});
  const expectNoMark = (text: string) => void expect(paint(() => text)).toEqual({});
  fc.assert(fc.property(anyStored, expectNoMark), { numRuns: 300 });
  const blocked = () => {
    throw new DOMException("Access is denied for this document.", "SecurityError");
  };
  expect(paint(blocked)).toEqual({});
});

test("kept cases: a case that can be read, or a sentence that something was lost", () => {
  const anyList = fc.oneof(
    anyStored,
    fc.array(anyStored, { maxLength: 30 }).map(writeRecent),
    anyHostileJson.map((json) => `{"version":${json},"cases":${json}}`),
    anyHostileJson.map((json) => `{"version":1,"cases":[${json}],"__proto__":${json}}`),
    fc.constantFrom(...wrongTypes).map((value) => `{"version":1,"cases":${value || "null"}}`),
  );
  let lost = 0;
  fc.assert(
    fc.property(anyList, (text) => {
      const { isOn, cases, problem } = readRecent(text);
      expect({ isOn, cases }).toEqual({ isOn: true, cases: [] });
      // Only a list without an entry has lost nothing.
      if (problem === null) expect(JSON.parse(text)).toEqual({ version: 1, cases: [] });
      else {
        expect(problem).toMatch(/^[\w ,.]+\.$/);
        lost += 1;
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: 500 },
  );
  expect(lost).toBeGreaterThan(300);
});

test("a launch that is under way: a sentence that it is not known, and the next launch goes on", () => {
  const now = Date.UTC(2026, 10, 26);
  const launch = {
    issuer: "https://a.example",
    codeVerifier: "verifier",
    tokenEndpoint: "https://a.example/token",
    tokenIssuer: "https://a.example",
    startedAt: now,
  };
  const anyDamaged = fc.oneof(
    anyStored,
    anyHostileJson.map((json) => JSON.stringify(launch).replace(`${now}`, json)),
    anyHostileJson.map((json) => `${JSON.stringify(launch).slice(0, -1)},"more":${json}}`),
  );
  let refused = 0;
  fc.assert(
    fc.property(anyDamaged, fc.oneof(fc.constantFrom(...inheritedKeys), anyHostileText), (text, state) => {
      // Damage may leave a number in place of the time; then it is a launch like others, and its time may be over.
      fc.pre(!/"startedAt":-?[\d.e+-]+\}$/.test(text));
      const storage = new MemoryStorage();
      storage.setItem(`myomatch:launch:${state}`, text);
      let caught: unknown = null;
      try {
        takeLaunch(() => storage, state, now);
      } catch (error) {
        caught = error;
      }
      expect(caught).toBeInstanceOf(LaunchError);
      expect((caught as LaunchError).problem).toEqual({ kind: "state-unknown" });
      keepLaunch(() => storage, "next", launch);
      expect(takeLaunch(() => storage, "next", now)).toEqual(launch);
      refused += 1;
    }),
    { numRuns: 500 },
  );
  expect(refused).toBe(500);
});

test("64 kB of anything end at once, under each key", () => {
  const blowUps = createBlowUps();
  expect(blowUps.length).toBeGreaterThan(50);
  for (const { name, text } of blowUps) {
    storeEverywhere(text);
    expect([getSetting(themeSetting), getSetting(shortcutSetting)], name).toEqual(["system", "on"]);
    expect(readRecent(text).cases, name).toEqual([]);
    const storage = new MemoryStorage();
    storage.setItem("myomatch:launch:x", text);
    expect(() => takeLaunch(() => storage, "x", 0), name).toThrow("does not belong to a launch");
  }
});
