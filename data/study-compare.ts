import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareForm, formatAgreement } from "@/lib/curation/double-extraction";
import { readLibrary } from "@/lib/study/load";
import { report } from "./report";

const [file, folder = join(process.cwd(), "data")] = process.argv.slice(2);

function run(): string[] {
  if (!file) return ["Name the form: npm run study:compare -- FORM"];
  if (!existsSync(file)) return [`There is no file ${file}.`];
  const { agreement, faults } = compareForm(readFileSync(file, "utf8"), readLibrary(folder).studies);
  if (!agreement) return faults;
  for (const line of formatAgreement(agreement)) console.log(line);
  return [];
}

report(run());
