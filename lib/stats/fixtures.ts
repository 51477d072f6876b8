import type { StudyCount } from "./likelihood";
import { logBinomialCoefficient } from "./log-binomial-coefficient";

/** Counts as they are fitted. */
export function toStudyCounts(pairs: readonly (readonly [events: number, total: number])[]): StudyCount[] {
  return pairs.map(([events, total]) => ({ events, total, logCoefficient: logBinomialCoefficient(total, events) }));
}

/** The likelihood by its definition: each study's chance, averaged over the normal distribution in small equal steps. */
export function integrateLogLikelihood(studies: readonly StudyCount[], mean: number, deviation: number): number {
  const step = 0.005;
  return studies.reduce((sum, { events, total, logCoefficient }) => {
    let chance = 0;
    for (let draw = -10; draw <= 10; draw += step) {
      const logit = mean + deviation * draw;
      const density = Math.exp(-(draw ** 2) / 2) / Math.sqrt(2 * Math.PI);
      const log =
        logCoefficient - events * Math.log1p(Math.exp(-logit)) - (total - events) * Math.log1p(Math.exp(logit));
      chance += Math.exp(log) * density * step;
    }
    return sum + Math.log(chance);
  }, 0);
}
