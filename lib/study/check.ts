import type { z } from "zod";
import { safetyItem } from "./safety";
import { type Study, study } from "./schema";

/** A file as it lies on disk. */
export type SheetFile = { name: string; text: string };

/** What is wrong in one file: where, and in words. */
export type Fault = { file: string; path: string; message: string };

/**
 * Reads every sheet and finds every fault in every file: the shape and the arithmetic of each, then what only shows
 * between files (a name that is not the id, a PMID or DOI held twice, a cohort of one).
 * @returns the sheets that have no fault of their own, by id, and all faults by file
 */
export function checkSheets(files: readonly SheetFile[]): { studies: Study[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const sheets: { file: string; sheet: Study }[] = [];
  for (const { name, text } of files) {
    const read = readJson(name, text, study);
    if (read.ok) sheets.push({ file: name, sheet: read.value });
    else faults.push(...read.faults);
  }

  for (const { file, sheet } of sheets) {
    if (file !== `${sheet.id}.json`)
      faults.push({ file, path: "id", message: `The file is not named "${sheet.id}.json".` });
  }
  for (const identifier of ["pmid", "doi"] as const) {
    const first = new Map<string, string>();
    for (const { file, sheet } of sheets) {
      const value = sheet.citation[identifier]?.toLowerCase();
      if (!value) continue;
      const holder = first.get(value);
      const path = `citation.${identifier}`;
      if (holder) faults.push({ file, path, message: `${identifier.toUpperCase()} ${value} is also in ${holder}.` });
      else first.set(value, file);
    }
  }
  for (const { file, sheet } of sheets) {
    const isAlone = sheets.every((other) => other.sheet === sheet || other.sheet.cohort !== sheet.cohort);
    if (sheet.cohort !== null && isAlone) {
      faults.push({ file, path: "cohort", message: `No other sheet is of the cohort "${sheet.cohort}".` });
    }
  }

  const studies = sheets.map(({ sheet }) => sheet).sort((one, other) => (one.id < other.id ? -1 : 1));
  return { studies, faults: faults.sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0)) };
}

/** Reads the list of safety checks and finds every fault in it. */
export function checkSafety({ name, text }: SheetFile) {
  const read = readJson(name, text, safetyItem.array());
  return read.ok ? { safety: read.value, faults: [] } : { safety: [], faults: read.faults };
}

/** One fault on one line, for a terminal. */
export function faultLine({ file, path, message }: Fault): string {
  return `${file}: ${path || "(whole file)"}: ${message}`;
}

function readJson<Schema extends z.ZodType>(file: string, text: string, schema: Schema) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false as const, faults: [{ file, path: "", message: `Not JSON: ${(error as Error).message}` }] };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true as const, value: parsed.data as z.infer<Schema> };
  return {
    ok: false as const,
    faults: parsed.error.issues.map(({ path, message }) => ({ file, path: path.join("."), message })),
  };
}
