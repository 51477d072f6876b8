/**
 * Lets at most so many requests through in any one window of time, counted from the first of them.
 * @param most requests
 * @param windowMs length of the window, ms
 * @returns takes the time now, ms; 0 where the request may pass, else the whole seconds until the next one may
 */
export function createRateLimit(most: number, windowMs: number): (now: number) => number {
  let start = Number.NEGATIVE_INFINITY;
  let taken = 0;
  return (now) => {
    if (now - start >= windowMs) {
      start = now;
      taken = 0;
    }
    taken += 1;
    return taken <= most ? 0 : Math.ceil((start + windowMs - now) / 1000);
  };
}
