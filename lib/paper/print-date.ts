import { formatDate } from "@/lib/format/numbers";
import { pluralise } from "@/lib/format/text";

/**
 * The day a clock shows (2026-11-22), where the reader is.
 * @returns null for a clock that shows no day, or one of no year in four digits
 */
export function getDay(now: Date): string | null {
  const year = now.getFullYear();
  if (!(year >= 1000 && year <= 9999)) return null;
  return [year, padToTwoDigits(now.getMonth() + 1), padToTwoDigits(now.getDate())].join("-");
}

/**
 * When something was printed, beside the date of the search. The clock of a ward computer may be wrong: a day before
 * the literature was searched cannot be true, and the paper says so. One day earlier can: it is still the day before in
 * the west while it is the day of the search in the east. A day long after it is wrong, or else the library
 * is old; both are worth knowing.
 */
export function formatPrintDate(day: string | null, searched: string): string {
  if (day === null) return "Printed on a device whose clock shows no date";
  if (Date.parse(day) < Date.parse(searched) - oneDay)
    return `Printed ${formatDate(day)} by the clock of the device, which is behind: the search is later`;
  const years = countWholeYears(searched, day);
  if (years > 0)
    return `Printed ${formatDate(day)} by the clock of the device, ${pluralise(years, "year", "years")} after the search`;
  return `Printed ${formatDate(day)}`;
}

/** As an age is counted, from one day to a later one. */
function countWholeYears(from: string, to: string): number {
  const isBeforeAnniversary = to.slice(4) < from.slice(4);
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (isBeforeAnniversary ? 1 : 0);
}

/** in milliseconds */
const oneDay = 24 * 60 * 60 * 1000;

function padToTwoDigits(number: number): string {
  return `${number}`.padStart(2, "0");
}
