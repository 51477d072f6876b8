import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadRecord } from "@/lib/citations/import/read-export";
import { createDrafts, type KnownPaper, readKnownPaper } from "@/lib/curation/draft";
import type { Printed } from "./command";

/** Every paper that a folder of sheets or drafts holds; none where there is no such folder. */
export function listKnownPapers(folder: string, name: "studies" | "drafts"): KnownPaper[] {
  if (!existsSync(join(folder, name))) return [];
  return readdirSync(join(folder, name))
    .filter((sheet) => sheet.endsWith(".json"))
    .map((sheet) => readKnownPaper(`${name}/${sheet}`, readFileSync(join(folder, name, sheet), "utf8")));
}

/**
 * Writes a draft of each record that has none and no sheet. It overwrites nothing.
 * @returns the place of each draft, and a problem for each record that was not drafted
 */
export function writeDrafts(folder: string, records: readonly ReadRecord[]): Printed {
  const drafts = join(folder, "drafts");
  const known = [...listKnownPapers(folder, "studies"), ...listKnownPapers(folder, "drafts")];
  const results = createDrafts(records, known);
  mkdirSync(drafts, { recursive: true });
  const printed: Printed = { out: [], problems: [] };
  for (const result of results) {
    if (result.kind === "refused") {
      printed.problems.push(`Record ${result.number}: not drafted. ${result.reason}`);
      continue;
    }
    // The flag makes the system itself refuse to overwrite.
    writeFileSync(join(drafts, `${result.id}.json`), `${JSON.stringify(result.draft, null, 2)}\n`, { flag: "wx" });
    printed.out.push(`Record ${result.number}: drafts/${result.id}.json`);
    for (const note of result.notes) printed.out.push(`Record ${result.number}: ${note}`);
  }
  printed.out.push(`${results.length - printed.problems.length} of ${results.length} records drafted.`);
  return printed;
}
