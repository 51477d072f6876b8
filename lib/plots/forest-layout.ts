import type { ComparableSet } from "@/lib/answer/comparable-results";
import {
  formatCount,
  formatCountWithPercent,
  formatLimits,
  formatPercent,
  formatScaleMark,
} from "@/lib/format/numbers";
import { pluralise } from "@/lib/format/text";
import { formatSetTitle } from "@/lib/wording/comparable-results-title";

type Line = { x1: number; x2: number; y: number };
type Arm = { events: number; total: number; interval: { low: number; high: number } };
type Text = { x: number; y: number; text: string };

/** One study of a forest plot: its name, its count in text, and where square and interval are drawn. */
export type ForestRow = {
  id: string;
  /** the group that a study compares with, drawn hollow */
  isComparison: boolean;
  name: Text;
  count: Text & { anchor: "start" | "end" };
  interval: Line;
  square: { x: number; y: number; side: number };
};

/** The diamond of a set: the pooled or summed proportion with its interval, and the prediction interval below it. */
export type ForestPool = {
  name: Text;
  count: ForestRow["count"];
  diamond: string;
  prediction: Line | null;
};

/** Comparable figures under their heading. */
export type ForestSet = { headings: Text[]; rows: ForestRow[]; pool: ForestPool | null };

/** A forest plot as numbers and text only, in user units of 1 px; the drawing code decides nothing. */
export type ForestLayout = {
  width: number;
  height: number;
  ticks: { x: number; y1: number; y2: number; text: string }[];
  sets: ForestSet[];
};

/** Widths at which a plot is drawn; on the narrow one the texts stand above the lines. */
export const plotWidths = { narrow: 280, wide: 660 } as const;

const measures = {
  narrow: { row: 42, heading: 20, line: 30, text: 14, track: { from: 16, to: 264 }, name: 0, count: 280 },
  wide: { row: 26, heading: 24, line: 13, text: 17, track: { from: 206, to: 420 }, name: 0, count: 434 },
} as const;

const axisHeight = 24;
/** Side of the square of the largest study, px; the area of the others goes with their patients. */
const largestSquare = 14;
const smallestSquare = 3;
/** The largest square stands for at least this many patients, so that a single case never looks large. */
const fewestForLargest = 20;
/** Characters of a name that fit beside the plot; the journal's name is what gets long. */
const longestName = 25;

/** Coordinates to a tenth of a pixel: finer than a screen, and the same on every machine. */
function roundCoordinate(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Lays out the forest plot of one domain on a fixed scale from 0 to 100%: sets of comparable figures under their
 * headings, a row a study in rank order, a square as large as its patients, its interval, its count in text, and for
 * each set the pooled diamond with its prediction interval where there is one.
 * @param sets the sets of one domain
 */
export function createForestLayout(sets: readonly ComparableSet[], size: keyof typeof plotWidths): ForestLayout {
  const measure = measures[size];
  const isWide = size === "wide";
  const { from, to } = measure.track;
  const toX = (proportion: number) => roundCoordinate(from + proportion * (to - from));
  const totals = sets.flatMap(({ counts }) => counts.map(({ figure }) => figure.total));
  const most = Math.max(fewestForLargest, ...totals);
  let top = 0;

  const takeHeight = (height: number) => {
    const start = top;
    top += height;
    return start;
  };
  const createCountText = (start: number, text: string): ForestRow["count"] => ({
    x: measure.count,
    y: start + measure.text,
    anchor: isWide ? "start" : "end",
    text,
  });

  const placed = sets.map((set): ForestSet => {
    // On a phone a long heading breaks where its parts meet.
    const titles = isWide ? [formatSetTitle(set)] : formatSetTitle(set).split(" · ");
    const headings = titles.map((text) => ({ x: measure.name, y: takeHeight(measure.heading) + 17, text }));
    const rows = set.counts.flatMap(({ study: { id }, name, figure }): ForestRow[] => {
      const own = placeRow(id, name, figure, false);
      // A treated arm is never drawn without its comparison group, which is the next row, hollow.
      return figure.comparison
        ? [own, placeRow(`${id} against`, figure.comparison.label, figure.comparison, true)]
        : [own];
    });
    return { headings, rows, pool: placePool(set) };
  });

  // Where texts stand above the lines, a grid would run through them: the scale is marked at the foot only.
  const ticksFrom = isWide ? 0 : top - 5;
  return {
    width: plotWidths[size],
    height: top + axisHeight,
    ticks: [0, 0.25, 0.5, 0.75, 1].map((tick) => ({
      x: toX(tick),
      y1: ticksFrom,
      y2: top,
      text: formatScaleMark(tick, totals),
    })),
    sets: placed,
  };

  function placeRow(id: string, name: string, figure: Arm, isComparison: boolean): ForestRow {
    const start = takeHeight(measure.row);
    const y = start + measure.line;
    const side = roundCoordinate(Math.max(smallestSquare, largestSquare * Math.sqrt(figure.total / most)));
    const middle = toX(figure.events / figure.total);
    const interval = isWide ? `, ${formatLimits(figure.interval, figure.total)}` : "";
    return {
      id,
      isComparison,
      name: { x: measure.name, y: start + measure.text, text: `${isComparison ? "against " : ""}${shortenName(name)}` },
      count: createCountText(start, `${formatCountWithPercent(figure)}${interval}`),
      interval: { x1: toX(figure.interval.low), x2: toX(figure.interval.high), y },
      square: { x: roundCoordinate(middle - side / 2), y: roundCoordinate(y - side / 2), side },
    };
  }

  function placePool({ pool, pooledIds }: ComparableSet): ForestPool | null {
    if (pool?.status !== "pooled" && pool?.status !== "summed") return null;
    const start = takeHeight(measure.row);
    const y = start + measure.line;
    const proportion = pool.status === "pooled" ? pool.pooled : pool.events / pool.total;
    const words = pool.status === "pooled" ? "Pooled" : "Summed";
    return {
      name: {
        x: measure.name,
        y: start + measure.text,
        text: `${words}, ${pluralise(pooledIds.length, "study", "studies")}`,
      },
      count: createCountText(
        start,
        `${formatCount(pool)}: ${formatPercent(proportion)}${isWide ? `, ${formatPercent(pool.low)} to ${formatPercent(pool.high)}` : ""}`,
      ),
      diamond: `${toX(pool.low)},${y} ${toX(proportion)},${y - 7} ${toX(pool.high)},${y} ${toX(proportion)},${y + 7}`,
      prediction:
        pool.status === "pooled" ? { x1: toX(pool.predictionLow), x2: toX(pool.predictionHigh), y: y + 10 } : null,
    };
  }
}

/** A long name cut short; where it ends in a year, the year stays. */
function shortenName(name: string): string {
  if (name.length <= longestName) return name;
  const year = / \d{4}$/.exec(name)?.[0] ?? "";
  return `${name.slice(0, longestName - 1 - year.length).trimEnd()}…${year}`;
}
