import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareForm, formatAgreement } from "@/lib/curation/double-extraction";
import { readLibrary } from "@/lib/study/load";
import { type Printed, refuse, runCommand } from "./command";

/** Compares the form of a second reader with its sheet. */
export function compareStudy([file, folder = join(process.cwd(), "data")]: string[]): Printed {
  if (!file) return refuse("Name the form: npm run study:compare -- FORM");
  if (!existsSync(file)) return refuse(`There is no file ${file}.`);
  const { agreement, faults } = compareForm(readFileSync(file, "utf8"), readLibrary(folder).studies);
  return agreement ? { out: formatAgreement(agreement), problems: [] } : refuse(...faults);
}

runCommand(import.meta.url, compareStudy);
