/** A day or a span of days as the record gives it: "2026", "2026-11" and "2026-11-26" are as precise as they are. */
export type RecordedDate = {
  /** as precise as recorded, without the time of day */
  text: string;
  /** the first and the last day that it can mean, as days since 1970 */
  first: number;
  last: number;
};

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** The number of a day since 1970; null where the calendar has no such day. */
function numberDay(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const isSame = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame ? time / 86_400_000 : null;
}

/**
 * Reads a FHIR date or dateTime. The time of day is left out: the day is the one that the record writes.
 * @returns null for anything else, and for days that the calendar does not have
 */
export function readDate(value: unknown): RecordedDate | null {
  const found = typeof value === "string" ? form.exec(value) : null;
  if (!found) return null;
  const [year, month, day] = [found[1], found[2] ?? 1, found[3] ?? 1].map(Number) as [number, number, number];
  const text = [found[1], found[2], found[3]].filter(Boolean).join("-");
  const first = numberDay(year, month, day);
  const last = found[3]
    ? first
    : found[2]
      ? (numberDay(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) ?? 0) - 1
      : numberDay(year, 12, 31);
  return first === null || last === null ? null : { text, first, last };
}

/** Whether a date lies after the day, as far as it is precise: a date of this month may be over. */
export function isAfter(date: RecordedDate | null, day: RecordedDate): boolean {
  return date !== null && date.first > day.last;
}

/** Whether a date is certain to lie within so many days before the day. */
export function isWithin(date: RecordedDate, days: number, day: RecordedDate): boolean {
  return day.first - date.first <= days && date.first <= day.last;
}

/** The age in whole years on a day: the youngest and the oldest that a birth date allows. */
export function getAges(birth: RecordedDate, day: RecordedDate): { youngest: number; oldest: number } {
  return { youngest: countYears(birth.last, day.first), oldest: countYears(birth.first, day.first) };
}

function countYears(from: number, to: number): number {
  const [start, end] = [new Date(from * 86_400_000), new Date(to * 86_400_000)];
  const years = end.getUTCFullYear() - start.getUTCFullYear();
  const isBefore =
    end.getUTCMonth() < start.getUTCMonth() ||
    (end.getUTCMonth() === start.getUTCMonth() && end.getUTCDate() < start.getUTCDate());
  return isBefore ? years - 1 : years;
}
