import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Locked = { dev?: boolean; version?: string; license?: string; hasInstallScript?: boolean };
type Manifest = { dependencies: Record<string, string>; allowScripts: Record<string, boolean> };

const manifest: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
const locked = Object.entries<Locked>(JSON.parse(readFileSync("package-lock.json", "utf8")).packages).filter(
  ([path]) => path !== "",
);

/** Licences under which a package may be passed on with the product. LGPL is for libvips alone, which nothing here uses. */
const inProduction = ["MIT", "MIT-0", "Apache-2.0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "CC-BY-4.0"];
/** Licences of tools, which are not passed on. */
const inDevelopment = [...inProduction, "MPL-2.0", "BlueOak-1.0.0"];

/** Packages of tools with terms of their own, read: BSD with a notice of UCUM and LOINC. */
const withOwnTerms = ["node_modules/@lhncbc/ucum-lhc"];

/** "MIT OR Apache-2.0" lets us choose, "Apache-2.0 AND MIT" asks for both. */
function isAllowed(license: string, allowed: readonly string[]): boolean {
  return license.split(" OR ").some((choice) => choice.split(" AND ").every((one) => allowed.includes(one)));
}

test("every package that is installed has a licence that allows its use", () => {
  const named = locked.filter(([, { license }]) => license !== undefined);
  expect(named.length).toBeGreaterThan(400);
  const refused = named.filter(([path, { dev, license = "" }]) => {
    if (dev && withOwnTerms.includes(path)) return false;
    if (path.startsWith("node_modules/@img/sharp"))
      return !license.includes("LGPL-3.0-or-later") && !isAllowed(license, inProduction);
    return !isAllowed(license, dev ? inDevelopment : inProduction);
  });
  expect(refused.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

test("every package that runs in production names its licence, in the lock and in what is installed", () => {
  const production = locked.filter(([, { dev }]) => !dev);
  expect(production.length).toBeGreaterThan(100);
  // Programs for other systems than that on which the lock was written: parts of Next.js, under its licence.
  const unnamed = production.filter(([, { license }]) => license === undefined).map(([path]) => path);
  expect(unnamed.filter((path) => !/^node_modules\/@next\/swc-[\w-]+$/.test(path))).toEqual([]);
  const installed = production.filter(([path]) => existsSync(`${path}/package.json`));
  expect(installed.length).toBeGreaterThan(70);
  for (const [path, { license }] of installed)
    expect(JSON.parse(readFileSync(`${path}/package.json`, "utf8")).license, path).toBe(license);
  for (const name of Object.keys(manifest.dependencies))
    expect(installed.map(([path]) => path)).toContain(`node_modules/${name}`);
});

test("what runs in production is of one exact version, the one that is locked", () => {
  const versions = new Map(locked.map(([path, { version }]) => [path.replace("node_modules/", ""), version]));
  const wanted = Object.entries(manifest.dependencies);
  expect(wanted.length).toBeGreaterThan(5);
  for (const [name, version] of wanted) expect(versions.get(name), name).toBe(version);
});

test("no package needs to run a script when it is installed", () => {
  const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  expect(scripted.length).toBeGreaterThan(0);
  for (const path of scripted)
    expect(manifest.allowScripts, path).toHaveProperty([path.replace("node_modules/", "")], false);
});
