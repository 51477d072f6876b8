import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readRecords } from "@/lib/curation/read-records";
import { formatScreening, formatScreeningSummary, screenRecords } from "@/lib/curation/screen";
import { listSheetPapers } from "@/lib/study/check-lists";
import { readLibrary } from "@/lib/study/load";
import { type Printed, refuse, runCommand } from "./command";
import { listKnownPapers, writeDrafts } from "./drafts";

const draftOption = "--draft";
const usage = `Name the export: npm run library:screen -- FILE [${draftOption}]`;

/** The largest file that is read: about fifty thousand records. */
const MAX_BYTES = 200 * 1024 * 1024;

/** Says of each record of an export what is known of it; with --draft, drafts the new ones. */
export function screenExport(words: string[]): Printed {
  const options = words.filter((word) => word.startsWith("-"));
  const [file, folder = join(process.cwd(), "data")] = words.filter((word) => !options.includes(word));
  const unknown = options.find((option) => option !== draftOption);
  if (unknown) return refuse(`There is no option ${unknown}. ${usage}`);
  if (!file) return refuse(usage);
  if (!existsSync(file) || !statSync(file).isFile()) return refuse(`There is no file ${file}.`);
  if (statSync(file).size > MAX_BYTES) {
    return refuse(`${file}: The file is larger than ${MAX_BYTES / 1024 ** 2} MB. Export fewer records at a time.`);
  }
  const { studies, wanted, screened, faults } = readLibrary(folder);
  if (faults.length > 0) return refuse("Nothing was screened: the library has faults. See them: npm run check:data");
  const { records, fault } = readRecords(readFileSync(file));
  if (fault) return refuse(`${file}: ${fault}`);

  const drafts = listKnownPapers(folder, "drafts").map((paper) => ({ ...paper, year: null }));
  const screenings = screenRecords(records, { sheets: listSheetPapers(studies), wanted, screened, drafts });
  const [broken, others] = [true, false].map((isBroken) =>
    screenings.filter(({ result }) => (result === "broken") === isBroken).map(formatScreening),
  ) as [string[], string[]];
  const newRecords = screenings.flatMap(({ result, record }) => (result === "new" ? [record] : []));
  const drafted = options.length > 0 && newRecords.length > 0 ? writeDrafts(folder, newRecords) : refuse();
  const out = [...others, ...drafted.out, formatScreeningSummary(screenings)];
  const unnumbered = wanted.filter(({ pmid, doi }) => !pmid && !doi).length;
  if (unnumbered > 0 && newRecords.length > 0) {
    out.push(`${unnumbered} wanted reports have neither PMID nor DOI: look for them among the new records by hand.`);
  }
  return { out, problems: [...broken, ...drafted.problems] };
}

runCommand(import.meta.url, screenExport);
