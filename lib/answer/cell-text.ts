import {
  allowsPercent,
  formatCount,
  formatPercent,
  formatPoints,
  formatRange,
  intervalMethodNames,
} from "@/lib/format/numbers";
import { capitalise, joinWithAnd, pluralise, stripFullStop, uncapitalise } from "@/lib/format/text";
import { silenceOfSource } from "@/lib/match/silence";
import { calculateSingleIntervals } from "@/lib/stats/interval";
import { isRandomised } from "@/lib/study/kind";
import { countStudies } from "@/lib/study/study-count";
import type { StudySummary } from "@/lib/study/summary";
import { designNames, harms, sourceReadNames } from "@/lib/vocabulary/outcomes";
import {
  type AnswerCell,
  type CountingStudy,
  isGrave,
  type Lead,
  listChildHarms,
  listOtherTrials,
  splitOthers,
} from "./cells";
import { formatNumberNeeded, getFigureParts, nameCountWithTime, tellsTime } from "./figure-parts";
import { describeToldInWords, listToldInWords, type NamedText } from "./in-words-text";
import { describeOtherRoute } from "./lead-regimen";
import type { Comparison, Figure } from "./reply";
import { listCounts, listTimes } from "./result";
import { nameCountedByOthers } from "./result-sentences";
import { isCountedOtherwise } from "./silent-text";
import { describeSpread } from "./spread-text";
import type { StudyAnswer } from "./study-answer";
import { describeSpecialTraits } from "./trait-sentences";

/** The lead of a cell in the short words of the findings strip, part by part. */
export type LeadText = {
  /** "19 of 27" */
  count: string;
  /** "70%"; null where there are too few patients for one */
  percent: string | null;
  /** what was counted, and of what was seen in nobody that it was */
  what: string;
  /** what was counted, for who hears it with its count */
  counted: string;
  /** whom the total counts, where that is not all treated, and when it happened */
  whom: string | null;
  /** "95% CI 52–84%"; null for single cases, whose interval the strip gives once */
  limits: string | null;
  /** "Placebo: 21 of 48 (44%, 31–58%); difference 35 points (15.5–51.0)." */
  comparison: string | null;
  /** what makes these patients unlike others */
  traits: string[];
  /** of harm, the next gravest that the same study counts: "The same study: any serious adverse event 14 of 95 (15%, 9–23%)." */
  further: string | null;
};

/** Words what leads a cell. */
export function describeLead(lead: Lead): LeadText {
  const { rule, figure, found, cases, events, total } = lead;
  const isSingle = rule === "single-cases";
  return {
    count: formatCount(lead),
    percent: !isSingle && allowsPercent(total) ? formatPercent(events / total) : null,
    what: describeCounted(lead),
    counted: nameCounted(lead),
    whom: isSingle ? null : describeWhom(found, figure),
    limits: isSingle ? null : `95% CI ${formatRange(figure.interval, total)}`,
    comparison: isSingle ? null : describeComparison(figure),
    traits: isSingle
      ? cases.flatMap((one) => describeSpecialTraits(one.found, cases.length > 1 ? one.found.name : undefined))
      : describeSpecialTraits(found),
    further: isSingle ? null : describeFurtherHarm(lead),
  };
}

/** What was counted; of what was seen in nobody that is said, or "weakness came back" would read as what happened. */
function describeCounted(lead: Lead): string {
  return lead.events > 0 ? nameCounted(lead) : `in nobody: ${nameCounted(lead)}`;
}

/** Of single cases, what did not happen stands behind what did: "1 of 3" is one recovery and not three. */
function nameCounted({ rule, figure, cases }: Lead): string {
  if (rule !== "single-cases") return nameCountWithTime(figure);
  const nameAll = (counted: readonly CountingStudy[]) => new Set(counted.map((one) => nameCountWithTime(one.figure)));
  const all = [...nameAll(cases)];
  const happened = nameAll(cases.filter((one) => one.figure.events > 0));
  if (figure.harm || happened.size === 0) return all.join(" or ");
  return [...happened, ...all.filter((name) => !happened.has(name)).map((name) => `not: ${name}`)].join("; ");
}

/** Harms are in the order in which they are shown, the gravest first: the next kind after the one that leads. */
function describeFurtherHarm({ found, figure }: Lead): string | null {
  const next = listCounts(found.harms).find(
    (one) =>
      figure.harm && one.harm && harms.indexOf(one.harm) > harms.indexOf(figure.harm) && one.total === figure.total,
  );
  return next ? `The same study: ${next.plain} ${formatArm(next)}.` : null;
}

/**
 * What a trial compares of harm besides what it shows first, with both of its groups: "Serious adverse event in first 16
 * weeks: 3 of 52 (6%, 2–16%) v 2 of 48 (4%, 1–14%)."
 */
export function listFurtherComparisons({ degrees }: Lead): string[] {
  return degrees.flatMap(({ plain, comparison, ...figure }) =>
    comparison ? [`${capitalise(plain)}: ${formatArm(figure)} v ${formatArm(comparison)}.`] : [],
  );
}

/**
 * The harm in one line, for where there is no room for its cell: what a trial compares first, then what leads.
 * @param first what leads the first cell, whose patients may have been given immunoglobulin another way
 */
export function describeHarmInShort(cell: AnswerCell, describing: readonly StudyAnswer[], first: Lead | null): string {
  const { lead, compared } = cell;
  const [words] = describeGraveHarm(cell, first);
  if (!lead) return [`Harm: ${describeUncounted(describing, [cell])}.`, words].filter(Boolean).join(" ");
  const against = compared?.figure.comparison;
  const counts = [
    ...(compared && against
      ? [`${compared.figure.plain} ${formatArm(compared.figure)} v ${formatArm(against)} on ${against.label}`]
      : []),
    [
      lead.rule === "single-cases"
        ? `${formatCount(lead)} single ${lead.total === 1 ? "case" : "cases"} had ${nameCounted(lead)}`
        : `${nameCounted(lead)} ${formatArm(lead.figure)}`,
      describeOtherRoute(lead.cases, first),
    ]
      .filter(Boolean)
      .join(", "),
  ];
  const studies = [...new Set([...(compared ? [compared] : []), ...lead.cases].map(({ found }) => found.name))];
  return [`Harm: ${counts.join("; ")}. ${joinWithAnd(studies)}.`, words].filter(Boolean).join(" ");
}

/** What a study tells of grave harm in words, where no thrombosis and no serious event that was counted leads. */
function describeGraveHarm({ lead, inWords }: AnswerCell, first: Lead | null): string[] {
  if (lead && lead.events > 0 && isGrave(lead.figure)) return [];
  return inWords.slice(0, 1).map((told) => {
    const how = [describeToldInWords(told), describeOtherRoute([told], first)].filter(Boolean).join(", ");
    return `${told.found.name} (${how}), ${told.words}`;
  });
}

/** " (some patients are counted in both groups)": why two counts of one study are not subtracted, in short. */
export function describeCaution({ note }: Comparison): string {
  return note === null ? "" : ` (${uncapitalise(stripFullStop(note.replace(/, so .*/, "")))})`;
}

/** "of the 19 major responders; median 6.2 months from last IVIG course"; "six of aspiration pneumonia, two of cancer"; null where all treated are counted and no time is told. */
function describeWhom({ study }: StudyAnswer, figure: Figure): string | null {
  const isPart = figure.of !== null || figure.total !== study.participants.treated;
  const times = listTimes(study, figure);
  const parts = [
    ...(isPart ? [`of ${shortenPopulation(figure.population)}`] : []),
    ...times,
    ...(times.length > 0 ? [] : describeFollowUp(study, figure, isPart)),
    // Of what patients died is what a reader asks first.
    ...(figure.domain === "survival" && figure.direction === "harm" && figure.definition
      ? [uncapitalise(stripFullStop(figure.definition))]
      : []),
  ];
  return parts.length > 0 ? parts.join("; ") : null;
}

const spanOfTime = /\b(?:over|in|within|during|after) (?:[\w.-]+ ){0,3}(?:day|week|month|year)s?\b/i;

/**
 * Of what time a count speaks that comes with time, where its own words do not say it: "over 40 weeks" by its label, "within
 * 48 months" by the sheet, else how long the study followed its patients: "followed 31 months (mean)".
 */
function describeFollowUp(
  { design: { followUp }, outcomes, participants }: StudySummary,
  figure: Figure,
  isPart: boolean,
): string[] {
  const { domain, id, plain, label, definition } = figure;
  if (!["relapse", "survival", "adverse-event"].includes(domain) || tellsTime.test(plain)) return [];
  if (tellsTime.test(label)) return [...(spanOfTime.exec(label) ?? [])].slice(0, 1);
  const months = outcomes.find((outcome) => outcome.id === id)?.months;
  if (months) return [`within ${pluralise(months.value, "month", "months")}`];
  // How long a study followed all of its patients may not be said of a part of them.
  const isOfAll = !isPart && participants.treated === participants.enrolled;
  if (!followUp || !isOfAll || tellsTime.test(definition ?? "")) return [];
  const { value, unit, statistic } = followUp;
  const time = pluralise(value, unit.replace(/s$/, ""), unit);
  const words: Record<typeof statistic, string> = {
    fixed: time,
    minimum: `${time} or more`,
    maximum: `up to ${time}`,
    mean: `${time} (mean)`,
    median: `${time} (median)`,
  };
  return [`followed ${words[statistic]}`];
}

/** A population without what it is not: the whole of it stands with the definition. */
function shortenPopulation(population: string): string {
  return stripFullStop(population).replace(/(, not all [^,;]*| \(not all [^)]*\))$/, "");
}

function describeComparison(figure: Figure): string | null {
  const { comparison } = figure;
  if (!comparison) return null;
  const difference = describeDifference(comparison);
  return `${capitalise(comparison.label)}: ${formatArm(comparison)}${difference ? `; ${difference}` : ""}.`;
}

/** "difference 35 points (15.5–51.0); number needed to treat 3"; null where it would mislead. */
export function describeDifference({ difference, numberNeeded }: Comparison): string | null {
  if (!difference) return null;
  const [low, high] = [formatPoints(difference.low, 1), formatPoints(difference.high, 1)];
  // A dash before a minus could not be read.
  const range = difference.low < 0 ? `${low} to ${high}` : `${low}–${high}`;
  const needed = numberNeeded ? `; ${formatNumberNeeded(numberNeeded)}` : "";
  return `difference ${formatPoints(difference.value)} points (${range})${needed}`;
}

/**
 * A count with its interval: "9 of 12 (75%, 47–91%)", "2 of 2 (0.34–1)" where there are too few for a percentage, and
 * "1 of 1", because the strip gives the interval of a single case once.
 */
function formatArm({ events, total, interval }: Pick<Figure, "events" | "total" | "interval">): string {
  if (total === 1) return formatCount({ events, total });
  const percent = allowsPercent(total) ? `${formatPercent(events / total)}, ` : "";
  return `${formatCount({ events, total })} (${percent}${formatRange(interval, total)})`;
}

/**
 * The studies that a cell names beside its lead, whatever they found: every other randomised trial with its arms or in
 * its own words, controlled studies that give no count, what counts the opposite, and what went wrong with a child.
 */
export function listNamed(cell: AnswerCell, describing: readonly StudyAnswer[]): NamedText[] {
  const trials = listOtherTrials(cell, describing);
  // Told as trials, with their comparison.
  const isTrial = ({ found }: CountingStudy) => trials.some(({ trial }) => trial === found);
  return [
    ...trials.map((other) => ({
      found: other.trial,
      text: ` (${describeEnrolled(other.trial)}): ${"figure" in other ? describeArms(other) : other.text.text}`,
    })),
    ...listToldInWords(cell),
    ...[...splitOthers(cell).opposite.filter((other) => !isTrial(other)), ...listChildHarms(cell, describing)].map(
      ({ found, figure }) => ({
        found,
        text: [`, ${figure.plain}: ${formatArm(figure)}.`, ...describeSpecialTraits(found)].join(" "),
      }),
    ),
  ];
}

const describeEnrolled = ({ study: { participants } }: StudyAnswer) =>
  participants.enrolled === null ? "randomised" : `${participants.enrolled} randomised`;

function describeArms({ trial, figure }: { trial: StudyAnswer; figure: Figure }): string {
  const comparison = describeComparison(figure);
  return [
    `${figure.plain} ${formatArm(figure)}${comparison ? `. ${comparison}` : "."}`,
    ...describeSpecialTraits(trial),
  ].join(" ");
}

/** How the other studies stand to the lead: "1 more counts deaths (definitions may differ): Marie 2010, 8 of 73." */
export function describeOthers(cell: AnswerCell): string {
  const { alike } = splitOthers(cell);
  if (alike.length === 0) return "";
  return `${alike.length} more ${alike.length === 1 ? "counts" : "count"} ${nameCountedByOthers(cell)}: ${describeSpread(alike)}.`;
}

/**
 * "not counted by any of 3 studies"; of what some count otherwise "no count that can be used here, of 3 studies"; of
 * relapses that some count without their timing "not counted apart by any of 3 studies"
 */
export function describeUncounted(describing: readonly StudyAnswer[], cells: readonly AnswerCell[]): string {
  if (cells.some(isCountedOtherwise)) {
    return `no count that can be used here, of ${countStudies(describing.length)}`;
  }
  const counted = cells.some(areNotToldApart) ? "counted apart" : "counted";
  return describing.length === 1
    ? `not ${counted} by the study`
    : `not ${counted} by any of ${countStudies(describing.length)}`;
}

/** "not counted", and of what some count otherwise "no usable count": the same where there is little room */
export function describeUncountedInShort(cell: AnswerCell): string {
  if (isCountedOtherwise(cell)) return "no usable count";
  return areNotToldApart(cell) ? "not counted apart" : "not counted";
}

/** Whether a study counts relapses of which it does not say whether they came after stopping: some may have. */
function areNotToldApart({ timing, otherwise }: AnswerCell): boolean {
  return timing === "after-stopping" && otherwise.some(({ figure }) => figure.timing === "unclear");
}

/**
 * "retrospective cohort; abstract". A figure of a trial that has no comparison group beside it says so: as one of a
 * randomised trial it would be taken for more than it is.
 */
function describeReading({ found: { study }, figure }: CountingStudy): string {
  const design =
    isRandomised(study) && figure.comparison === null && figure.total > 1
      ? figure.certainty
      : designNames[study.design.type].toLowerCase();
  return `${design}; ${sourceReadNames[study.reads].replace(" only", "").toLowerCase()}`;
}

/** The studies that lead a cell: what follows the name of each, and what follows all of them. */
type SourceText = { cases: { found: StudyAnswer; after: string }[]; reading: string };

/** Design and source of each study that leads: once where they are alike, and counts only where single cases differ. */
export function describeSources({ cases }: Lead): SourceText {
  const readings = [...new Set(cases.map(describeReading))];
  const [reading] = readings;
  const isShared = readings.length === 1 && reading !== undefined;
  const hasCounts = new Set(cases.map(({ figure }) => formatCount(figure))).size > 1;
  return {
    cases: cases.map(({ found, figure }) => ({
      found,
      after: `${hasCounts ? ` ${formatCount(figure)}` : ""}${isShared ? "" : `, ${describeReading({ found, figure })}`}`,
    })),
    reading: isShared ? reading : "",
  };
}

/**
 * What belongs to every figure of a strip and is said once: the method of the intervals, and the interval of a single
 * case. No sentence where no cell has a figure.
 */
export function describeMethods(cells: readonly AnswerCell[]): string[] {
  const leads = cells.flatMap(({ lead }) => lead ?? []);
  const [first] = leads;
  if (!first) return [];
  const { method } = first.figure.interval;
  const hasDifference = leads.some(({ figure }) => figure.comparison?.difference);
  const methods = `95% intervals: ${intervalMethodNames[method]}${hasDifference ? "; of differences: Newcombe" : ""}.`;
  if (!leads.some(({ rule }) => rule === "single-cases")) return [methods];
  const [happened, not] = calculateSingleIntervals(method).map((interval) => formatRange(interval, 1));
  return [
    methods,
    `A single case: 95% interval ${happened} if it happened, ${not} if not. It says almost nothing about the next patient.`,
  ];
}

/** The definition of a figure of a study and what belongs to it, one sentence each, for who asks. */
export function listDefinitions({ study }: StudyAnswer, figure: Figure): string[] {
  const { definition, denominator, derivation, comparison } = getFigureParts(figure);
  return [
    definition ?? `Definition: ${silenceOfSource[study.reads]}`,
    denominator,
    derivation,
    comparison?.p,
    comparison?.note,
  ].flatMap((part) => (part ? [`${capitalise(stripFullStop(part))}.`] : []));
}

/**
 * Names of rows without the last word that all of them share, which stands once above: "at least minimal", "major" under
 * "improvement".
 */
export function shareLastWord(names: readonly string[]): { shared: string | null; names: string[] } {
  const ends = new Set(names.map((name) => / (\S+)$/.exec(name)?.[1] ?? null));
  const [shared = null] = ends;
  if (ends.size !== 1 || shared === null || names.length < 2) return { shared: null, names: [...names] };
  return { shared, names: names.map((name) => name.slice(0, -shared.length - 1)) };
}

/** When all of some outcomes were counted, by their labels: "at week 16"; null where they differ or one does not say. */
export function findSharedTime(labels: readonly string[]): string | null {
  const times = new Set(labels.map((label) => /\bat (?:week|month) \d+\b/i.exec(label)?.[0] ?? null));
  const [time = null] = times;
  return times.size === 1 ? time : null;
}
