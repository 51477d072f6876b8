import type { EvidenceView } from "@/lib/evidence/schema";
import { percent } from "@/lib/terms/numbers";
import { counted } from "@/lib/terms/phrases";

/** What a pool says, in a sentence, with how it is to be read. */
export function poolInWords({ pool, reason, pooled }: EvidenceView["sets"][number]): string | null {
  if (!pool) return reason;
  const note = reason ? ` ${reason}` : "";
  const of = `${pool.events} of ${pool.total} patients in ${counted(pooled.length, "study", "studies")}`;
  if (pool.status === "not-converged") return `${of}.${note}`;
  if (pool.status === "summed") {
    return `${of}: ${percent(pool.events / pool.total)}, 95% interval ${percent(pool.low)} to ${percent(pool.high)} (exact).${note}`;
  }
  const prediction = `${percent(pool.predictionLow)} and ${percent(pool.predictionHigh)}`;
  return `Pooled over ${of}: ${percent(pool.pooled)}, 95% interval ${percent(pool.low)} to ${percent(pool.high)} (random-intercept logistic regression). A further study would lie between ${prediction} (95% prediction interval); tau² ${pool.tau2.toFixed(2)}.${note}`;
}
