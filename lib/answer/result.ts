import type { CaseFacts } from "@/lib/case/facts";
import { lowerFirst } from "@/lib/format/text";
import type { IntervalMethod } from "@/lib/stats/interval";
import type { Outcome } from "@/lib/study/schema";
import type { StudySummary } from "@/lib/study/summary";
import { type FigureDomain, figureDomains, harms, isFigureDomain, type OutcomeDomain } from "@/lib/vocabulary/outcomes";
import { type CountedOutcome, createFigure, formatTextResult, getPlainWords, isCounted } from "./figure";
import type { Figure, NestedCounts, OtherResult, TextResult } from "./reply";

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
  return { kind: "text", text: createTextResult(outcome) };
}

function createTextResult(outcome: Outcome): TextResult {
  const { label, population, locator } = outcome;
  const plain = getPlainWords(outcome);
  return { label, plain, text: formatTextResult(outcome), population: lowerFirst(population), locator };
}

/**
 * What a study reports in a domain that has no leading figure, in counts and in words: adverse events in the order in
 * which harm is shown, other domains in the order of the sheet.
 */
export function listOtherResults(
  study: StudySummary,
  domain: Exclude<OutcomeDomain, FigureDomain>,
  method: IntervalMethod,
): OtherResult[] {
  const order = (outcome: Outcome) => (outcome.harm ? harms.indexOf(outcome.harm) : harms.length);
  return study.outcomes
    .filter((outcome) => outcome.domain === domain)
    .sort((a, b) => order(a) - order(b))
    .map((outcome) =>
      isCounted(outcome)
        ? { kind: "count", figure: createFigure(study, outcome, method) }
        : { kind: "text", text: createTextResult(outcome), harm: outcome.harm ?? null },
    );
}

/**
 * What a study says of when the events of a figure happened, in one phrase for each such outcome, without a beginning
 * that is not stated. A time to relapse after stopping is not told of relapses under treatment.
 */
export function listTimes(study: StudySummary, { domain, timing }: Pick<Figure, "domain" | "timing">): string[] {
  return study.outcomes
    .filter(
      (outcome) => outcome.domain === domain && outcome.result.kind === "time" && (outcome.timing ?? null) === timing,
    )
    .map((outcome) => formatTextResult(outcome).replace(" from not stated", ""));
}

/**
 * Counts that are counted one within the other, from the widest: responders of all treated, relapses of the responders,
 * relapses that were controlled again. Only chains of two or more.
 */
export function listNestedCounts(study: StudySummary): NestedCounts[] {
  const counted = study.outcomes.filter(isCounted);
  const isInner = (outcome: CountedOutcome) => counted.some(({ id }) => id === outcome.of);
  const follow = (outcome: CountedOutcome): CountedOutcome[][] => {
    const inner = counted.filter(({ of }) => of === outcome.id);
    return inner.length === 0 ? [[outcome]] : inner.flatMap((next) => follow(next).map((rest) => [outcome, ...rest]));
  };
  return counted
    .filter((outcome) => !isInner(outcome))
    .flatMap(follow)
    .filter((chain) => chain.length > 1)
    .map((chain) =>
      chain.map((outcome) => ({
        outcome: outcome.id,
        plain: getPlainWords(outcome),
        events: outcome.result.events,
        total: outcome.result.total,
      })),
    );
}

/** The counts among results, in their order. */
export function listCounts(results: readonly OtherResult[]): Figure[] {
  return results.flatMap((result) => (result.kind === "count" ? [result.figure] : []));
}

/** Whether a figure's total can be patients given immunoglobulin only: more than were treated cannot. */
export function isOfTreated({ participants }: StudySummary, { total }: Figure): boolean {
  return participants.treated === null || total <= participants.treated;
}

/** A result of a leading domain as those are that have no leading figure: a list of one, or of none. */
export function toOtherResults(result: Result): OtherResult[] {
  if (result.kind === "none") return [];
  return result.kind === "count" ? [result] : [{ ...result, harm: null }];
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
