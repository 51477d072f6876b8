import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { closePercent } from "@/lib/format/text";
import { checkFile, checkSheets, type Fault, formatFault } from "./check";
import { checkLists } from "./check-lists";
import { type LiteratureSearch, libraryFacts } from "./literature-search";
import { type SafetyItem, safetyItem } from "./safety";
import type { Study } from "./schema";
import { type ScreenedRecord, screenedRecord } from "./screened";
import { type WantedReport, wantedReport } from "./wanted";

/** Everything the project knows, with what tells one state of it from another. */
export type StudyLibrary = {
  /** a hash of the content of every sheet, of the safety list and of the list of wanted reports */
  version: string;
  /** date of the last search of the literature, as 2026-11-22 */
  searched: string;
  search: LiteratureSearch;
  studies: Study[];
  safety: SafetyItem[];
  /** reports that are known and have no sheet */
  wanted: WantedReport[];
  /** records that were looked at and left out */
  screened: ScreenedRecord[];
};

const noSearch: LiteratureSearch = { approximateLookUps: 0, databases: [], query: "" };

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
  const wantedFile = { name: "wanted.json", text: readFileSync(join(folder, "wanted.json"), "utf8") };
  const screenedFile = { name: "screened.json", text: readFileSync(join(folder, "screened.json"), "utf8") };
  const factsFile = { name: "library.json", text: readFileSync(join(folder, "library.json"), "utf8") };
  const { studies: asWritten, faults } = checkSheets(sheets);
  const studies = asWritten.map(tidySheet);
  const { value: safety = [], faults: safetyFaults } = checkFile(safetyFile, safetyItem.array());
  const { value: wanted = [], faults: wantedFaults } = checkFile(wantedFile, wantedReport.array());
  const { value: screened = [], faults: screenedFaults } = checkFile(screenedFile, screenedRecord.array());
  const { value: facts, faults: factFaults } = checkFile(factsFile, libraryFacts);
  const listFaults = checkLists({ studies, wanted, screened });
  return {
    version: createHash("sha256").update(JSON.stringify({ studies, safety, wanted })).digest("hex").slice(0, 10),
    searched: facts?.searched ?? "",
    search: facts?.search ?? noSearch,
    studies,
    safety,
    wanted,
    screened,
    faults: [...faults, ...safetyFaults, ...wantedFaults, ...screenedFaults, ...listFaults, ...factFaults],
  };
}

/** A sheet with its percentages written as everywhere on the screens, whatever the source had: "79%", not "79 %". */
function tidySheet<Sheet>(sheet: Sheet): Sheet {
  // nothing but the texts of a sheet holds a percent sign
  return JSON.parse(closePercent(JSON.stringify(sheet)));
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
