import { lowerFirst } from "@/lib/format/text";
import { calculateNumberNeededToTreat, calculateRiskDifference } from "@/lib/stats/compare";
import { calculateInterval, type IntervalMethod } from "@/lib/stats/interval";
import { getSourceLink } from "@/lib/study/citation";
import { isRandomised } from "@/lib/study/kind";
import type { Outcome, Proportion } from "@/lib/study/schema";
import type { StudySummary } from "@/lib/study/summary";
import { describeCertainty } from "./certainty";
import type { Comparison, Figure } from "./reply";

/** An outcome whose result is a count. */
export type CountedOutcome = Outcome & { result: Proportion };

/** A result that is a count: events of total. */
export function isCounted(outcome: Outcome): outcome is CountedOutcome {
  return outcome.result.kind === "proportion";
}

/** What was counted, in the plainest words that the sheet has. */
export function getPlainWords({ plain, label }: Pick<Outcome, "plain" | "label">): string {
  return plain ?? lowerFirst(label);
}

/** One counted outcome of a study as a figure. */
export function createFigure(study: StudySummary, outcome: CountedOutcome, method: IntervalMethod): Figure {
  const { events, total, derived, how } = outcome.result;
  return {
    id: outcome.id,
    domain: outcome.domain,
    outcome: outcome.id,
    label: outcome.label,
    plain: getPlainWords(outcome),
    of: outcome.of ?? null,
    criterion: outcome.criterion ?? null,
    harm: outcome.harm ?? null,
    organ: outcome.organ ?? "global",
    degree: outcome.degree ?? null,
    timing: outcome.timing ?? null,
    direction: outcome.direction,
    events,
    total,
    population: lowerFirst(outcome.population),
    subgroup: outcome.subgroup ?? null,
    definition: outcome.definition,
    interval: calculateInterval({ events, total }, method),
    derived: derived && how ? lowerFirst(how) : null,
    certainty: describeCertainty(study, total, outcome.comparator !== null),
    comparison: createComparison(study, outcome, method),
    locator: outcome.locator,
    source: getSourceLink(study),
  };
}

function createComparison(study: StudySummary, outcome: CountedOutcome, method: IntervalMethod): Comparison | null {
  const { comparator, result, p } = outcome;
  if (!comparator) return null;
  const { label, events, total } = comparator;
  const note = explainNoDifference(study, outcome);
  const difference = note === null ? calculateRiskDifference(result, { events, total }) : null;
  const needed = note === null ? calculateNumberNeededToTreat(result, { events, total }) : null;
  return {
    label: lowerFirst(label),
    events,
    total,
    interval: calculateInterval({ events, total }, method),
    p,
    difference: difference && {
      value: difference.difference,
      low: difference.low,
      high: difference.high,
      method: "newcombe",
    },
    // A number needed to treat is for what treatment is given for; an adverse count has none here.
    numberNeeded:
      needed && outcome.direction === "benefit" ? { number: needed.number, direction: needed.direction } : null,
    note,
  };
}

/** Why two counts of one study are not subtracted from each other; null where they may be. */
function explainNoDifference(study: StudySummary, { comparator, result }: CountedOutcome): string | null {
  const { participants } = study;
  if (!isRandomised(study)) return "The groups were not formed at random.";
  if (participants.enrolled === null) {
    return "How many were randomised is not reported, so patients may be counted in both groups and no difference is worked out.";
  }
  const counted = result.total + (comparator?.total ?? 0);
  return counted > participants.enrolled
    ? "Some patients are counted in both groups, so no difference is worked out."
    : null;
}

/** "creatine kinase: 555 IU/L before, 273 after"; of a share "patients with dysphagia: 40% before, 18.4% after". */
function formatChange({ measure, before, after, unit }: Extract<Outcome["result"], { kind: "change" }>): string {
  return unit.startsWith("%")
    ? `${measure}: ${before}${unit} before, ${after}% after`
    : `${measure}: ${before} ${unit} before, ${after} after`;
}

/** A result that is no count, in one phrase. */
export function formatTextResult({ result }: Outcome): string {
  switch (result.kind) {
    case "narrative":
      return result.text;
    case "change":
      return formatChange(result);
    case "effect": {
      const interval =
        result.ciLow === null || result.ciHigh === null ? "" : ` (95% CI ${result.ciLow} to ${result.ciHigh})`;
      return `${result.measure}: ${result.value}${interval}`;
    }
    case "time": {
      const range = result.min === null || result.max === null ? "" : ` (${result.min} to ${result.max})`;
      return `${result.statistic} ${result.value}${range} ${result.unit} from ${result.from}`;
    }
    case "proportion":
      return `${result.events} of ${result.total}`;
  }
}
