/** A count of patients: how many had the event, out of how many observed. */
export type Count = {
  /** Patients with the event: a whole number from 0 to `total`. */
  events: number;
  /** Patients observed: a whole number of at least 1. */
  total: number;
};

/**
 * Impossible-count guard, for the first line of every public function of this folder that is given a count.
 *
 * @param caller the function to name in the message
 * @throws RangeError unless total is a whole number of at least 1 and events a whole number from 0 to total
 * @example requireCount("calculateWilsonInterval", { events: 3, total: 11 }) // undefined
 */
export function requireCount(caller: string, { events, total }: Count): void {
  if (!Number.isSafeInteger(total) || total < 1) {
    throw new RangeError(`${caller}: total must be a whole number of at least 1, got ${total}`);
  }
  if (!Number.isSafeInteger(events) || events < 0 || events > total) {
    throw new RangeError(`${caller}: events must be a whole number from 0 to ${total}, got ${events}`);
  }
}
