import { type CaseFacts, concernsPregnancy } from "@/lib/case/facts";
import { sum } from "@/lib/format/numbers";
import { identifyPatients, selectOneReportPerCohort } from "@/lib/study/cohort";
import { isRandomised } from "@/lib/study/kind";
import type { StudySummary } from "@/lib/study/summary";
import type { Feature } from "@/lib/vocabulary/feature";
import { type CellDomain, cellDomains, harms, timings } from "@/lib/vocabulary/outcomes";
import { groupBy } from "./group-by";
import type { Cell, Figure, TextResult } from "./reply";
import { getFigure, getText, isOfTreated, listCounts } from "./result";
import { compareByShare } from "./share-order";
import type { StudyAnswer } from "./study-answer";

/** A study that describes the patient, with the figure of it that a cell counts. */
export type CountingStudy = { found: StudyAnswer; figure: Figure };

/** A cell with the studies and figures that it is made of; null where nobody counts it. */
export type AnswerCell = {
  domain: CellDomain;
  timing: Figure["timing"];
  lead: Lead | null;
  counting: CountingStudy[];
  /** how many of the describing studies do not count it */
  silent: number;
  lowest: CountingStudy | null;
  highest: CountingStudy | null;
  trials: StudyAnswer[];
  /** of harm: what the first randomised trial that does so counts in both of its groups, with its further kinds of harm */
  compared: Lead | null;
  /** describing studies that tell it in words only; of harm, what is grave */
  inWords: ToldInWords[];
  /** describing studies that count it in a way that no figure of this cell can be made of, each with its count */
  otherwise: CountedOtherwise[];
};

/** A count that a cell cannot use: of other patients too, of an enzyme only (named in this cell or in that of its own timing), of another timing or harm. */
export type CountedOtherwise = CountingStudy & { why: "untreated" | "enzyme" | "enzyme-named" | "timing" | "harm" };

/** What a study that describes the patient tells in words, with what it is about. */
export type ToldInWords = {
  found: StudyAnswer;
  words: string;
  isControlled: boolean;
  /** where that of the cell is another */
  timing: Figure["timing"];
  /** of whom it is told; null where these are all patients of the study, and all were treated, or its groups with and without */
  population: string | null;
};

type LeadRule = NonNullable<Cell["lead"]>["rule"];

/** What a cell shows first: one figure, or single cases that are added up. */
export type Lead = CountingStudy & {
  rule: LeadRule;
  cases: CountingStudy[];
  events: number;
  total: number;
  traits: Feature[];
  /** of a trial, the other degrees of response, or kinds of harm, that it counts in both of its arms */
  degrees: Figure[];
};

/** Patients from which a figure counts as one of a series. */
export const MIN_SERIES = 5;

/**
 * What leads in each domain, from the studies that describe the patient in rank order, blind to what they found: the
 * first randomised trial with a comparison; else the first of at least five patients; else the first of more than one;
 * else the single cases, added up. Relapses have a cell for each timing at which any are counted, and where any are, one
 * for those after stopping, counted or not: without it, "0 of 13 under treatment" would read as what to expect.
 */
export function listCells(facts: Pick<CaseFacts, "traits">, describing: readonly StudyAnswer[]): AnswerCell[] {
  if (describing.length === 0) return [];
  const create = (
    domain: CellDomain,
    timing: Figure["timing"],
    find: (found: StudyAnswer) => Figure | null,
    findUnused?: (found: StudyAnswer) => CountedOtherwise | null,
  ) => createCell(domain, timing, describing, find, findUnused);
  const counted = timings.filter(
    (timing) => timing !== "before-immunoglobulin" && describing.some((found) => getRelapse(found, timing)),
  );
  const relapseTimings = timings.filter((timing) => timing === "after-stopping" || counted.includes(timing));
  const isPregnancy = concernsPregnancy(facts);
  const harms = describing.flatMap(({ harmCounts }) => harmCounts).sort(compareHarms);
  // That one patient had no harm of a grave kind says less than what others had.
  const harm = (harms.find(({ events, total }) => events > 0 || total > 1) ?? harms[0])?.harm ?? null;
  const survival = create("survival", null, ({ results }) => getFigure(results.survival));
  const harmCell = create(
    "harm",
    null,
    ({ harmCounts }) => harmCounts.find((figure) => figure.harm === harm) ?? null,
    (found) => {
      const [figure] = found.harmCounts;
      return figure ? { found, figure, why: "harm" } : null;
    },
  );
  const createRelapse = (timing: Figure["timing"], find: (found: StudyAnswer) => Figure | null) =>
    create("relapse", timing, find, (found) => findUnusedRelapse(found, timing));
  const cells: Record<CellDomain, AnswerCell[]> = {
    response: [create("response", null, ({ results }) => getFigure(results.response))],
    relapse:
      counted.length > 0
        ? nameEnzymesOnce(relapseTimings.map((timing) => createRelapse(timing, (found) => getRelapse(found, timing))))
        : [createRelapse(null, () => null)],
    // Of a pregnancy nobody asks for survival first: where nobody counts it, it is left out.
    survival: isPregnancy && !survival.lead ? [] : [survival],
    harm: [addComparedHarm(harmCell, describing)],
    pregnancy: isPregnancy ? [create("pregnancy", null, ({ pregnancy }) => listCounts(pregnancy)[0] ?? null)] : [],
  };
  const order = isPregnancy ? cellOrders.pregnancy : facts.traits.has("ild") ? cellOrders.lung : cellOrders.other;
  const inOrder = [...cellDomains].sort((a, b) => order[a] - order[b]);
  return inOrder.flatMap((domain) => addWords(domain, cells[domain], describing));
}

/** The place of the cells of each domain, by what matters first for such a patient, whatever was found. */
const cellOrders: Record<"pregnancy" | "lung" | "other", Record<CellDomain, number>> = {
  pregnancy: { response: 1, pregnancy: 2, relapse: 3, harm: 4, survival: 5 },
  lung: { response: 1, survival: 2, relapse: 3, harm: 4, pregnancy: 5 },
  other: { response: 1, relapse: 2, survival: 3, harm: 4, pregnancy: 5 },
};

/** A relapse of the disease itself: a value of an enzyme alone is told, but never as a relapse. */
function getRelapse({ relapses }: StudyAnswer, timing: Figure["timing"]): Figure | null {
  return relapses.find((figure) => figure.timing === timing && figure.criterion !== "enzyme") ?? null;
}

/** The first count of relapses in a study that a cell of one timing has no place for; of this timing by an enzyme, if any. */
function findUnusedRelapse(found: StudyAnswer, timing: Figure["timing"]): CountedOtherwise | null {
  const isEnzyme = (figure: Figure) => figure.criterion === "enzyme";
  const figure =
    found.relapses.find((one) => isEnzyme(one) && one.timing === timing) ??
    found.relapses.find((one) => (one.timing !== "before-immunoglobulin" && one.timing !== timing) || isEnzyme(one));
  return figure ? { found, figure, why: isEnzyme(figure) ? "enzyme" : "timing" } : null;
}

/**
 * Puts what is told in words into the cells of its domain: of relapse and survival whatever gives no count of it; of harm
 * what is grave; of the response studies with a comparison group, but without randomisation, and where nobody counts one,
 * all. A relapse of a timing that no cell has stands in the first.
 */
function addWords(domain: CellDomain, cells: readonly AnswerCell[], describing: readonly StudyAnswer[]): AnswerCell[] {
  if (domain === "pregnancy") return [...cells];
  if (domain === "harm") return cells.map((cell) => ({ ...cell, inWords: listGraveHarms(describing) }));
  const isCounted = cells.some(({ lead }) => lead !== null);
  const told = describing.flatMap((found) => {
    const text = getText(found.results[domain]);
    const { design, outcomes, headline } = found.study;
    const isControlled = design.controlled && !isRandomised(found.study);
    const timing = outcomes.find(({ id }) => id === headline[domain])?.timing ?? null;
    if (!text || timing === "before-immunoglobulin" || (domain === "relapse" && found.relapses.length > 0)) return [];
    // Trials that tell their response in words are named as trials.
    if (domain === "response" && (isRandomised(found.study) || (isCounted && !isControlled))) return [];
    const isPlain = isOfAllTreated(found.study, text.population) || (isControlled && areGroups.test(text.population));
    const population = isPlain ? null : withoutBrackets(text.population);
    return [{ found, words: wordTold(text), isControlled, timing, population }];
  });
  return cells.map((cell, place) => ({
    ...cell,
    inWords: told
      .filter(({ timing }) => {
        const own = cells.findIndex((one) => one.timing === timing);
        return place === Math.max(0, own);
      })
      .map((one) => ({ ...one, timing: one.timing === cell.timing ? null : one.timing })),
  }));
}

/** Harm that is told wherever it is told at all: a pulmonary embolism in words may not stand behind a count of headaches. */
const graveHarms: readonly Figure["harm"][] = ["thrombosis", "serious"];

/** Whether a harm is one that may not be left out, counted or told in words. */
export function isGrave({ harm }: Pick<Figure, "harm">): boolean {
  return graveHarms.includes(harm);
}

/** Grave harm that a study tells in words, and counts in no figure. */
function listGraveHarms(describing: readonly StudyAnswer[]): ToldInWords[] {
  return describing.flatMap((found) =>
    found.harms.flatMap((result) => {
      if (result.kind === "count" || !isGrave(result)) return [];
      if (found.harmCounts.some(({ harm }) => harm === result.harm)) return [];
      const { text } = result;
      const population = isOfAllTreated(found.study, text.population) ? null : withoutBrackets(text.population);
      return [{ found, words: wordTold(text), isControlled: false, timing: null, population }];
    }),
  );
}

function wordTold({ plain, text }: TextResult): string {
  return `${plain}: ${withoutBarePercentages(text)}`;
}

/** Whether words are of all patients of a study, and all of these were treated: the sheet names a population in words only. */
function isOfAllTreated({ participants: { enrolled, treated } }: StudySummary, population: string): boolean {
  return (
    treated !== null &&
    treated === enrolled &&
    /^(all( the)? treated( children| patients)?|(the )?one( treated)? (patient|woman|child))$/.test(population)
  );
}

/** "30 children given IVIG against 48 not given it": the two groups of a controlled study, which say no more than that it is one. */
const areGroups = /\bgiven (IVIG|immunoglobulin)\b.*\b(against|without)\b/;

/** A population stands in brackets, and has none of its own. */
function withoutBrackets(population: string): string {
  return population.replaceAll("; ", ", ").replace(/ \(([^)]*)\)/g, ", $1");
}

/** Percentages without counts stand only in the row of their study and on its page, beside its source and limits. */
function withoutBarePercentages(text: string): string {
  return text.includes("%") ? "percentages without counts, not repeated here." : text;
}

/** The cells of relapses, with each count of an enzyme named once: in the cell of its timing, or in the first. */
function nameEnzymesOnce(cells: AnswerCell[]): AnswerCell[] {
  return cells.map((cell) => ({
    ...cell,
    otherwise: cell.otherwise.map((one) => {
      const own = cells.find(({ timing }) => timing === one.figure.timing) ?? cells[0];
      return one.why === "enzyme" && cell !== own ? { ...one, why: "enzyme-named" } : one;
    }),
  }));
}

/** What is compared of harm: of any kind first, which a trial can tell the best, then the gravest. */
const comparedOrder: readonly Figure["harm"][] = ["any", ...harms.filter((harm) => harm !== "any")];

/** The cell of harm with what the first randomised trial in rank order that compares harm counts in both of its groups. */
function addComparedHarm(cell: AnswerCell, describing: readonly StudyAnswer[]): AnswerCell {
  for (const found of describing) {
    if (!isRandomised(found.study)) continue;
    const [figure, ...degrees] = found.harmCounts
      .filter(({ comparison }) => comparison !== null)
      .sort((a, b) => comparedOrder.indexOf(a.harm) - comparedOrder.indexOf(b.harm));
    if (!figure) continue;
    const isLead = cell.lead?.found === found && cell.lead.figure.id === figure.id;
    return isLead
      ? cell
      : { ...cell, compared: { ...createLead("trial", { found, figure }, [{ found, figure }]), degrees } };
  }
  return cell;
}

function createCell(
  domain: CellDomain,
  timing: Figure["timing"],
  describing: readonly StudyAnswer[],
  find: (found: StudyAnswer) => Figure | null,
  findUnused: (found: StudyAnswer) => CountedOtherwise | null = () => null,
): AnswerCell {
  const counting: CountingStudy[] = [];
  const otherwise: CountedOtherwise[] = [];
  for (const found of describing) {
    const figure = find(found);
    const unused = figure ? null : findUnused(found);
    if (figure && isOfTreated(found.study, figure)) counting.push({ found, figure });
    // A total with patients who were given no immunoglobulin stands in the study's own row only.
    else if (figure) otherwise.push({ found, figure, why: "untreated" });
    else if (unused) otherwise.push(unused);
  }
  const lead = selectLead(counting);
  const others = counting.filter(
    ({ found, figure }) =>
      // Deaths and survivors, or a benefit and its failure, are not the ends of one spread.
      lead && !isSamePatients(found, lead.cases) && figure.direction === lead.figure.direction,
  );
  const sorted = [...others].sort(compareByShare);
  return {
    domain,
    timing,
    lead,
    counting,
    silent: describing.length - counting.length,
    lowest: sorted[0] ?? null,
    highest: sorted.at(-1) ?? null,
    trials: describing.filter(({ study }) => isRandomised(study)),
    compared: null,
    otherwise,
    inWords: [],
  };
}

function isSamePatients({ study }: StudyAnswer, cases: readonly CountingStudy[]): boolean {
  return cases.some(({ found }) => identifyPatients(found.study) === identifyPatients(study));
}

function selectLead(counting: readonly CountingStudy[]): Lead | null {
  const rules: [LeadRule, (counted: CountingStudy) => boolean][] = [
    ["trial", ({ found, figure }) => isRandomised(found.study) && figure.comparison !== null],
    ["series", ({ figure }) => figure.total >= MIN_SERIES],
    ["few", ({ figure }) => figure.total > 1],
  ];
  for (const [rule, isLead] of rules) {
    const lead = counting.find(isLead);
    if (lead) return createLead(rule, lead, [lead]);
  }
  const [first] = counting;
  if (!first) return null;
  const separate = new Set(selectOneReportPerCohort(counting.map(({ found }) => found.study)));
  const cases = counting.filter(
    // Deaths are never added to survivors.
    ({ found, figure }) => separate.has(found.study) && figure.direction === first.figure.direction,
  );
  return createLead("single-cases", first, cases.length > 0 ? cases : [first]);
}

function createLead(rule: LeadRule, lead: CountingStudy, cases: CountingStudy[]): Lead {
  const { found, figure } = lead;
  return {
    ...lead,
    rule,
    cases,
    events: sum(cases.map((one) => one.figure.events)),
    total: sum(cases.map((one) => one.figure.total)),
    traits: [...new Set(cases.flatMap((one) => one.found.traits.map(({ feature }) => feature)))],
    degrees:
      rule === "trial"
        ? found.otherFigures.filter(
            ({ domain, degree, comparison }) => domain === figure.domain && degree && comparison,
          )
        : [],
  };
}

const harmOrder = ["thrombosis", "serious", "stopped", "any", "other"] as const;

/** Harm in the order in which it leads: the gravest first; what has a name of its own stands with "other". */
function compareHarms(a: Figure, b: Figure): number {
  const order = ({ harm }: Figure) => {
    const place = (harmOrder as readonly Figure["harm"][]).indexOf(harm);
    return place === -1 ? harmOrder.length : place;
  };
  return order(a) - order(b);
}

/** The cells as a screen groups them: the timings of relapse are one group, so that neither is above the other. */
export function groupCells(cells: readonly AnswerCell[]): AnswerCell[][] {
  return [...groupBy(cells, ({ domain }) => domain).values()];
}

/**
 * The studies of other patients that count in the domain of a cell, each cohort once: those whose count is good or bad as
 * that of the lead is, and those of the opposite, such as deaths beside survivors, which are in no spread.
 */
export function splitOthers({ lead, counting }: AnswerCell): { alike: CountingStudy[]; opposite: CountingStudy[] } {
  const separate = counting.filter(({ found }) => lead && !isSamePatients(found, lead.cases));
  const first = new Set(selectOneReportPerCohort(separate.map(({ found }) => found.study)));
  const others = separate.filter(({ found }) => first.has(found.study));
  const isAlike = ({ figure }: CountingStudy) => figure.direction === lead?.figure.direction;
  return { alike: others.filter(isAlike), opposite: others.filter((other) => !isAlike(other)) };
}

/** A randomised trial beside the lead: its figure, or its own words. */
type OtherTrial = { trial: StudyAnswer } & ({ figure: Figure } | { text: TextResult });

/** Of the response, every randomised trial but the one that leads, whatever it found; each cohort once. */
export function listOtherTrials(
  { domain, lead, counting }: AnswerCell,
  describing: readonly StudyAnswer[],
): OtherTrial[] {
  if (domain !== "response") return [];
  const getPatients = ({ study }: StudyAnswer) => identifyPatients(study);
  const told = new Set(lead?.cases.map(({ found }) => getPatients(found)));
  const counted = new Set(counting.map(({ found }) => getPatients(found)));
  const figures = new Map(counting.map(({ found, figure }) => [found, figure]));
  return describing.flatMap((trial): OtherTrial[] => {
    if (!isRandomised(trial.study) || told.has(getPatients(trial))) return [];
    const figure = figures.get(trial);
    const text = getText(trial.results.response);
    if (figure) {
      told.add(getPatients(trial));
      return [{ trial, figure }];
    }
    if (!text || counted.has(getPatients(trial))) return [];
    told.add(getPatients(trial));
    return [{ trial, text }];
  });
}

/** What went wrong with a pregnancy or a child, which stands beside the good that leads. */
export function listChildHarms({ domain, lead }: AnswerCell, describing: readonly StudyAnswer[]): CountingStudy[] {
  if (domain !== "pregnancy") return [];
  const isLead = (found: StudyAnswer, id: string) =>
    lead?.cases.some((one) => one.found === found && one.figure.id === id) ?? false;
  return describing.flatMap((found) =>
    listCounts(found.pregnancy)
      .filter(({ id, direction, events }) => direction === "harm" && events > 0 && !isLead(found, id))
      .map((figure) => ({ found, figure })),
  );
}
