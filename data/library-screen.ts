import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readRecords } from "@/lib/curation/read-records";
import { formatScreening, formatScreeningSummary, screenRecords } from "@/lib/curation/screen";
import { listSheetPapers } from "@/lib/study/check-lists";
import { readLibrary } from "@/lib/study/load";
import { listKnownPapers, writeDrafts } from "./drafts";
import { report } from "./report";

const draftOption = "--draft";
const usage = `Name the export: npm run library:screen -- FILE [${draftOption}]`;

const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith("-"));
const [file, folder = join(process.cwd(), "data")] = words.filter((word) => !options.includes(word));

/** The largest file that is read: about fifty thousand records. */
const MAX_BYTES = 200 * 1024 * 1024;

/** Says of each record what is known of it; with --draft, drafts the new ones. */
function run(): string[] {
  const unknown = options.find((option) => option !== draftOption);
  if (unknown) return [`There is no option ${unknown}. ${usage}`];
  if (!file) return [usage];
  if (!existsSync(file) || !statSync(file).isFile()) return [`There is no file ${file}.`];
  if (statSync(file).size > MAX_BYTES) {
    return [`${file}: The file is larger than ${MAX_BYTES / 1024 ** 2} MB. Export fewer records at a time.`];
  }
  const { studies, wanted, screened, faults } = readLibrary(folder);
  if (faults.length > 0) return ["Nothing was screened: the library has faults. See them: npm run check:data"];
  const { records, fault } = readRecords(readFileSync(file));
  if (fault) return [`${file}: ${fault}`];

  const drafts = listKnownPapers(folder, "drafts").map((paper) => ({ ...paper, year: null }));
  const screenings = screenRecords(records, { sheets: listSheetPapers(studies), wanted, screened, drafts });
  const broken = screenings.filter(({ result }) => result === "broken");
  for (const screening of screenings) if (screening.result !== "broken") console.log(formatScreening(screening));
  const newRecords = screenings.flatMap(({ result, record }) => (result === "new" ? [record] : []));
  const notDrafted = options.length > 0 && newRecords.length > 0 ? writeDrafts(folder, newRecords) : [];
  console.log(formatScreeningSummary(screenings));
  const unnumbered = wanted.filter(({ pmid, doi }) => !pmid && !doi).length;
  if (unnumbered > 0 && newRecords.length > 0) {
    console.log(`${unnumbered} wanted reports have neither PMID nor DOI: look for them among the new records by hand.`);
  }
  return [...broken.map(formatScreening), ...notDrafted];
}

report(run());
