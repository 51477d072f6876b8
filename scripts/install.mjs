import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "./cli.mjs";
import { runNpm } from "./spawn.mjs";

/**
 * Installs the packages that a package-lock.json lists, unless they are all in place.
 * @param {string} folder where that file is
 */
export async function install(folder = ".") {
  const present = readPackages(join(folder, "node_modules/.package-lock.json"));
  if (isInstalled(readPackages(join(folder, "package-lock.json")), present)) return;
  console.log("Installing packages ...");
  // build and tests need the development packages, even where NODE_ENV says production
  // what npm has kept is taken without asking: without a network it would ask for minutes
  const args = ["ci", "--include=dev", "--prefer-offline", ...(folder === "." ? [] : ["--prefix", folder])];
  const code = await runNpm(args);
  if (code !== 0) {
    throw new Problem(
      `The packages could not be installed; npm says why above. With a network connection, try again: npm ${args.join(" ")}`,
    );
  }
}

/**
 * Whether the installed packages are the wanted ones. Packages for other systems are never installed, so they may be absent.
 * @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} Packages
 * @param {Packages} locked as package-lock.json lists them
 * @param {Packages} present as npm lists what it has put into node_modules
 */
export function isInstalled(locked, present) {
  return Object.entries(locked).every(([path, { version, optional, devOptional }]) => {
    if (path === "") return true;
    const found = present[path];
    return found ? found.version === version : Boolean(optional || devOptional);
  });
}

/**
 * @param {string} file
 * @returns {Packages}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    // npm writes its list last: without a readable one there is no finished installation
    return {};
  }
}
