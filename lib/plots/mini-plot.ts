import { allowsPercent } from "@/lib/format/numbers";
import { type CountedArm, toX } from "./interval-layout";

/** One count as a small plot: where its scale, its interval and its square are drawn, in user units of 1 px. */
export type MiniPlot = {
  width: number;
  height: number;
  /** the middle of the plot, on which everything is drawn */
  y: number;
  scale: { x1: number; x2: number };
  interval: { x1: number; x2: number };
  square: { x: number; side: number };
};

const width = 80;
const height = 14;
const side = 7;
/** What the square needs at either end of the scale. */
const margin = 4;

/**
 * Lays out one count on a scale from nobody (0%) to everybody (100%), the same for every count, so that the plots of a
 * column can be compared.
 * @returns null for fewer than five patients: an interval of nearly the whole scale would be the loudest mark of all
 */
export function createMiniPlot({ events, total, interval }: CountedArm): MiniPlot | null {
  if (!allowsPercent(total)) return null;
  const place = (proportion: number) => toX(proportion, width, margin);
  return {
    width,
    height,
    y: height / 2,
    scale: { x1: place(0), x2: place(1) },
    interval: { x1: place(interval.low), x2: place(interval.high) },
    square: { x: place(events / total) - side / 2, side },
  };
}
