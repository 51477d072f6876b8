/** Below this many patients a percentage suggests more than there is: only the count is given. */
export const MIN_FOR_PERCENT = 5;

/** Whether there are enough patients for a percentage. */
export function allowsPercent(total: number): boolean {
  return total >= MIN_FOR_PERCENT;
}

/**
 * A proportion (0 to 1) as a whole percentage: "70%". Rounded here and nowhere before. What is not quite nothing or
 * not quite everybody does not read as if it were.
 */
export function formatPercent(proportion: number): string {
  if (proportion > 0 && proportion < 0.005) return "<1%";
  if (proportion < 1 && proportion >= 0.995) return ">99%";
  return `${Math.round(100 * proportion)}%`;
}

/** A proportion (0 to 1) with two decimals, for limits where a percentage would claim too much: "0.21". */
export function formatDecimal(proportion: number): string {
  return proportion === 0 || proportion === 1 ? `${proportion}` : proportion.toFixed(2);
}

/** "19 of 27" */
export function formatCount({ events, total }: { events: number; total: number }): string {
  return `${events} of ${total}`;
}

/** "1,074": a large number, with a comma at each thousand. */
export function formatThousands(count: number): string {
  return `${count}`.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The sum of some numbers; 0 of none. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** A count with its percentage where there are enough patients for one: "19 of 27 (70%)", "1 of 1". */
export function formatCountWithPercent(count: { events: number; total: number }): string {
  return allowsPercent(count.total)
    ? `${formatCount(count)} (${formatPercent(count.events / count.total)})`
    : formatCount(count);
}

/** The limits of an interval, as percentages, or as proportions where there are too few patients for a percentage. */
export function formatLimits({ low, high }: { low: number; high: number }, total: number): string {
  return allowsPercent(total)
    ? `${formatPercent(low)} to ${formatPercent(high)}`
    : `${formatDecimal(low)} to ${formatDecimal(high)}`;
}

/** The limits of an interval as a range, for a column of intervals: "52–84%", and "0.34–1" where percentages would claim too much. */
export function formatRange({ low, high }: { low: number; high: number }, total: number): string {
  return allowsPercent(total)
    ? `${formatPercent(low).replace("%", "")}–${formatPercent(high)}`
    : `${formatDecimal(low)}–${formatDecimal(high)}`;
}

/** A difference of proportions (-1 to 1) in percentage points: "35", "15.5". */
export function formatPoints(difference: number, decimals = 0): string {
  return (100 * difference).toFixed(decimals);
}

/** Names of the interval methods as a label shows them. */
export const intervalMethodNames = { wilson: "Wilson", exact: "exact" } as const;

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A date (2026-11-22) as it is read: "22 Nov 2026". It does not depend on a clock or a time zone. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${Number(day)} ${months[Number(month) - 1] ?? ""} ${year}`;
}
