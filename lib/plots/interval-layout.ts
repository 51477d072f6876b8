import type { SetPool } from "@/lib/answer/comparable-results";

/** A count with its interval, all proportions from 0 to 1. */
export type CountedArm = { events: number; total: number; interval: { low: number; high: number } };

/** The interval as a line and the proportion as a square, in px. */
export type IntervalLayout = { x1: number; x2: number; square: { x: number; side: number } };

/** The pooled or summed proportion as a diamond, with the prediction interval as a line; in px. */
export type DiamondLayout = { x1: number; middle: number; x2: number; prediction: { x1: number; x2: number } | null };

/** Side of the square of the largest study, px; the area of the others goes with their patients. */
const largestSquare = 13;
const smallestSquare = 3;
/** The largest square stands for at least this many patients, so that a single case never looks large. */
const fewestForLargest = 20;
/** Free space at both ends, px, so that no square is cut off at 0 or 100%. */
const usualMargin = 8;

/** Where a proportion (0 to 1) stands on a scale of some width, px, with free space at both ends. */
export function toX(proportion: number, width: number, margin = usualMargin): number {
  // To a tenth of a pixel: finer than a screen, and the same on every machine.
  return Math.round(10 * (margin + proportion * (width - 2 * margin))) / 10;
}

/**
 * Places one count on a scale from nobody to everybody.
 * @param width of the drawing, px
 * @param most patients of the largest count on the same scale
 */
export function layOutInterval({ events, total, interval }: CountedArm, width: number, most: number): IntervalLayout {
  // More than the largest are no patients but infusions or courses, which are drawn no larger.
  const share = Math.min(1, total / Math.max(fewestForLargest, most));
  const side = Math.round(10 * Math.max(smallestSquare, largestSquare * Math.sqrt(share))) / 10;
  const middle = toX(events / total, width);
  return {
    x1: toX(interval.low, width),
    x2: toX(interval.high, width),
    square: { x: Math.round(10 * (middle - side / 2)) / 10, side },
  };
}

/** Places a pool on the same scale; null where nothing is pooled or summed. */
export function layOutPool(pool: SetPool | null, width: number): DiamondLayout | null {
  if (pool?.status !== "pooled" && pool?.status !== "summed") return null;
  const proportion = pool.status === "pooled" ? pool.pooled : pool.events / pool.total;
  const prediction =
    pool.status === "pooled" ? { x1: toX(pool.predictionLow, width), x2: toX(pool.predictionHigh, width) } : null;
  return { x1: toX(pool.low, width), middle: toX(proportion, width), x2: toX(pool.high, width), prediction };
}

/** The marks of the scale: nobody, half, everybody. */
export const scaleMarks = [0, 0.5, 1] as const;
