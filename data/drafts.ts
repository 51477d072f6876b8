import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadRecord } from "@/lib/citations/import/read-export";
import { createDrafts, type KnownPaper, readKnownPaper } from "@/lib/curation/draft";

/** Every paper that a folder of sheets or drafts holds; none where there is no such folder. */
export function listKnownPapers(folder: string, name: "studies" | "drafts"): KnownPaper[] {
  if (!existsSync(join(folder, name))) return [];
  return readdirSync(join(folder, name))
    .filter((sheet) => sheet.endsWith(".json"))
    .map((sheet) => readKnownPaper(`${name}/${sheet}`, readFileSync(join(folder, name, sheet), "utf8")));
}

/**
 * Writes a draft of each record that has none and no sheet, and prints its place. It overwrites nothing.
 * @returns a sentence for each record that was not drafted
 */
export function writeDrafts(folder: string, records: readonly ReadRecord[]): string[] {
  const drafts = join(folder, "drafts");
  const known = [...listKnownPapers(folder, "studies"), ...listKnownPapers(folder, "drafts")];
  const results = createDrafts(records, known);
  mkdirSync(drafts, { recursive: true });
  const problems = results.flatMap((result) => {
    if (result.kind === "refused") return [`Record ${result.number}: not drafted. ${result.reason}`];
    // The flag makes the system itself refuse to overwrite.
    writeFileSync(join(drafts, `${result.id}.json`), `${JSON.stringify(result.draft, null, 2)}\n`, { flag: "wx" });
    console.log(`Record ${result.number}: drafts/${result.id}.json`);
    for (const note of result.notes) console.log(`Record ${result.number}: ${note}`);
    return [];
  });
  console.log(`${results.length - problems.length} of ${results.length} records drafted.`);
  return problems;
}
