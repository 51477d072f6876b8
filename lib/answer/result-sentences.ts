import type { CaseFacts } from "@/lib/case/facts";
import { formatCount } from "@/lib/format/numbers";
import { capitalise, joinWithAnd, spellNumber } from "@/lib/format/text";
import { listNames } from "@/lib/vocabulary/concepts";
import type { Aspect } from "@/lib/vocabulary/feature";
import type { CellDomain } from "@/lib/vocabulary/outcomes";
import { domainNames, harmNames, timingNames } from "@/lib/vocabulary/outcomes";
import { formatPatientsWith, toSubject } from "@/lib/vocabulary/phrases";
import { type AnswerCell, type CountingStudy, type Lead, listChildHarms, listOtherTrials, splitOthers } from "./cells";
import { formatDenominator, getFigureParts, nameCountWithTime } from "./figure-parts";
import { listToldInWords } from "./in-words-text";
import { describeRegimenOfLead, findFirstLead } from "./lead-regimen";
import { describeAllMissing } from "./missing";
import { describeProgressions } from "./progression";
import type { Figure, NestedCounts } from "./reply";
import { getFigure } from "./result";
import { describeUnused, isCountedOtherwise, listUnusedCounts } from "./silent-text";
import { findSpread, formatNamedCount, isOfNoDegree, MAX_LISTED } from "./spread-text";
import type { StudyAnswer } from "./study-answer";
import { describePatientsOnce, describeSpecialTraits } from "./trait-sentences";

/** What each domain is called at the head of its sentence. */
const cellNames: Record<CellDomain, string> = {
  response: domainNames.response,
  relapse: domainNames.relapse,
  survival: domainNames.survival,
  harm: "Harm",
  pregnancy: "Mother and child",
};

/** "Relapse", and "Deaths" where deaths were counted. */
export function nameDomain({ domain, lead }: Pick<AnswerCell, "domain" | "lead">): string {
  return domain === "survival" && lead ? getFigureParts(lead.figure).name : cellNames[domain];
}

/** "Relapse after stopping", "Harm: thrombosis" */
export function nameCell(cell: Pick<AnswerCell, "domain" | "timing" | "lead">): string {
  const { domain, timing, lead } = cell;
  // Which harm is counted is said first: others may be counted where this one is not.
  if (domain === "harm" && lead?.figure.harm) return `${cellNames.harm}: ${harmNames[lead.figure.harm].toLowerCase()}`;
  return timing ? `${nameDomain(cell)} ${timingNames[timing]}` : nameDomain(cell);
}

/** What is found in one domain: what leads, in whom, and how the other studies stand to it. */
export type Finding = {
  name: string;
  lead: string[];
  /** every other trial and what is told in words: not of these patients, and so said last */
  beside: string[];
  /** what these patients were given, where the finding before has not said it; null where nobody counts it */
  given: string | null;
  more: string[];
};

/** What stands beside the lead of a cell in running text. */
export type CellSentences = {
  /** comparison, and what makes the patients unlike others */
  own: string[];
  /** every other trial, whatever it found */
  trials: string[];
  /** what other studies tell of it in words */
  inWords: string[];
  /** all of these, one after the other */
  beside: string[];
  /** what is counted within a leading relapse; it stands at the beginning of `others` */
  nested: string[];
  /** the same without the first counts where they lead a cell themselves, which tells them */
  within: string[];
  /** how the other studies stand to it */
  others: string[];
  /** what a short text keeps beside the lead, the sentences of one matter together: each other trial, what is told in words, the counts of other studies, also those that no figure here is made of */
  matters: string[][];
};

/**
 * Words what stands beside the lead of one cell.
 * @param cells all of the answer, in order: who the patients of a study are is said with the first that it leads
 */
export function describeCell(
  cell: AnswerCell,
  describing: readonly StudyAnswer[],
  cells: readonly AnswerCell[],
): CellSentences {
  const { lead } = cell;
  const own = lead ? composeBeside(lead, cells) : [];
  const trials = composeTrials(cell, describing);
  const inWords = composeInWords(cell);
  return {
    own,
    trials,
    inWords,
    beside: [...own, ...trials, ...inWords],
    nested: lead ? composeNested(findChain(lead)) : [],
    within: lead ? composeNested(findChain(lead)).slice(countTold(lead, cells)) : [],
    others: composeMore(cell, describing),
    matters: [
      ...listTrialSentences(cell, describing),
      ...inWords.map((words) => [words]),
      ...(lead ? [composeCompared(cell), composeCountsOfOthers(cell), composeChildHarms(cell, describing)] : []),
      ...listUnusedCounts(cell).map((counts) => [counts]),
    ].filter((sentences) => sentences.length > 0),
  };
}

/**
 * What happened to patients like this, domain by domain. That nobody counts it is said of a response, and of a relapse
 * of one timing where one of another is counted; of a domain besides only where something is told of it all the same.
 */
export function composeFindings(cells: readonly AnswerCell[], describing: readonly StudyAnswer[]): Finding[] {
  const first = findFirstLead(cells);
  return cells.flatMap((cell) => {
    const name = nameCell(cell);
    const trials = [...composeTrials(cell, describing), ...composeInWords(cell)];
    if (cell.lead) {
      const given = describeRegimenOfLead(cell.lead, cell.lead === first ? null : first);
      return [
        { name, lead: composeLead(cell.lead, cells), given, more: composeMore(cell, describing), beside: trials },
      ];
    }
    const unused = listUnusedCounts(cell);
    // That a relapse of one timing is not counted matters where one of another is.
    const isTold = cell.domain === "response" || cell.timing !== null || trials.length > 0 || unused.length > 0;
    if (!isTold) return [];
    const of = cell.domain === "response" ? " of responders" : "";
    const none = describing.length === 1 ? `It gives no count${of}.` : `None gives a count${of}.`;
    const lead = [isCountedOtherwise(cell) ? "No count can be used here." : none];
    return [{ name, lead, given: null, more: unused, beside: trials }];
  });
}

/** What leads, with all that must stand beside it. */
function composeLead(lead: Lead, all: readonly AnswerCell[]): string[] {
  const { rule, found, figure, cases, events, total } = lead;
  const first =
    rule === "single-cases" ? composeSingleCases(cases, { events, total }) : composeNamedFigure(found.name, figure);
  return [first, ...composeBeside(lead, all)];
}

/** The comparison of a leading figure, and what makes its patients unlike others. */
function composeBeside(lead: Lead, all: readonly AnswerCell[]): string[] {
  const { rule, found, figure, cases } = lead;
  if (rule === "single-cases") {
    // The sentence before has named the one that there is.
    return [
      ...cases.flatMap((one) => describeSpecialTraits(one.found, cases.length > 1 ? one.found.name : undefined)),
      ...describePatientsOnce(lead, all),
    ];
  }
  const progressions = figure.domain === "response" ? describeProgressions(found.study) : [];
  return [
    ...composeComparison(figure),
    ...progressions,
    ...describeSpecialTraits(found),
    ...describePatientsOnce(lead, all),
  ];
}

/**
 * What is within a leading relapse, how the other studies stand to it, and what went wrong with a child; where nothing
 * leads, the counts that no figure is made of.
 */
function composeMore(cell: AnswerCell, describing: readonly StudyAnswer[]): string[] {
  const { lead } = cell;
  if (!lead) return listUnusedCounts(cell);
  return [
    ...composeCompared(cell),
    ...composeNested(findChain(lead)),
    ...composeOthers(cell),
    ...composeChildHarms(cell, describing),
  ];
}

function composeCompared({ compared }: AnswerCell): string[] {
  return compared ? composeComparedHarm(compared) : [];
}

/** What a trial counts of harm in both of its groups, and of whom, for some may have been in both. */
function composeComparedHarm({ found, figure }: Lead): string[] {
  return [
    `In both groups: ${found.name}, ${composeFigure(figure)}.`,
    `${formatDenominator(figure.population)}.`,
    ...composeComparison(figure),
  ];
}

/** "Mosca 2005, born preterm: 1 of 1." */
function composeChildHarms(cell: AnswerCell, describing: readonly StudyAnswer[]): string[] {
  return listChildHarms(cell, describing).map(
    ({ found, figure }) => `${found.name}, ${figure.plain}: ${formatCount(figure)}.`,
  );
}

/** "skin clear or almost clear: 19 of 27 (70%), 95% CI 52% to 84%" */
function composeFigure(figure: Figure): string {
  const { countWithPercent, interval } = getFigureParts(figure);
  return `${nameCountWithTime(figure)}: ${countWithPercent}, ${interval}`;
}

/** The same after the name of its study; of a relapse also whom its total counts, which is not always all treated. */
function composeNamedFigure(name: string, figure: Figure): string {
  const of = figure.domain === "relapse" ? ` ${formatDenominator(figure.population)}.` : "";
  return `${name}, ${composeFigure(figure)}.${of}`;
}

function composeComparison(figure: Figure): string[] {
  const comparison = getFigureParts(figure).comparison;
  if (!comparison) return [];
  const label = capitalise(comparison.label);
  if (!comparison.difference) return [`${label}: ${comparison.countWithPercent}, ${comparison.interval}.`];
  const needed = comparison.numberNeeded ? `; ${comparison.numberNeeded}` : "";
  return [`${label}: ${comparison.countWithPercent}; ${comparison.difference}${needed}.`];
}

/** "3 of 3 single cases, added up: Li 2018, symptoms gone; …" */
function composeSingleCases(cases: readonly CountingStudy[], sum: { events: number; total: number }): string {
  const [first, ...others] = cases.map(({ found, figure }) => `${found.name}, ${figure.plain}: ${formatCount(figure)}`);
  if (others.length === 0) return `${first}, a single case.`;
  return `${formatCount(sum)} single cases, added up. ${[first, ...others].join(". ")}.`;
}

/** The counts within each other to which a leading relapse belongs: of all treated, of these the responders, of these who relapsed. */
function findChain({ found, figure: { domain, id } }: Lead): NestedCounts {
  if (domain !== "relapse") return [];
  // Of one patient there is nothing within.
  return found.nested.find((counts) => counts.some(({ outcome, total }) => outcome === id && total > 1)) ?? [];
}

/** How many counts at the beginning of the chain of a lead are leads themselves, in the same study and of as many patients. */
function countTold(lead: Lead, cells: readonly AnswerCell[]): number {
  const leads = cells.flatMap((cell) => cell.lead ?? []);
  const chain = findChain(lead);
  const untold = chain.findIndex(
    ({ outcome, events, total }) =>
      !leads.some(
        ({ found, figure }) =>
          found === lead.found && figure.id === outcome && figure.events === events && figure.total === total,
      ),
  );
  return untold === -1 ? chain.length : untold;
}

/** "Of 27, skin clear or almost clear: 19. Of these 19, relapsed after a major response: 10." */
function composeNested(chain: NestedCounts): string[] {
  return chain.map(
    ({ plain, events, total }, index) => `Of ${index === 0 ? "" : "these "}${total}, ${plain}: ${events}.`,
  );
}

/** Said of what other studies count: each has a definition of its own. */
export const definitionsMayDiffer = " (definitions may differ)";

/**
 * What other studies of a cell count, after "2 more count": each has a definition of its own, which may differ from that
 * of the lead.
 */
export function nameCountedByOthers({ domain, lead }: Pick<AnswerCell, "domain" | "lead">): string {
  const names: Record<CellDomain, string> = {
    response: "a response",
    relapse: "a relapse",
    survival: lead?.figure.direction === "harm" ? "deaths" : "survival",
    harm: `this kind of harm${lead?.figure.harm ? `, ${harmNames[lead.figure.harm].toLowerCase()}` : ""}`,
    pregnancy: "an outcome",
  };
  return `${names[domain]}${definitionsMayDiffer}`;
}

/** "Seven other studies count a response (definitions may differ): Cherin 1994, 3 of 11." "In 5 of 6 single cases." "4 give no count." */
function composeOthers(cell: AnswerCell): string[] {
  return [...composeCountsOfOthers(cell), ...[describeUnused(cell)].filter(Boolean), ...listUnusedCounts(cell)];
}

/** "Seven other studies count a response (definitions may differ): Cherin 1994, 3 of 11." "In 5 of 6 single cases." and each that counts the opposite. */
function composeCountsOfOthers(cell: AnswerCell): string[] {
  const { alike, opposite } = splitOthers(cell);
  const studies = alike.length === 1 ? "other study counts" : "other studies count";
  const [spread, ...each] = composeSpread(alike);
  return [
    ...(alike.length > 0
      ? [`${capitalise(spellNumber(alike.length))} ${studies} ${nameCountedByOthers(cell)}${spread}`, ...each]
      : []),
    ...opposite.flatMap(({ found, figure }) => [
      `${found.name}, ${figure.plain}: ${formatCount(figure)}.`,
      ...describeSpecialTraits(found, found.name),
    ]),
  ];
}

/**
 * ": Marie 2010, 8 of 73.", ": 1 of 1 each. These are Li 2018 and Lee 2017." after the number of other studies; the counts
 * of two or three that differ, and those of many by their size, have a sentence each.
 */
function composeSpread(others: readonly CountingStudy[]): string[] {
  const spread = findSpread(others);
  if (spread.kind === "equal") {
    const names =
      others.length <= MAX_LISTED ? [`These are ${joinWithAnd(others.map(({ found }) => found.name))}.`] : [];
    return [`: ${spread.words}.`, ...names];
  }
  if (spread.kind === "sized") {
    const [first = "", ...more] = spread.parts;
    return [`: ${first}.`, ...more.map((part) => `${capitalise(part)}.`)];
  }
  const [only, ...more] = spread.counts;
  if (only && more.length === 0) return [`: ${formatNamedCount(only)}.`];
  return [
    ".",
    ...spread.counts.map((one) =>
      isOfNoDegree(one) ? `${formatNamedCount(one)}.` : `${one.found.name}: ${formatCount(one.figure)}.`,
    ),
  ];
}

/** Every other randomised trial: its count with its comparison, else its own words. */
function composeTrials(cell: AnswerCell, describing: readonly StudyAnswer[]): string[] {
  return listTrialSentences(cell, describing).flat();
}

/** The sentences of each other randomised trial. */
function listTrialSentences(cell: AnswerCell, describing: readonly StudyAnswer[]): string[][] {
  return listOtherTrials(cell, describing).map((other) => {
    const who = `${other.trial.name}, a randomised trial`;
    return "figure" in other
      ? [
          `${who}, ${composeFigure(other.figure)}.`,
          ...composeComparison(other.figure),
          ...describeSpecialTraits(other.trial),
        ]
      : [`${who}, says in words: ${other.text.text}`];
  });
}

/** "Lam 2011 (controlled, not randomised): …", "Cherin 2002 (after stopping, of patients who improved), …": what gives no count of it. */
export function composeInWords(cell: Pick<AnswerCell, "domain" | "inWords">): string[] {
  return listToldInWords(cell).map(({ found, text }) => `${found?.name ?? ""}${text}`);
}

/**
 * Patients who share a feature of this one, counted apart in a study of others: that count must not hide behind its headline.
 * What else of this patient nobody in that study is known to have is said too. Nothing is said of a study all of whose patients
 * have it, nor of one whose patients are known not to have another answer on which it depends.
 * @param part the studies that describe a part of the patient
 */
export function composeSubgroupSentences(
  { aspects, profile }: Pick<CaseFacts, "aspects" | "profile">,
  part: readonly StudyAnswer[],
): string[] {
  const deciding = aspects.filter(({ answer, role }) => answer === "yes" && role === "decides");
  return part.flatMap((found) => {
    const response = getFigure(found.results.response);
    const { subgroup = null } = response ?? {};
    const shared = deciding.find(({ trait }) => subgroup !== null && listNames(trait).includes(subgroup));
    if (!response || !subgroup || !shared) return [];
    const relate = (aspect: Aspect) => found.reasons.find(({ feature }) => feature === aspect)?.relation;
    if (relate(shared.aspect) !== "partly" || deciding.some(({ aspect }) => relate(aspect) === "differs")) return [];
    const patients = formatPatientsWith(toSubject(subgroup));
    return [
      `${found.name} treated others too. Of its ${patients}, ${composeFigure(response)}.`,
      ...listMissing(profile, found).map((missing) => `${found.name}: ${missing}.`),
      ...describeSpecialTraits(found, found.name),
    ];
  });
}

/** Aspects that a sentence names together. */
const MAX_TOGETHER = 3;

/** What a study lacks, put together where it is silent in one way; of many, each by itself, or the sentence would not end. */
function listMissing(profile: CaseFacts["profile"], found: StudyAnswer): readonly string[] {
  return found.missing.length > MAX_TOGETHER ? found.missingText : describeAllMissing(profile, found.missing, [found]);
}
