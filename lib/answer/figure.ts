import { deriveImpliedAnswers } from "@/lib/case/implications";
import { getAnswer, type Profile } from "@/lib/case/schema";
import { numberNeededToTreat, riskDifference } from "@/lib/stats/compare";
import { type IntervalMethod, proportionInterval } from "@/lib/stats/interval";
import { getSourceLink, type SourceLink } from "@/lib/study/citation";
import type { Outcome, Proportion } from "@/lib/study/schema";
import type { StudySummary } from "@/lib/study/summary";
import { features } from "@/lib/vocabulary/feature";
import { describeCertainty } from "./certainty";

/** The three outcomes that answer "what happened to patients like this". */
const figureDomains = ["response", "relapse", "survival"] as const;
export type FigureDomain = (typeof figureDomains)[number];

/** An outcome whose result is a count. */
export type CountedOutcome = Outcome & { result: Proportion };

/** Two arms of one study. `difference` is null, with the reason in words, where it would mislead. */
export type Comparison = {
  label: string;
  events: number;
  total: number;
  interval: { low: number; high: number; method: IntervalMethod };
  p: string | null;
  difference: { value: number; low: number; high: number; method: "newcombe" } | null;
  numberNeeded: { number: number; direction: "benefit" | "harm" } | null;
  note: string | null;
};

/** One counted result as every output shows it: events of total, of whom, how sure, and where it was read. */
export type Figure = {
  id: string;
  domain: Outcome["domain"];
  /** the sheet's outcome id, under the name that record systems read */
  outcome: string;
  label: string;
  organ: NonNullable<Outcome["organ"]>;
  degree: NonNullable<Outcome["degree"]> | null;
  timing: NonNullable<Outcome["timing"]> | null;
  direction: Outcome["direction"];
  events: number;
  total: number;
  population: string;
  /** the one aspect that all patients of this figure share, where it counts a part of the study */
  subgroup: NonNullable<Outcome["subgroup"]> | null;
  definition: string | null;
  interval: { low: number; high: number; method: IntervalMethod };
  derived: string | null;
  certainty: string;
  comparison: Comparison | null;
  locator: string;
  source: SourceLink;
};

/** A result that its source gives in words, or as a change, and not as a count of patients. */
export type TextResult = { label: string; text: string; population: string; locator: string };

/** What a study has to say in one domain: a count, or words, or nothing. */
export type DomainResult = { figure: Figure | null; inWords: TextResult | null };

/**
 * What a study tells about one domain for a patient of these parts (`partsOf`): the figure counted among patients who share the patient's
 * feature where the study counts them apart, else its headline.
 */
export function getResult(
  parts: ReadonlySet<string>,
  study: StudySummary,
  domain: FigureDomain,
  method: IntervalMethod,
): DomainResult {
  const subgroup = study.outcomes.find((found) => found.domain === domain && parts.has(found.subgroup ?? ""));
  const headline = study.outcomes.find(({ id }) => id === study.headline[domain]);
  const chosen = subgroup ?? headline;
  if (!chosen) return { figure: null, inWords: null };
  if (isCounted(chosen)) return { figure: createFigure(study, chosen, method), inWords: null };
  const { label, population, locator } = chosen;
  return { figure: null, inWords: { label, text: formatTextResult(chosen), population, locator } };
}

/** Every other counted response, relapse or survival of a study, beside the ones that were chosen. */
export function listOtherFigures(
  study: StudySummary,
  chosen: readonly (Figure | null)[],
  method: IntervalMethod,
): Figure[] {
  const shown = new Set(chosen.map((figure) => figure?.id));
  return study.outcomes.flatMap((outcome) =>
    isCounted(outcome) && isFigureDomain(outcome.domain) && !shown.has(outcome.id)
      ? [createFigure(study, outcome, method)]
      : [],
  );
}

function isFigureDomain(domain: string): domain is FigureDomain {
  return (figureDomains as readonly string[]).includes(domain);
}

/** A result that is a count: events of total. */
export function isCounted(outcome: Outcome): outcome is CountedOutcome {
  return outcome.result.kind === "proportion";
}

/**
 * The parts of a study that this patient would belong to: every feature that is stated or implied, and the diagnosis.
 * What is implied may choose a figure, though it never decides whether a study is shown.
 */
export function getSubgroups(profile: Profile): ReadonlySet<string> {
  const known = deriveImpliedAnswers(profile);
  const held = features.filter((feature) => getAnswer(profile, feature) === "yes" || known[feature] === "yes");
  return new Set<string>([...held, ...(profile.diagnosis ? [profile.diagnosis] : [])]);
}

/** One counted outcome of a study as a figure. */
export function createFigure(study: StudySummary, outcome: CountedOutcome, method: IntervalMethod): Figure {
  const { events, total, derived, how } = outcome.result;
  return {
    id: outcome.id,
    domain: outcome.domain,
    outcome: outcome.id,
    label: outcome.label,
    organ: outcome.organ ?? "global",
    degree: outcome.degree ?? null,
    timing: outcome.timing ?? null,
    direction: outcome.direction,
    events,
    total,
    population: outcome.population,
    subgroup: outcome.subgroup ?? null,
    definition: outcome.definition,
    interval: proportionInterval({ events, total }, method),
    derived: derived ? (how ?? null) : null,
    certainty: describeCertainty(study, total, outcome.comparator !== null),
    comparison: comparisonOf(study, outcome, method),
    locator: outcome.locator,
    source: getSourceLink(study),
  };
}

function comparisonOf(study: StudySummary, outcome: CountedOutcome, method: IntervalMethod): Comparison | null {
  const { comparator, result, p } = outcome;
  if (!comparator) return null;
  const { label, events, total } = comparator;
  const note = whyNoDifference(study, outcome);
  const difference = note === null ? riskDifference(result, { events, total }) : null;
  const needed = note === null ? numberNeededToTreat(result, { events, total }) : null;
  return {
    label,
    events,
    total,
    interval: proportionInterval({ events, total }, method),
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
function whyNoDifference(
  { design, participants }: StudySummary,
  { comparator, result }: CountedOutcome,
): string | null {
  if (design.type !== "randomised-controlled-trial") return "The groups were not formed at random.";
  if (participants.enrolled === null) {
    return "How many were randomised is not reported, so patients may be counted in both groups and no difference is worked out.";
  }
  const counted = result.total + (comparator?.total ?? 0);
  return counted > participants.enrolled
    ? "Some patients are counted in both groups, so no difference is worked out."
    : null;
}

/** A result that is no count, in one phrase. */
export function formatTextResult({ result }: Outcome): string {
  switch (result.kind) {
    case "narrative":
      return result.text;
    case "change":
      return `${result.measure}: ${result.before} before, ${result.after} after (${result.unit})`;
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
