import { type ComparableSet, MIN_PATIENTS } from "@/lib/answer/comparable-results";
import { formatCount, formatPercent, formatRange } from "@/lib/format/numbers";
import { pluralise } from "@/lib/format/text";

/** What a pool says, in a sentence, with how it is to be read. */
export function describePool({
  pool,
  reason,
  pooledIds,
}: Pick<ComparableSet, "pool" | "reason" | "pooledIds">): string | null {
  if (!pool) return reason;
  const note = reason ? ` ${reason}` : "";
  const of = `${pool.events} of ${pool.total} patients in ${pluralise(pooledIds.length, "study", "studies")}`;
  // A pool that is withheld is no sum either.
  if (pool.status === "too-unlike") return reason;
  if (pool.status === "not-converged") return `${of}.${note}`;
  if (pool.status === "summed") {
    return `${of}: ${formatPercent(pool.events / pool.total)}, 95% CI ${formatPercent(pool.low)} to ${formatPercent(pool.high)} (exact).${note}`;
  }
  const prediction = `${formatPercent(pool.predictionLow)} and ${formatPercent(pool.predictionHigh)}`;
  const spread =
    pool.tau2 === 0
      ? "The studies do not differ more than by chance, which so few can hardly show, so both intervals may be too narrow."
      : "";
  return [
    `Pooled: ${formatPercent(pool.pooled)}, 95% CI ${formatPercent(pool.low)} to ${formatPercent(pool.high)} (random-intercept logistic regression; ${of}).`,
    `A further study would lie between ${prediction} (95% prediction interval); tau² ${pool.tau2.toFixed(2)}.`,
    spread,
    reason,
  ]
    .filter(Boolean)
    .join(" ");
}

/**
 * Why a set is not pooled, in a line; null where it is, and where only one study counts this, which goes without saying.
 */
export function describeWhyNotPooled(
  set: Pick<ComparableSet, "pool" | "pooledIds" | "reason" | "counts">,
): string | null {
  if (set.counts.length < 2 || describePoolRow(set)) return null;
  const areFew = set.counts.every(({ figure }) => figure.total < MIN_PATIENTS);
  return areFew ? "Not pooled: too few patients." : set.reason;
}

/** A pool as a row of the table shows it; null where there is none, or one that is withheld. */
export function describePoolRow({ pool, pooledIds }: Pick<ComparableSet, "pool" | "pooledIds">): {
  name: string;
  count: string;
  percent: string;
  range: string;
  next: string | null;
} | null {
  if (pool?.status !== "pooled" && pool?.status !== "summed") return null;
  const studies = pluralise(pooledIds.length, "study", "studies");
  const isPooled = pool.status === "pooled";
  return {
    name: `${isPooled ? "Pooled" : "Added up"}, ${studies}`,
    count: formatCount(pool),
    percent: formatPercent(isPooled ? pool.pooled : pool.events / pool.total),
    range: formatRange(pool, pool.total),
    next: isPooled
      ? `The next study might find ${formatRange({ low: pool.predictionLow, high: pool.predictionHigh }, pool.total)}.`
      : null,
  };
}
