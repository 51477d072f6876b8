import { z } from "zod";
import { explainRepeatedKey, findRepeatedKeys } from "@/lib/format/repeated-keys";
import { DRAFT_KEY, findOpenFields, stripDraftFlag, TODO_PREFIX } from "./draft";
import { explainFault } from "./explain-fault";
import { type Study, study } from "./schema";

/** A file as it lies on disk. */
export type SheetFile = { name: string; text: string };

/** What is wrong in one file: where, and in words. */
export type Fault = { file: string; path: string; message: string };

type CheckedFile<Schema extends z.ZodType> = { raw?: unknown; value?: z.infer<Schema>; faults: Fault[] };

/** A text, or null where there is none yet. */
const text = z
  .string()
  .transform((value) => (value.startsWith(TODO_PREFIX) ? null : value))
  .nullable()
  .catch(null);

/** What tells a sheet from others, read as far as it can be. */
const identity = z.object({
  id: text,
  cohort: text,
  citation: z.object({ pmid: text, doi: text }).catch({ pmid: null, doi: null }),
});
type Identity = z.infer<typeof identity>;

/**
 * Reads every sheet and finds every fault in every file: the shape and the arithmetic of each, then what only shows
 * between files (a name that is not the id, a PMID or DOI used twice, a cohort of one).
 * @returns the sheets that have no fault of their own, by id, and all faults by file
 */
export function checkSheets(files: readonly SheetFile[]): { studies: Study[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const studies: Study[] = [];
  const identities: ({ file: string } & Identity)[] = [];
  for (const { name, text } of files) {
    const read = checkSheet({ name, text });
    if (read.value) studies.push(read.value);
    faults.push(...read.faults);
    // A sheet of the wrong shape is still looked at for what clashes with others: every fault in one go.
    const known = identity.safeParse(read.raw);
    if (known.success) identities.push({ file: name, ...known.data });
  }

  for (const { file, id } of identities) {
    if (id !== null && file !== `${id}.json`)
      faults.push({ file, path: "id", message: `The file is not named "${id}.json".` });
  }
  for (const identifier of ["pmid", "doi"] as const) {
    const first = new Map<string, string>();
    for (const { file, citation } of identities) {
      const value = citation[identifier]?.toLowerCase();
      if (!value) continue;
      const holder = first.get(value);
      const path = `citation.${identifier}`;
      if (holder) faults.push({ file, path, message: `${identifier.toUpperCase()} ${value} is also in ${holder}.` });
      else first.set(value, file);
    }
  }
  for (const { file, cohort } of identities) {
    const isAlone = identities.every((identity) => identity.file === file || identity.cohort !== cohort);
    if (cohort !== null && isAlone) {
      faults.push({ file, path: "cohort", message: `No other sheet is of the cohort "${cohort}".` });
    }
  }

  studies.sort((a, b) => (a.id < b.id ? -1 : 1));
  faults.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { studies, faults };
}

/** One sheet by itself. A draft is never a sheet, and each field that it leaves open is named once. */
function checkSheet(file: SheetFile): CheckedFile<typeof study> {
  const read = checkFile(file, study, (raw) => stripDraftFlag(raw).rest);
  const open = findOpenFields(stripDraftFlag(read.raw).rest).map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
  const { isDraft } = stripDraftFlag(read.raw);
  if (!isDraft && open.length === 0) return read;
  const isOpen = (path: string) => open.some((field) => field.path === path);
  const message = `Still a draft: fill what is open, take out "${DRAFT_KEY}", and move the file to data/studies.`;
  return {
    raw: read.raw,
    faults: [
      ...(isDraft ? [{ path: DRAFT_KEY, message }] : []),
      ...open,
      ...read.faults.filter(({ path }) => !isOpen(path)),
    ].map((fault) => ({ ...fault, file: file.name })),
  };
}

/** One fault on one line, for a terminal. */
export function formatFault({ file, path, message }: Fault): string {
  return `${file}: ${path || "(whole file)"}: ${message}`;
}

/**
 * Reads one file by its schema.
 * @param part what of the file the schema is about, where that is not all of it
 * @returns its value where it has no fault, what was read where it is JSON at all, and every fault
 */
export function checkFile<Schema extends z.ZodType>(
  { name, text }: SheetFile,
  schema: Schema,
  part = (raw: unknown): unknown => raw,
): CheckedFile<Schema> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { faults: [{ file: name, path: "", message: `Not JSON: ${(error as Error).message}` }] };
  }
  const repeated = findRepeatedKeys(text).map((path) => ({ file: name, path, message: explainRepeatedKey(path) }));
  const parsed = schema.safeParse(part(raw), { reportInput: true });
  if (parsed.success) return repeated.length > 0 ? { raw, faults: repeated } : { raw, value: parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue) => ({
    file: name,
    path: issue.path.join("."),
    message: explainFault(issue),
  }));
  return { raw, faults: [...repeated, ...faults] };
}
