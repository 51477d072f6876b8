import { parentPort, workerData } from "node:worker_threads";
import { beginFile, beginTest, tests } from "./vitest";

/** What Stryker's changed program looks at to know which change is on, and writes what was reached into. */
type Switches = {
  activeMutant: string | undefined;
  currentTestId: string | undefined;
  hitCount: number | undefined;
  hitLimit: number | undefined;
  mutantCoverage?: unknown;
};
export type Order = { ids: readonly string[] | null; mutant: string | null; hitLimit: number | null };
export type Ran = { id: string; file: string; milliseconds: number; failure: string | null };
export type Report = { ran: Ran[]; coverage: unknown; hitCount: number };

/**
 * Loads test files and runs their tests, with one change on or with none, and posts what became of them. With a change,
 * it ends at the first test that fails.
 * @param loaders loads each test file, by its path
 */
export async function runTests(loaders: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  const { ids, mutant, hitLimit } = workerData as Order;
  const switches: Switches = {
    activeMutant: undefined,
    currentTestId: undefined,
    hitCount: hitLimit === null ? undefined : 0,
    hitLimit: hitLimit ?? undefined,
  };
  Reflect.set(globalThis, "__stryker__", switches);
  const ran: Ran[] = [];
  const isOver = () => mutant !== null && ran.at(-1)?.failure != null;
  // One file after another: most changes are found by the first, and opening all of them takes longer than its tests.
  for (const name of ids ? listFiles(ids) : Object.keys(loaders)) {
    if (isOver()) break;
    beginFile(name);
    const before = tests.length;
    switches.activeMutant = undefined;
    await loaders[name]?.();
    switches.activeMutant = mutant ?? undefined;
    const loaded = tests.slice(before);
    const chosen = ids ? ids.flatMap((id) => loaded.find((one) => one.id === id) ?? []) : loaded;
    for (const { id, file, run } of chosen) {
      if (isOver()) break;
      switches.currentTestId = id;
      beginTest();
      const begin = performance.now();
      let failure: string | null = null;
      try {
        await run();
      } catch (error) {
        failure = String(error);
      }
      switches.currentTestId = undefined;
      ran.push({ id, file, milliseconds: performance.now() - begin, failure });
    }
  }
  const report: Report = { ran, coverage: switches.mutantCoverage, hitCount: switches.hitCount ?? 0 };
  parentPort?.postMessage(JSON.parse(JSON.stringify(report)));
}

/** The files of tests, in the order in which the tests name them first. An id begins with the file. */
function listFiles(ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => id.slice(0, id.indexOf(" › "))))];
}
