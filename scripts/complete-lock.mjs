import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Problem, runMain } from "./cli.mjs";

/**
 * Adds to a lock file the packages for other systems that its packages name and it leaves out. npm leaves them out when
 * the registry at hand does not serve them, and then refuses to install from that lock file anywhere.
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} LockedPackage
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  runMain(() => {
    const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
    lock.packages = completePackages(lock.packages);
    writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
  });
}
