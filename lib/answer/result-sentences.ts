import { formatCount } from "@/lib/format/numbers";
import { capitalise, spellNumber, stripFullStop } from "@/lib/format/text";
import { selectOneReportPerCohort } from "@/lib/study/cohort";
import { isRandomised } from "@/lib/study/kind";
import { type FigureDomain, figureDomains } from "@/lib/vocabulary/outcomes";
import { formatPatientsWith, toSubject } from "@/lib/vocabulary/phrases";
import { getFigureParts } from "./figure-parts";
import type { Figure } from "./reply";
import { getFigure, getText } from "./result";
import type { StudyAnswer } from "./study-answer";

/** A study with a figure of it. */
type StudyFigure = { found: StudyAnswer; figure: Figure };

/** The studies that count a domain, each with its figure, in rank order. */
function listCounting(studies: readonly StudyAnswer[], domain: FigureDomain): StudyFigure[] {
  return studies.flatMap((found) => {
    const figure = getFigure(found.results[domain]);
    return figure ? [{ found, figure }] : [];
  });
}

/**
 * What happened to patients like this, in a few sentences: the first of the rank with a response, with a relapse and
 * with a survival count, whatever they found. A study that ranks higher and gives its result in words is named before;
 * a randomised trial without a count is quoted, since it may be the one that found no difference.
 * @param describing the studies that describe the patient, in rank order
 */
export function composeResultSentences(describing: readonly StudyAnswer[]): string[] {
  return figureDomains.flatMap((domain) => domainSentences[domain](describing, listCounting(describing, domain)));
}

/** What the verdict says of each domain, from the studies that describe the patient and those of them that count it. */
const domainSentences: Record<FigureDomain, (describing: readonly StudyAnswer[], counting: StudyFigure[]) => string[]> =
  {
    response: (describing, counting) => [
      ...composeResponseSentences(describing, counting),
      ...composeTrialTexts(describing, counting),
    ],
    // Of series alone: that a single patient did not relapse says nothing of how often patients do.
    relapse: (_, counting) =>
      counting
        .filter(({ figure }) => figure.total > 1)
        .slice(0, 1)
        .map(composeNamedCount),
    survival: (_, counting) => counting.slice(0, 1).map(composeNamedCount),
  };

function composeNamedCount({ found, figure }: StudyFigure): string {
  return `${getFigureParts(figure).name}: ${found.name}, ${composeFigureSentence(figure)}.`;
}

/** Randomised trials none of whose reports counts responders, in their own words. */
function composeTrialTexts(describing: readonly StudyAnswer[], counting: readonly StudyFigure[]): string[] {
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

/** Whether every count of a response is of one patient: such counts are the only ones that are ever added up. */
export function areSingleCases(describing: readonly StudyAnswer[]): boolean {
  const counting = listCounting(describing, "response");
  return counting.length > 0
    ? counting.every(({ figure }) => figure.total === 1)
    : describing.every(({ study }) => study.participants.treated === 1);
}

function composeResponseSentences(describing: readonly StudyAnswer[], counting: readonly StudyFigure[]): string[] {
  const isOnly = describing.length === 1;
  if (counting.length === 0) return [isOnly ? "It gives no count of responders." : "None gives a count of responders."];
  // A single case says little beside a series, however well it matches.
  const best = counting.find(({ figure }) => figure.total > 1);
  if (!best) return [composeSingleCases(describing, counting)];
  const higher = describing.slice(0, describing.indexOf(best.found));
  const [higherInWords] = higher.filter(({ results }) => results.response.kind === "text");
  const who = isOnly ? "It counts" : `The highest ranked that counts more than one patient, ${best.found.name}, has`;
  return [
    ...(higherInWords ? [`The highest ranked, ${higherInWords.name}, tells its result in words only, below.`] : []),
    `${who} ${composeFigureSentence(best.figure)}.`,
  ];
}

/** Cases of one patient each, added up: "Four give a count: 4 of 4 improved." */
function composeSingleCases(describing: readonly StudyAnswer[], counting: readonly StudyFigure[]): string {
  const separate = new Set(selectOneReportPerCohort(counting.map(({ found }) => found.study)));
  const cases = counting.filter(({ found }) => separate.has(found.study));
  const events = cases.reduce((sum, { figure }) => sum + figure.events, 0);
  return `${describeWhoGives(cases.length, describing.length)} a count: ${formatCount({ events, total: cases.length })} improved.`;
}

function describeWhoGives(giving: number, all: number): string {
  if (all === 1) return "It gives";
  if (giving === all) return all === 2 ? "Both give" : `All ${spellNumber(all)} give`;
  return `${capitalise(spellNumber(giving))} ${giving === 1 ? "gives" : "give"}`;
}

/** Patients who share a feature of this one, counted apart in a study of others: that count must not hide behind its headline. */
export function composeSubgroupSentences(studies: readonly StudyAnswer[]): string[] {
  return studies.flatMap(({ group, name, missingText, results }) => {
    const response = getFigure(results.response);
    if (group !== "part" || !response?.subgroup) return [];
    const patients = formatPatientsWith(toSubject(response.subgroup));
    const missing = missingText.length > 0 ? ` (${missingText.join("; ")})` : "";
    return [`${name} treated others too${missing}; of its ${patients}, ${composeFigureSentence(response)}.`];
  });
}

/**
 * A count in a sentence, with its interval and what it counts; its comparison group where the two may be compared. A
 * relapse names its population: its total is seldom all who were treated.
 */
function composeFigureSentence(figure: Figure): string {
  const { countWithPercent, comparison, timing, limits, method } = getFigureParts(figure);
  const against = comparison?.difference ? ` against ${comparison.countWithPercent} (${comparison.label})` : "";
  const when = timing ? `, ${timing}` : "";
  const population = figure.domain === "relapse" ? ` of whom: ${stripFullStop(figure.population)};` : "";
  return `${countWithPercent}${against} (${figure.label}${when};${population} 95% interval ${limits}, ${method})`;
}
