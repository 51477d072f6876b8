import type { CaseFacts } from "@/lib/case/facts";
import { formatCount } from "@/lib/format/numbers";
import { capitalise, joinWithAnd, spellNumber, stripFullStop } from "@/lib/format/text";
import { identifyPatients } from "@/lib/study/cohort";
import { isRandomised } from "@/lib/study/kind";
import { listNames } from "@/lib/vocabulary/concepts";
import type { CellDomain } from "@/lib/vocabulary/outcomes";
import { domainNames, harmNames, timingNames } from "@/lib/vocabulary/outcomes";
import { formatPatientsWith, toSubject } from "@/lib/vocabulary/phrases";
import type { AnswerCell, CountingStudy, Lead } from "./cells";
import { formatDenominator, getFigureParts } from "./figure-parts";
import type { Figure, NestedCounts } from "./reply";
import { getFigure, getText, listCounts, listTimes } from "./result";
import type { StudyAnswer } from "./study-answer";
import { describeSpecialTraits } from "./trait-sentences";

/** What each domain is called at the head of its sentence. */
const cellNames: Record<CellDomain, string> = {
  response: domainNames.response,
  relapse: domainNames.relapse,
  survival: domainNames.survival,
  harm: "Harm",
  pregnancy: "Mother and child",
};

/** "Relapse after stopping", "Deaths" */
export function nameCell({ domain, timing, lead }: Pick<AnswerCell, "domain" | "timing" | "lead">): string {
  if (domain === "survival" && lead) return getFigureParts(lead.figure).name;
  // Which harm is counted is said first: others may be counted where this one is not.
  if (domain === "harm" && lead?.figure.harm) return `${cellNames.harm}: ${harmNames[lead.figure.harm].toLowerCase()}`;
  return timing ? `${cellNames[domain]} ${timingNames[timing]}` : cellNames[domain];
}

/** What is found in one domain: what leads, in whom, and how the other studies stand to it. */
export type Finding = {
  name: string;
  lead: string[];
  more: string[];
};

/** A cell in the parts that the findings strip sets apart. */
export type CellText = {
  name: string;
  /** "19 of 27"; null where no study that describes the patient counts it */
  count: string | null;
  /** "70%"; null where there are too few patients for one */
  percent: string | null;
  /** what was counted */
  what: string;
  /** whom the total counts, where that is not all treated */
  whom: string | null;
  /** when it happened, as far as the same study says */
  times: string[];
  /** "95% CI 52% to 84% (Wilson)"; null where nobody counts it */
  interval: string | null;
  /** comparison, and what makes the patients unlike others */
  own: string[];
  /** the same, and after it every other trial, whatever it found */
  beside: string[];
  /** what is counted within a leading relapse; it stands at the beginning of `others` */
  nested: string[];
  /** how the other studies stand to it */
  others: string[];
};

/** Words one cell for the strip. */
export function describeCell(cell: AnswerCell, describing: readonly StudyAnswer[]): CellText {
  const { domain, lead } = cell;
  const trials = composeTrials(cell, describing);
  if (!lead) {
    const nobody = `Not counted by ${describing.length === 1 ? "the study" : `any of ${describing.length} studies`}.`;
    return {
      name: nameCell(cell),
      count: null,
      percent: null,
      what: nobody,
      whom: null,
      times: [],
      interval: null,
      own: [],
      beside: trials,
      nested: [],
      others: [],
    };
  }
  const { figure, found, cases } = lead;
  const { percent } = getFigureParts(figure);
  const isSingle = lead.rule === "single-cases";
  const what = isSingle ? [...new Set(cases.map((one) => one.figure.plain))].join("; ") : figure.plain;
  const isPart = figure.of !== null || figure.total !== found.study.participants.treated;
  const own = composeBeside(lead);
  return {
    name: nameCell(cell),
    count: formatCount(lead),
    percent: isSingle ? null : percent,
    what,
    whom: isSingle || !isPart ? null : stripFullStop(figure.population),
    times: domain === "relapse" || domain === "response" ? listTimes(found.study, domain) : [],
    interval: describeIntervals(lead),
    own,
    beside: [...own, ...trials],
    nested: composeNested(found.nested, figure),
    others: composeMore(cell, describing),
  };
}

/** "95% CI 52% to 84% (Wilson)"; of single cases once for all that are alike: "1 of 1: 95% CI 0.21 to 1 (Wilson)". */
function describeIntervals({ rule, figure, cases }: Lead): string {
  const word = (one: Figure) => {
    const { interval, method } = getFigureParts(one);
    return `${interval} (${method})`;
  };
  if (rule !== "single-cases") return word(figure);
  return [...new Set(cases.map((one) => `${formatCount(one.figure)}: ${word(one.figure)}`))].join("; ");
}

/**
 * What happened to patients like this, domain by domain. A response that nobody counts is said; a domain besides that
 * nobody counts has no finding.
 */
export function composeFindings(cells: readonly AnswerCell[], describing: readonly StudyAnswer[]): Finding[] {
  return cells.flatMap((cell) => {
    const name = nameCell(cell);
    const trials = composeTrials(cell, describing);
    if (cell.lead) return [{ name, lead: [...composeLead(cell.lead), ...trials], more: composeMore(cell, describing) }];
    if (cell.domain !== "response") return [];
    const none = describing.length === 1 ? "It gives no count of responders." : "None gives a count of responders.";
    return [{ name, lead: [none, ...trials], more: [] }];
  });
}

/** What leads, with all that must stand beside it. */
function composeLead(lead: Lead): string[] {
  const { rule, found, figure, cases, events, total } = lead;
  const first =
    rule === "single-cases" ? composeSingleCases(cases, { events, total }) : composeNamedFigure(found.name, figure);
  return [first, ...composeBeside(lead)];
}

/** The comparison of a leading figure, and what makes its patients unlike others. */
function composeBeside({ rule, found, figure, cases }: Lead): string[] {
  return rule === "single-cases"
    ? cases.flatMap((one) => describeSpecialTraits(one.found, one.found.name))
    : [...composeComparison(figure), ...describeSpecialTraits(found)];
}

/** What is within a leading relapse, how the other studies stand to it, and what went wrong with a child. */
function composeMore(cell: AnswerCell, describing: readonly StudyAnswer[]): string[] {
  const { lead } = cell;
  if (!lead) return [];
  return [
    ...composeNested(lead.found.nested, lead.figure),
    ...composeOthers(cell),
    ...composeChildHarms(cell, describing),
  ];
}

/** What went wrong with a pregnancy or a child, beside the good that leads: "Mosca 2005, born preterm: 1 of 1." */
function composeChildHarms({ domain }: AnswerCell, describing: readonly StudyAnswer[]): string[] {
  if (domain !== "pregnancy") return [];
  return describing.flatMap(({ name, pregnancy }) =>
    listCounts(pregnancy)
      .filter(({ direction, events }) => direction === "harm" && events > 0)
      .map((figure) => `${name}, ${figure.plain}: ${formatCount(figure)}.`),
  );
}

/** "skin clear or almost clear: 19 of 27 (70%), 95% CI 52% to 84%" */
function composeFigure(figure: Figure): string {
  const { countWithPercent, interval } = getFigureParts(figure);
  return `${figure.plain}: ${countWithPercent}, ${interval}`;
}

/** The same after the name of its study; of a relapse also whom its total counts, which is not always all treated. */
function composeNamedFigure(name: string, figure: Figure): string {
  const of = figure.domain === "relapse" ? ` ${formatDenominator(figure.population)}.` : "";
  return `${name}, ${composeFigure(figure)}.${of}`;
}

function composeComparison(figure: Figure): string[] {
  const comparison = getFigureParts(figure).comparison;
  if (!comparison) return [];
  if (!comparison.difference) return [`${comparison.label}: ${comparison.countWithPercent}, ${comparison.interval}.`];
  const needed = comparison.numberNeeded ? `; ${comparison.numberNeeded}` : "";
  return [`${comparison.label}: ${comparison.countWithPercent}; ${comparison.difference}${needed}.`];
}

/** "3 of 3 single cases, added up: Li 2018, symptoms gone; …" */
function composeSingleCases(cases: readonly CountingStudy[], sum: { events: number; total: number }): string {
  const [first, ...others] = cases.map(({ found, figure }) => `${found.name}, ${figure.plain}: ${formatCount(figure)}`);
  if (others.length === 0) return `${first}, a single case.`;
  return `${formatCount(sum)} single cases, added up. ${[first, ...others].join(". ")}.`;
}

/** "Of 27, skin clear or almost clear: 19. Of these 19, relapsed after a major response: 10." */
function composeNested(chains: readonly NestedCounts[], { domain, id }: Figure): string[] {
  if (domain !== "relapse") return [];
  // Of one patient there is nothing within.
  const chain = chains.find((counts) => counts.some(({ outcome, total }) => outcome === id && total > 1));
  return (chain ?? []).map(
    ({ plain, events, total }, index) => `Of ${index === 0 ? "" : "these "}${total}, ${plain}: ${events}.`,
  );
}

/** "Three other studies count it, from 1 of 2 to 2 of 2." "Four do not count it." */
function composeOthers({ lead, counting, silent, lowest, highest }: AnswerCell): string[] {
  const led = new Set(lead?.cases.map(({ found }) => found));
  const others = counting.filter(({ found }) => !led.has(found));
  const studies = others.length === 1 ? "other study counts" : "other studies count";
  // One that counts the opposite, such as deaths beside survivors, is in no spread: it is told by itself.
  const opposite = others.filter(({ figure }) => figure.direction !== lead?.figure.direction);
  return [
    ...(others.length > 0
      ? [`${capitalise(spellNumber(others.length))} ${studies} it${composeSpread({ lowest, highest }, others)}.`]
      : []),
    ...opposite.flatMap(({ found, figure }) => [
      `${found.name}, ${figure.plain}: ${formatCount(figure)}.`,
      ...describeSpecialTraits(found, found.name),
    ]),
    ...(silent > 0 ? [`${capitalise(spellNumber(silent))} ${silent === 1 ? "does" : "do"} not count it.`] : []),
  ];
}

/** ": 2 of 2", ": 1 of 1 each", ", from 1 of 2 to 2 of 2"; nothing where there is no spread to tell. */
function composeSpread({ lowest, highest }: Pick<AnswerCell, "lowest" | "highest">, others: readonly CountingStudy[]) {
  if (!lowest || !highest) return "";
  const [low, high] = [formatCount(lowest.figure), formatCount(highest.figure)];
  if (lowest === highest) return `: ${low}`;
  const counts = [...new Set(others.map(({ figure }) => formatCount(figure)))];
  if (counts.length === 1) return `: ${low} each`;
  const [first, last] = [lowest.figure, highest.figure].map(({ events, total }) => events / total);
  return first === last ? `: ${joinWithAnd(counts)}` : `, from ${low} to ${high}`;
}

/** Of the response, every other randomised trial, whatever it found: its count with its comparison, else its own words; each cohort once. */
function composeTrials({ domain, lead, counting }: AnswerCell, describing: readonly StudyAnswer[]): string[] {
  if (domain !== "response") return [];
  const getPatients = ({ study }: StudyAnswer) => identifyPatients(study);
  const told = new Set(lead?.cases.map(({ found }) => getPatients(found)));
  const counted = new Set(counting.map(({ found }) => getPatients(found)));
  const figures = new Map(counting.map(({ found, figure }) => [found, figure]));
  return describing.flatMap((trial) => {
    if (!isRandomised(trial.study) || told.has(getPatients(trial))) return [];
    const figure = figures.get(trial);
    const text = getText(trial.results.response);
    if (!figure && (!text || counted.has(getPatients(trial)))) return [];
    told.add(getPatients(trial));
    const who = `${trial.name}, a randomised trial`;
    return figure
      ? [`${who}, ${composeFigure(figure)}.`, ...composeComparison(figure), ...describeSpecialTraits(trial)]
      : [`${who}, says in words: ${text?.text}`];
  });
}

/** Patients who share a feature of this one, counted apart in a study of others: that count must not hide behind its headline. */
export function composeSubgroupSentences(
  { aspects }: Pick<CaseFacts, "aspects">,
  studies: readonly StudyAnswer[],
): string[] {
  const deciding = new Set(
    aspects.flatMap(({ trait, answer, role }) => (answer === "yes" && role === "decides" ? listNames(trait) : [])),
  );
  return studies.flatMap((found) => {
    const response = getFigure(found.results.response);
    if (found.group !== "part" || !response?.subgroup || !deciding.has(response.subgroup)) return [];
    const patients = formatPatientsWith(toSubject(response.subgroup));
    return [
      `${found.name} treated others too. Of its ${patients}, ${composeFigure(response)}.`,
      ...describeSpecialTraits(found),
    ];
  });
}
