import { join } from "node:path";
import { createBlankForm } from "@/lib/curation/double-extraction";
import { readLibrary } from "@/lib/study/load";
import { type Printed, refuse, runCommand } from "./command";

/** The form for a second reader of one sheet, as JSON. */
export function writeForm([id, folder = join(process.cwd(), "data")]: string[]): Printed {
  if (!id) return refuse("Name the sheet: npm run study:form -- ID");
  const study = readLibrary(folder).studies.find((sheet) => sheet.id === id);
  if (!study) return refuse(`The library has no sheet "${id}".`);
  return { out: [JSON.stringify(createBlankForm(study), null, 2)], problems: [] };
}

runCommand(import.meta.url, writeForm);
