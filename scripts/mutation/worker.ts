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
  for (const [name, load] of Object.entries(loaders)) {
    if (ids && !ids.some((id) => id.startsWith(`${name} › `))) continue;
    beginFile(name);
    await load();
  }
  const known = new Map(tests.map((one) => [one.id, one]));
  const chosen = ids ? ids.flatMap((id) => known.get(id) ?? []) : tests;
  switches.activeMutant = mutant ?? undefined;
  const ran: Ran[] = [];
  for (const { id, file, run } of chosen) {
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
    if (failure !== null && mutant !== null) break;
  }
  const report: Report = { ran, coverage: switches.mutantCoverage, hitCount: switches.hitCount ?? 0 };
  parentPort?.postMessage(JSON.parse(JSON.stringify(report)));
}
