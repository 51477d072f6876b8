import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MAX_EXPORT_BYTES, readExport, tooLargeMessage } from "@/lib/citations/import/read-export";
import { createDrafts, type KnownPaper, readKnownPaper } from "@/lib/curation/draft";
import { report } from "./report";

const [file, folder = join(process.cwd(), "data")] = process.argv.slice(2);

/** Every paper that a folder holds. */
function heldIn(name: "studies" | "drafts"): KnownPaper[] {
  if (!existsSync(join(folder, name))) return [];
  return readdirSync(join(folder, name))
    .filter((sheet) => sheet.endsWith(".json"))
    .map((sheet) => readKnownPaper(`${name}/${sheet}`, readFileSync(join(folder, name, sheet), "utf8")));
}

/** Drafts what it can, and says of each other record why not. */
function run(): string[] {
  if (!file) return ["Name the export: npm run study:new -- FILE"];
  if (!existsSync(file) || !statSync(file).isFile()) return [`There is no file ${file}.`];
  if (statSync(file).size > MAX_EXPORT_BYTES) return [`${file}: ${tooLargeMessage}`];
  const { records, fault } = readExport(readFileSync(file));
  if (fault) return [`${file}: ${fault}`];

  const drafts = join(folder, "drafts");
  const results = createDrafts(records, [...heldIn("studies"), ...heldIn("drafts")]);
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

report(run());
