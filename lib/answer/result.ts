import type { CaseFacts } from "@/lib/case/facts";
import type { IntervalMethod } from "@/lib/stats/interval";
import type { StudySummary } from "@/lib/study/summary";
import { type FigureDomain, figureDomains, isFigureDomain } from "@/lib/vocabulary/outcomes";
import { createFigure, formatTextResult, isCounted } from "./figure";
import type { Figure, TextResult } from "./reply";

/** What a study says in one domain: a count, words, or nothing. */
export type Result = { kind: "count"; figure: Figure } | { kind: "text"; text: TextResult } | { kind: "none" };

export type Results = Record<FigureDomain, Result>;

/**
 * What a study says in one domain for a patient of these traits: the outcome counted among patients who share the
 * patient's feature where the study counts them apart, else its headline.
 */
export function getResult(
  traits: CaseFacts["traits"],
  study: StudySummary,
  domain: FigureDomain,
  method: IntervalMethod,
): Result {
  const subgroupOutcome = study.outcomes.find(
    (outcome) => outcome.domain === domain && outcome.subgroup && traits.has(outcome.subgroup),
  );
  const outcome = subgroupOutcome ?? study.outcomes.find(({ id }) => id === study.headline[domain]);
  if (!outcome) return { kind: "none" };
  if (isCounted(outcome)) return { kind: "count", figure: createFigure(study, outcome, method) };
  const { label, population, locator } = outcome;
  return { kind: "text", text: { label, text: formatTextResult(outcome), population, locator } };
}

/** The figure of a result; null where it is no count. */
export function getFigure(result: Result): Figure | null {
  return result.kind === "count" ? result.figure : null;
}

/** The words of a result; null where it is a count, or nothing. */
export function getText(result: Result): TextResult | null {
  return result.kind === "text" ? result.text : null;
}

/** The counted results of a study, in the order of the domains. */
export function listFigures(results: Results): Figure[] {
  return figureDomains.flatMap((domain) => getFigure(results[domain]) ?? []);
}

/** The results that a study gives in words, in the order of the domains. */
export function listTexts(results: Results): TextResult[] {
  return figureDomains.flatMap((domain) => getText(results[domain]) ?? []);
}

/** Every counted outcome of the figure domains that is not among the results. */
export function listOtherFigures(study: StudySummary, results: Results, method: IntervalMethod): Figure[] {
  const shown = new Set(listFigures(results).map(({ id }) => id));
  return study.outcomes.flatMap((outcome) =>
    isCounted(outcome) && isFigureDomain(outcome.domain) && !shown.has(outcome.id)
      ? [createFigure(study, outcome, method)]
      : [],
  );
}
