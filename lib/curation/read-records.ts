import { MAX_EXPORT_BYTES, type ReadRecord, readExport } from "@/lib/citations/import/read-export";
import { type ExportPiece, splitExport } from "./split-export";

/** One record of a long export, with the line at which it begins. */
export type LocatedRecord = ReadRecord & { line: number };

/**
 * Reads an export of any length. A record that cannot be read is there with its reason, and the reading goes on to the
 * end.
 * @returns every record, numbered from 1 in the order of the file; or `fault`, a sentence, where there is none
 */
export function readRecords(bytes: Uint8Array): { records: LocatedRecord[]; fault: string | null } {
  const records = listRuns(splitExport(bytes)).flatMap((run) => readRun(bytes, run));
  // The reader knows why there is nothing to read; the beginning of a long file tells as much as all of it.
  if (records.length === 0) {
    const { fault } = readExport(bytes.subarray(0, MAX_EXPORT_BYTES));
    return { records: [], fault: fault ?? "No record was found." };
  }
  return { records: records.map((record, index) => ({ ...record, number: index + 1 })), fault: null };
}

/** Pieces in runs that the reader takes at once. What would stop it, or what it would pass over, stands alone. */
function listRuns(pieces: readonly ExportPiece[]): ExportPiece[][] {
  const runs: ExportPiece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    const isReadable = first && !first.unreadable && !piece.unreadable;
    if (run && isReadable && piece.end - first.begin <= MAX_EXPORT_BYTES) run.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

/**
 * The records of a run. They are read together, because the lines of one tell how those of another are to be read. Where
 * the reader finds another number of records than there are pieces, the halves are read by themselves, so that it shows
 * which piece is broken.
 */
function readRun(bytes: Uint8Array, run: readonly ExportPiece[]): LocatedRecord[] {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return [];
  const refuse = (reason: string): LocatedRecord => ({
    number: 0,
    line: first.line,
    citation: null,
    reason,
    notes: [],
  });
  if (first.unreadable) return [refuse(first.unreadable)];
  const { records, fault } = readExport(bytes.subarray(first.begin, last.end));
  if (records.length === run.length) {
    return records.map((record, index) => {
      const { line = first.line, cut = null } = run[index] ?? {};
      return record.citation && cut ? { ...refuse(cut), line } : { ...record, line };
    });
  }
  if (run.length === 1) {
    return records.length === 0
      ? [refuse(first.cut ?? fault ?? "No record was found in it.")]
      : records.map((record) => ({ ...record, line: first.line }));
  }
  const middle = Math.ceil(run.length / 2);
  return [...readRun(bytes, run.slice(0, middle)), ...readRun(bytes, run.slice(middle))];
}
