import { formatCount } from "@/lib/format/numbers";
import { capitalise, joinWithAnd, spellNumber, stripFullStop } from "@/lib/format/text";
import { isRandomised } from "@/lib/study/kind";
import type { CellDomain } from "@/lib/vocabulary/outcomes";
import { domainNames, timingNames } from "@/lib/vocabulary/outcomes";
import { formatPatientsWith, toSubject } from "@/lib/vocabulary/phrases";
import type { AnswerCell, CountingStudy } from "./cells";
import { getFigureParts } from "./figure-parts";
import type { Figure, NestedCounts } from "./reply";
import { getFigure, getText } from "./result";
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
  return timing ? `${cellNames[domain]} ${timingNames[timing]}` : cellNames[domain];
}

/**
 * What happened to patients like this, domain by domain: what leads, in whom it was counted, and how the others stand to
 * it. A response that nobody counts is said; of other domains nothing is.
 */
export function composeCellSentences(cells: readonly AnswerCell[], describing: readonly StudyAnswer[]): string[] {
  return cells.flatMap((cell) => [
    ...composeCell(cell, describing.length),
    ...(cell.domain === "response" ? composeTrialTexts(describing, cell) : []),
  ]);
}

function composeCell(cell: AnswerCell, describing: number): string[] {
  const { domain, lead, counting, silent } = cell;
  if (!lead) {
    if (domain !== "response") return [];
    return [describing === 1 ? "It gives no count of responders." : "None gives a count of responders."];
  }
  const name = nameCell(cell);
  if (lead.rule === "single-cases") {
    return [`${name}: ${composeSingleCases(lead.cases, lead, silent)}`, ...describeCaseTraits(lead.cases)];
  }
  const { found, figure } = lead;
  return [
    `${name}: ${found.name}, ${composeFigure(figure)}.`,
    ...composeComparison(figure),
    ...describeSpecialTraits(found),
    ...composeNested(found.nested, figure),
    ...composeOthers(cell, counting.length - lead.cases.length),
  ];
}

/** "skin clear or almost clear: 19 of 27 (70%), 95% CI 52% to 84%" */
function composeFigure(figure: Figure): string {
  const { countWithPercent, interval } = getFigureParts(figure);
  const of = figure.domain === "relapse" && figure.of === null ? `, of: ${stripFullStop(figure.population)}` : "";
  return `${figure.plain}: ${countWithPercent}, ${interval}${of}`;
}

function composeComparison(figure: Figure): string[] {
  const comparison = getFigureParts(figure).comparison;
  if (!comparison?.difference) return [];
  const needed = comparison.numberNeeded ? `; ${comparison.numberNeeded}` : "";
  return [`${comparison.label}: ${comparison.countWithPercent}; ${comparison.difference}${needed}.`];
}

/** "One single case counts it: 1 of 1." "Three of the four single cases count it, added up: 3 of 3." */
function composeSingleCases(
  cases: readonly CountingStudy[],
  sum: { events: number; total: number },
  silent: number,
): string {
  const named = cases.map(({ found, figure }) => `${found.name} (${figure.plain}: ${formatCount(figure)})`);
  const count = formatCount(sum);
  if (cases.length === 1) return `${count}, a single case: ${named[0]}.`;
  const who = silent > 0 ? `${spellNumber(cases.length)} of ${cases.length + silent} count it` : "all count it";
  return `${count} single cases, added up; ${who}. ${joinWithAnd(named)}.`;
}

function describeCaseTraits(cases: readonly CountingStudy[]): string[] {
  return cases.flatMap(({ found }) => describeSpecialTraits(found, found.name));
}

/** "Of 27, skin clear or almost clear: 19. Of these 19, relapsed after a major response: 10." */
function composeNested(chains: readonly NestedCounts[], { domain, id }: Figure): string[] {
  if (domain !== "relapse") return [];
  const chain = chains.find((counts) => counts.some(({ outcome }) => outcome === id));
  return (chain ?? []).map(
    ({ plain, events, total }, index) => `Of ${index === 0 ? "" : "these "}${total}, ${plain}: ${events}.`,
  );
}

/** "Three others count it, from 1 of 2 to 2 of 2; four do not." */
function composeOthers({ silent, lowest, highest }: AnswerCell, others: number): string[] {
  if (others + silent === 0) return [];
  const doNot = silent === 0 ? "" : `${spellNumber(silent)} ${silent === 1 ? "does" : "do"} not`;
  if (others === 0)
    return [
      `${capitalise(`${spellNumber(silent)} other${silent === 1 ? "" : "s"} ${silent === 1 ? "does" : "do"} not count it`)}.`,
    ];
  const spread =
    lowest && highest
      ? lowest === highest
        ? `: ${formatCount(lowest.figure)}`
        : `, from ${formatCount(lowest.figure)} to ${formatCount(highest.figure)}`
      : "";
  const count = `${capitalise(spellNumber(others))} other${others === 1 ? " counts" : "s count"} it${spread}`;
  return [`${count}${doNot ? `; ${doNot}` : ""}.`];
}

/** Randomised trials none of whose reports counts responders, in their own words. */
function composeTrialTexts(describing: readonly StudyAnswer[], { counting }: AnswerCell): string[] {
  const getPatients = ({ study }: StudyAnswer) => study.cohort ?? study.id;
  const counted = new Set(counting.map(({ found }) => getPatients(found)));
  return describing
    .filter(({ study }) => isRandomised(study))
    .filter((trial) => !counted.has(getPatients(trial)))
    .flatMap(({ name, results }) => {
      const text = getText(results.response);
      return text ? [`${name}, a randomised trial, says in words: ${text.text}`] : [];
    });
}

/** Patients who share a feature of this one, counted apart in a study of others: that count must not hide behind its headline. */
export function composeSubgroupSentences(studies: readonly StudyAnswer[]): string[] {
  return studies.flatMap((found) => {
    const response = getFigure(found.results.response);
    if (found.group !== "part" || !response?.subgroup) return [];
    const patients = formatPatientsWith(toSubject(response.subgroup));
    return [
      `${found.name} treated others too. Of its ${patients}, ${composeFigure(response)}.`,
      ...describeSpecialTraits(found),
    ];
  });
}
