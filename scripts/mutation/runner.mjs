import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { commonTokens, declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { build } from "esbuild";
import { listTests } from "./core-tests.mjs";

// Runs the tests of one folder for Stryker. They are made into one file once, and each change is tried in a thread of its
// own, so that nothing which one change leaves behind is met by the next. This takes a tenth of the time that a start of
// vitest takes for each change.

/** @type {import("esbuild").Plugin} */
const replaceLibraries = {
  name: "replace-libraries",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^(vitest|fast-check)$/ }, ({ path, importer }) => {
      const own = resolve("scripts/mutation", `${path}.ts`);
      return importer === own ? null : { path: own };
    });
    // A test that looks for files beside it finds them where it was, and not where all tests are one file.
    onLoad({ filter: /\.test\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    }));
  },
};

class FolderRunner {
  #file = resolve("tests.mutation.mjs");
  /** @type {Map<string, { file: string, milliseconds: number }>} each test by its id, with its time without a change */
  #tests = new Map();

  capabilities() {
    // Each run is a thread of its own, and so nothing is left of the one before. Without this Stryker starts the runner
    // anew for each change that is also reached while the tests are loaded, and it makes the one file each time.
    return { reloadEnvironment: true };
  }

  async init() {
    const loaders = listTests(process.env.MUTATED_FOLDER ?? "").map(
      (path) => `${JSON.stringify(path)}: () => import(${JSON.stringify(`./${path}`)})`,
    );
    const contents = `import { runTests } from "./scripts/mutation/worker.ts";\nawait runTests({ ${loaders.join()} });`;
    await build({
      stdin: { contents, resolveDir: process.cwd(), loader: "ts" },
      outfile: this.#file,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      logLevel: "warning",
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
      alias: { "@": process.cwd() },
      plugins: [replaceLibraries],
    });
  }

  /**
   * @param {import("./worker").Order} order
   * @param {number} timeout ms
   * @returns {Promise<import("./worker").Report | "timeout" | Error>}
   */
  #run(order, timeout) {
    return new Promise((resolve) => {
      const worker = new Worker(this.#file, { workerData: order, env: { ...process.env, TZ: "UTC" } });
      const timer = setTimeout(() => end("timeout"), timeout);
      /** @param {import("./worker").Report | "timeout" | Error} result */
      const end = (result) => {
        clearTimeout(timer);
        resolve(result);
        worker.terminate();
      };
      worker.once("message", end);
      worker.once("error", end);
      worker.once("exit", () => end(new Error("The tests ended before their end.")));
    });
  }

  /** @param {import("@stryker-mutator/api/test-runner").DryRunOptions} options */
  async dryRun({ timeout }) {
    const report = await this.#run({ ids: null, mutant: null, hitLimit: null }, timeout);
    if (report === "timeout") return { status: "timeout" };
    if (report instanceof Error) return { status: "error", errorMessage: String(report.stack) };
    for (const { id, file, milliseconds } of report.ran) this.#tests.set(id, { file, milliseconds });
    const tests = report.ran.map(({ id, file, milliseconds, failure }) => ({
      id,
      name: id,
      fileName: resolve(file),
      timeSpentMs: Math.round(milliseconds),
      ...(failure === null ? { status: 0 } : { status: 1, failureMessage: failure }),
    }));
    return { status: "complete", tests, mutantCoverage: report.coverage };
  }

  /**
   * Tests in the order in which they are run, file by file. The first that fails ends the run: so the file that is named
   * after the changed one comes first, and then the quick ones.
   * @param {readonly string[]} ids
   * @param {string} ownFile
   */
  #sort(ids, ownFile) {
    /** @type {Map<string, number>} */
    const fileTimes = new Map();
    const tests = ids.map((id) => ({ id, file: "", milliseconds: 0, ...this.#tests.get(id) }));
    for (const { file, milliseconds } of tests) fileTimes.set(file, (fileTimes.get(file) ?? 0) + milliseconds);
    const getFileTime = (/** @type {string} */ file) =>
      ownFile.endsWith(`/${file}`) ? -1 : (fileTimes.get(file) ?? 0);
    return tests
      .sort(
        (a, b) =>
          getFileTime(a.file) - getFileTime(b.file) || a.file.localeCompare(b.file) || a.milliseconds - b.milliseconds,
      )
      .map(({ id }) => id);
  }

  /** @param {import("@stryker-mutator/api/test-runner").MutantRunOptions} options */
  async mutantRun({ timeout, testFilter = [...this.#tests.keys()], hitLimit, activeMutant }) {
    const ids = this.#sort(testFilter, activeMutant.fileName.replace(/\.ts$/, ".test.ts"));
    const report = await this.#run({ ids, mutant: activeMutant.id, hitLimit: hitLimit ?? null }, timeout);
    if (report === "timeout") return { status: "timeout" };
    if (report instanceof Error) return { status: "error", errorMessage: String(report.stack) };
    if (hitLimit !== undefined && report.hitCount > hitLimit) return { status: "timeout" };
    const last = report.ran.at(-1);
    const nrOfTests = report.ran.length;
    if (!last?.failure) return { status: "survived", nrOfTests };
    return { status: "killed", killedBy: [last.id], failureMessage: last.failure, nrOfTests };
  }
}

const createRunner = () => new FolderRunner();
createRunner.inject = [commonTokens.options];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "folder", createRunner)];
