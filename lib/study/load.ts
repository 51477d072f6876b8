import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { checkFile, checkSheets, type Fault, formatFault } from "./check";
import { type SafetyItem, safetyItem } from "./safety";
import type { Study } from "./schema";

/** Everything the project knows, with what tells one state of it from another. */
export type StudyLibrary = {
  /** a hash of the content of every sheet and of the safety list */
  version: string;
  /** date of the last search of the literature, as 2026-11-22 */
  searched: string;
  studies: Study[];
  safety: SafetyItem[];
};

const libraryFacts = z.strictObject({ searched: z.iso.date() });

/**
 * Reads data/ with every fault it has; the only place that touches those files.
 * @param folder the data folder, as laid out in data/README.md
 */
export function readLibrary(folder: string): StudyLibrary & { faults: Fault[] } {
  const names = readdirSync(join(folder, "studies"))
    .filter((name) => name.endsWith(".json"))
    .sort();
  // Written out one by one, because the build follows each path to see which files it needs.
  const sheets = names.map((name) => ({ name, text: readFileSync(join(folder, "studies", name), "utf8") }));
  const safetyFile = { name: "safety.json", text: readFileSync(join(folder, "safety.json"), "utf8") };
  const factsFile = { name: "library.json", text: readFileSync(join(folder, "library.json"), "utf8") };
  const { studies, faults } = checkSheets(sheets);
  const { value: safety = [], faults: safetyFaults } = checkFile(safetyFile, safetyItem.array());
  const { value: facts, faults: factFaults } = checkFile(factsFile, libraryFacts);
  return {
    version: createHash("sha256").update(JSON.stringify({ studies, safety })).digest("hex").slice(0, 10),
    searched: facts?.searched ?? "",
    studies,
    safety,
    faults: [...faults, ...safetyFaults, ...factFaults],
  };
}

let cachedLibrary: StudyLibrary | undefined;

/**
 * The library, read once: of `data/`, or of the folder that MYOMATCH_LIBRARY names from there: the browser tests name a
 * frozen library, the bench a larger one.
 * @throws Error that lists every fault where a sheet is broken, so that nothing is built or served from it
 */
export function loadLibrary(): StudyLibrary {
  if (!cachedLibrary) {
    const { faults, ...library } = readLibrary(join(process.cwd(), "data", process.env.MYOMATCH_LIBRARY || ""));
    if (faults.length > 0) throw new Error(`The study library has faults:\n${faults.map(formatFault).join("\n")}`);
    cachedLibrary = library;
  }
  return cachedLibrary;
}
