import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listConnectOrigins, readRecordSystems } from "../lib/smart/settings.mjs";
import { findRefusedWriting, Problem, runMain } from "./cli.mjs";
import { writeFirstStyles } from "./first-styles.mjs";
import { runNext } from "./next.mjs";
import { MOST_FIRST_LOAD, measureFirstLoad } from "./page-size.mjs";
import { protectPages } from "./protect-pages.mjs";
import { requireNoServer } from "./running-server.mjs";
import { buildServiceWorker } from "./service-worker.mjs";
import { runNpm } from "./spawn.mjs";

const stamp = ".next/inputs.sha256";

/** What is in the project's folder and does not change the build: made by it, or only for tests. */
const noInput =
  /^(node_modules|bench|dev|e2e|reliability|test-results|playwright-report|next-env\.d\.ts|sw\.js)$|^(playwright|vitest)\b.*\.config\.ts$|\.md$|\.tsbuildinfo$|\.test\.tsx?$/;

/** Warnings about the machine and not about the app: one that keeps no cache between builds. */
const harmless = /No build cache found/;

/** The folder that the study library is read from; lib/study/load.ts reads the same variable. */
const library = join("data", process.env.MYOMATCH_LIBRARY || "");

/**
 * Checks the data, then builds the app and the service worker that saves it on a device.
 * @param {{ strict?: boolean }} [options] `strict` makes a warning, or a first page that is too large, fail the build.
 */
export async function build({ strict = false } = {}) {
  requireNoServer();
  const inputs = hashInputs();
  rmSync(stamp, { force: true });

  if ((await runNpm(["run", "--silent", "check:data", "--", library])) !== 0) {
    throw new Problem("Not built: the faults listed above are in the data. See them again: npm run check:data");
  }
  let output = "";
  process.env.BUILD_NAME = inputs.slice(0, 16);
  const code = await runNext(["build"], {
    onOutput: (text) => {
      process.stdout.write(text);
      output += text;
    },
  });
  if (code !== 0) throw new Problem(findRefusedWriting(output, ".next") ?? "Not built: the reason stands above.");

  const warnings = output.split("\n").filter((line) => /⚠|\bwarn/i.test(line) && !harmless.test(line));
  if (strict && warnings.length > 0) throw new Problem(["The build gives warnings:", ...warnings].join("\n"));

  writeFirstStyles();
  const size = measureFirstLoad("index");
  console.log(
    `The first page is ${size.toFixed(0)} kB compressed beside Next.js itself; at most ${MOST_FIRST_LOAD} kB.`,
  );
  if (strict && size > MOST_FIRST_LOAD) {
    throw new Problem(
      "The first page is too large: docs/decisions/0032-what-a-first-visit-is-sent.md says what weighs what.",
    );
  }

  const pages = protectPages({ "/launch": listConnectOrigins(readRecordSystems(process.env)) });
  console.log(`${pages} pages run only the scripts that were built for them.`);
  const { files, bytes } = await buildServiceWorker();
  console.log(`A device saves ${files} files, ${(bytes / 1e6).toFixed(1)} MB, to work without a network.`);
  writeFileSync(stamp, inputs);
}

/** Builds the app, unless the last build was made from what is here now. */
export async function buildIfChanged() {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hashInputs()) return;
  console.log("Building ...");
  await build();
}

/** One value for everything that a build is made from: a build of another library is another build. */
function hashInputs() {
  // the record systems are written into pages and headers; lib/smart/settings.mjs reads the same variable
  const hash = createHash("sha256")
    .update(library)
    .update(process.env.MYOMATCH_RECORD_SYSTEMS ?? "");
  for (const file of [...listInputFiles("."), ...listInputFiles(library)])
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function listInputFiles(folder) {
  return readdirSync(folder)
    .filter((name) => !noInput.test(name) && (!name.startsWith(".") || name.startsWith(".env")))
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? listInputFiles(path) : [path]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  runMain(() => {
    if (process.argv.includes("--if-changed")) return buildIfChanged();
    return build({ strict: process.argv.includes("--strict") });
  });
}
