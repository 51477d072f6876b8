import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { MAX_EXPORT_BYTES, readExport, tooLargeMessage } from "@/lib/citations/import/read-export";
import { type Printed, refuse, runCommand } from "./command";
import { writeDrafts } from "./drafts";

/** Drafts what it can of an export, and says of each other record why not. */
export function draftStudies([file, folder = join(process.cwd(), "data")]: string[]): Printed {
  if (!file) return refuse("Name the export: npm run study:new -- FILE");
  if (!existsSync(file) || !statSync(file).isFile()) return refuse(`There is no file ${file}.`);
  if (statSync(file).size > MAX_EXPORT_BYTES) return refuse(`${file}: ${tooLargeMessage}`);
  const { records, fault } = readExport(readFileSync(file));
  return fault ? refuse(`${file}: ${fault}`) : writeDrafts(folder, records);
}

runCommand(import.meta.url, draftStudies);
