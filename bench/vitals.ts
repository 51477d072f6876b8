/** One movement of what is on the page: how far, and when in ms. */
export type Shift = { value: number; time: number };

/** What a page notes while it loads; times are in ms from the start of the visit. */
export type Recorded = { paint: number; firstPaint: number; tasks: { start: number; end: number }[]; shifts: Shift[] };

/** What tasks take over 50 ms each, from the first contentful paint on. */
export function addBlockingTime({ firstPaint, tasks }: Pick<Recorded, "firstPaint" | "tasks">): number {
  return tasks.reduce((sum, { start, end }) => sum + Math.max(0, end - Math.max(start, firstPaint) - 50), 0);
}

/** The layout shift as browsers report it: the largest window of shifts, at most 5 s long and without a gap of 1 s. */
export function findLargestShift(shifts: readonly Shift[]): number {
  let largest = 0;
  let sum = 0;
  let begin = Number.NEGATIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { value, time } of shifts) {
    if (time - last >= 1_000 || time - begin >= 5_000) {
      sum = 0;
      begin = time;
    }
    sum += value;
    last = time;
    largest = Math.max(largest, sum);
  }
  return largest;
}
