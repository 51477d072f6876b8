import { type Columns, type Json, readColumns, writeColumns } from "@/lib/format/columns";
import type { StudyLibrary } from "@/lib/study/load";
import type { SafetyItem } from "@/lib/study/safety";
import { type StudySummary, toStudySummary } from "@/lib/study/summary";
import type { WantedReport } from "@/lib/study/wanted";
import type { LibraryData } from "./library";

/** The one file of the library that every device fetches: all by columns, since it is sent to phones. */
export type SummaryFile = { library: string; searched: string; studies: Columns; safety: Columns; wanted: Columns };

/** Writes what matching, figures and tables need of a library. */
export function toSummaryFile({ version, searched, studies, safety, wanted }: StudyLibrary): SummaryFile {
  return {
    library: version,
    searched,
    studies: writeList(studies.map(toStudySummary)),
    safety: writeList(safety),
    wanted: writeList(wanted),
  };
}

/** Reads the file again. It was checked by the schemas when it was built. */
export function readSummaryFile({ library, searched, studies, safety, wanted }: SummaryFile): LibraryData {
  return {
    version: library,
    searched,
    studies: readColumns(studies) as StudySummary[],
    safety: readColumns(safety) as SafetyItem[],
    wanted: readColumns(wanted) as WantedReport[],
  };
}

/** By way of text, so that nothing is written that a file does not hold. */
function writeList(list: readonly object[]): Columns {
  return writeColumns(JSON.parse(JSON.stringify(list)) as Json[]);
}
