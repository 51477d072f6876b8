import { prepareLibrary } from "@/lib/answer/library";
import { readLibrary } from "@/lib/study/load";
import type { Study } from "@/lib/study/schema";
import { toStudySummary } from "@/lib/study/summary";

// The library that the browser tests run with, read from its files: what a page shows is compared with these.
const { version, searched, safety, wanted, studies } = readLibrary("e2e/library");

/** Every sheet as it was entered. */
export const sheets = studies;

/** The library made ready to answer a case. */
export const library = prepareLibrary({ version, searched, safety, wanted, studies: sheets.map(toStudySummary) });

/** The ids of the sheets that meet a condition, in the order of the alphabet. */
export function findSheetIds(condition: (sheet: Study) => boolean): string[] {
  return sheets
    .filter(condition)
    .map(({ id }) => id)
    .sort();
}

/**
 * One sheet.
 * @throws where there is none
 */
export function getSheet(id: string): Study {
  const sheet = sheets.find((known) => known.id === id);
  if (!sheet) throw new Error(`the frozen library has no sheet ${id}`);
  return sheet;
}
