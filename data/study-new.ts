import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { MAX_EXPORT_BYTES, readExport, tooLargeMessage } from "@/lib/citations/import/read-export";
import { writeDrafts } from "./drafts";
import { report } from "./report";

const [file, folder = join(process.cwd(), "data")] = process.argv.slice(2);

/** Drafts what it can, and says of each other record why not. */
function run(): string[] {
  if (!file) return ["Name the export: npm run study:new -- FILE"];
  if (!existsSync(file) || !statSync(file).isFile()) return [`There is no file ${file}.`];
  if (statSync(file).size > MAX_EXPORT_BYTES) return [`${file}: ${tooLargeMessage}`];
  const { records, fault } = readExport(readFileSync(file));
  return fault ? [`${file}: ${fault}`] : writeDrafts(folder, records);
}

report(run());
