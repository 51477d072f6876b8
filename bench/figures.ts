/** What a figure counts. "times" is a ratio, "shift" the browser's measure of how far a page moved while it loaded. */
export type Unit = "ms" | "minutes" | "kB" | "times" | "shift" | "a second" | "points" | "count";

/** A number with its unit. */
export type Quantity = { value: number; unit: Unit };

/**
 * The middle of some figures; of an even number, the mean of the two in the middle.
 * @throws RangeError where there is none
 */
export function calculateMedian(values: readonly number[]): number {
  return (calculatePercentile(values, 0.5) + calculatePercentile(values, 0.5, "above")) / 2;
}

/**
 * The smallest figure that a share of all figures do not exceed (nearest rank).
 * @param share over 0 and up to 1
 * @param side where the share falls between two figures: the lower one, or the one above
 * @throws RangeError where there is no figure
 */
export function calculatePercentile(
  values: readonly number[],
  share: number,
  side: "below" | "above" = "below",
): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = share * sorted.length;
  const value = sorted[side === "below" ? Math.ceil(rank) - 1 : Math.floor(rank)];
  if (value === undefined) throw new RangeError(`calculatePercentile: nothing was measured, share ${share}`);
  return value;
}

const decimals: Record<Unit, (value: number) => number> = {
  ms: (value) => (value < 1 ? 2 : value < 10 ? 1 : 0),
  minutes: () => 1,
  kB: () => 0,
  times: (value) => (value < 10 ? 2 : 0),
  shift: () => 3,
  "a second": () => 0,
  points: () => 0,
  count: () => 0,
};

const names: Record<Unit, string> = {
  ms: " ms",
  minutes: " min",
  kB: " kB",
  times: "x",
  shift: "",
  "a second": " a second",
  points: "",
  count: "",
};

/** A quantity as the table shows it: "1.30x", "87 kB", "7,412 ms". */
export function formatQuantity({ value, unit }: Quantity): string {
  const digits = decimals[unit](Math.abs(value));
  const number = value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${number}${names[unit]}`;
}
