import { join } from "node:path";
import { formatFault } from "@/lib/study/check";
import { readLibrary } from "@/lib/study/load";
import { type Printed, refuse, runCommand } from "./command";

/** Checks a whole library, by its folder, and counts what is in it. */
export function checkLibrary([folder = join(process.cwd(), "data")]: string[]): Printed {
  const { studies, safety, wanted, screened, version, faults } = readLibrary(folder);
  if (faults.length > 0) {
    const count = `${faults.length} fault${faults.length === 1 ? "" : "s"} in the study library.`;
    return refuse(...faults.map(formatFault), count);
  }
  const counts = `${studies.length} fact sheets, ${safety.length} safety checks, ${wanted.length} wanted reports and ${screened.length} records left out`;
  return { out: [`${counts}, without a fault; library ${version}.`], problems: [] };
}

runCommand(import.meta.url, checkLibrary);
