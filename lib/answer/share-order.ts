import type { Figure } from "./reply";

type Counted = { figure: Pick<Figure, "events" | "total"> };

/** Orders counts by their share, from nobody to everybody; 0 where the shares are equal, such as of 1 of 1 and 3 of 3. */
export function compareByShare({ figure: a }: Counted, { figure: b }: Counted): number {
  return a.events / a.total - b.events / b.total;
}
