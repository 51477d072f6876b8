import { getFigureParts } from "@/lib/answer/figure-parts";
import type { Figure, OtherResult } from "@/lib/answer/reply";
import type { Result } from "@/lib/answer/result";
import { joinLabel, stripFullStop } from "@/lib/format/text";
import { silenceOfSource } from "@/lib/match/silence";
import type { SourceRead } from "@/lib/vocabulary/outcomes";

/**
 * "any thromboembolic event: 6 of 95 (6%), 95% CI 3% to 13%", and a second arm after it. Of one patient there is no
 * interval: it would say nothing.
 */
export function formatCounted(figure: Figure): string {
  const { countWithPercent, interval, comparison } = getFigureParts(figure);
  const counted = `${figure.plain}: ${countWithPercent}${figure.total > 1 ? `, ${interval}` : ""}`;
  return comparison ? `${counted}; ${comparison.label}: ${comparison.countWithPercent}` : counted;
}

/** Harm, or what became of a pregnancy, in a phrase: a count in full, or what the source says in words. */
export function formatOtherResult(result: OtherResult): string {
  return result.kind === "count"
    ? formatCounted(result.figure)
    : joinLabel(result.text.plain, stripFullStop(result.text.text));
}

/** Whom a result counts or speaks of. */
export function getPopulation(result: OtherResult): string {
  return result.kind === "count" ? result.figure.population : result.text.population;
}

/** What a study says in one domain, in a phrase; where it says nothing, how it is silent. */
export function formatResult(result: Result, reads: SourceRead): string {
  if (result.kind === "count") return formatCounted(result.figure);
  return result.kind === "text" ? stripFullStop(result.text.text) : silenceOfSource[reads];
}
