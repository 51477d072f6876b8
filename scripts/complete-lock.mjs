import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Problem, runMain } from "./cli.mjs";
import { runNpm } from "./spawn.mjs";

/**
 * Adds to a lock file the packages for other systems that its packages name and it leaves out. npm leaves them out when
 * the registry at hand does not serve them, and then refuses to install from that lock file anywhere.
 * @typedef {{ version?: string, integrity?: string, link?: boolean, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} LockedPackage
 * @param {Record<string, LockedPackage>} packages
 * @returns {Record<string, LockedPackage>}
 */
export function completePackages(packages) {
  const missing = Object.values(packages).flatMap(({ dev, optionalDependencies = {} }) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !(`node_modules/${name}` in packages))
      .map(([name, version]) => [`node_modules/${name}`, createLockedPackage(name, version, dev)]),
  );
  return Object.fromEntries([...Object.entries(packages), ...missing].sort(([a], [b]) => a.localeCompare(b, "en")));
}

/**
 * The entry for a package that is for one system only and carries that system in its name.
 * @param {string} name such as `@next/swc-linux-x64-musl`
 * @param {string} version
 * @param {boolean} [dev]
 * @returns {LockedPackage}
 */
function createLockedPackage(name, version, dev) {
  const cpu = name.match(/\b(arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|x64|wasm32)\b/)?.[0];
  const libc = name.match(/\b(musl|gnu)/)?.[0].replace("gnu", "glibc");
  const os = name.match(/\b(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)\b/)?.[0];
  if (!cpu) throw new Problem(`${name} does not name the system that it is for: add it to package-lock.json by hand.`);
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

/**
 * The places of the packages that npm would install unchecked, because the lock file has no hash for them. The project
 * itself (the place "") and links are not downloaded.
 * @param {Record<string, LockedPackage>} packages
 * @returns {string[]} such as `node_modules/@next/swc-darwin-arm64`
 */
export function findUnhashedPackages(packages) {
  return Object.entries(packages)
    .filter(([place, { integrity, link }]) => place !== "" && !link && !integrity)
    .map(([place]) => place);
}

/**
 * Adds the hash to each package that has none.
 * @param {Record<string, LockedPackage>} packages
 * @param {(name: string, version: string) => Promise<string>} getIntegrity the hash of a package, from the registry
 * @returns {Promise<Record<string, LockedPackage>>}
 * @throws {Problem} where what it gets is no SHA-512 hash
 */
export async function addIntegrity(packages, getIntegrity) {
  const hashed = { ...packages };
  for (const place of findUnhashedPackages(packages)) {
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    const { version = "", ...others } = packages[place] ?? {};
    const integrity = await getIntegrity(name, version);
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity)) {
      throw new Problem(`The registry gave no SHA-512 hash for ${name} ${version}: run this again where it serves it.`);
    }
    // where npm itself writes it: behind the version
    hashed[place] = { version, integrity, ...others };
  }
  return hashed;
}

/**
 * Asks the registry that npm is set to for the hash of a package.
 * @param {string} name
 * @param {string} version
 */
async function askForIntegrity(name, version) {
  let output = "";
  await runNpm(["view", `${name}@${version}`, "dist.integrity"], { onOutput: (text) => (output += text) });
  return output.trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  runMain(async () => {
    const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
    lock.packages = await addIntegrity(completePackages(lock.packages), askForIntegrity);
    writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
  });
}
