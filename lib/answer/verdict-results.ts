import { formatCount, formatCountWithPercent, formatLimits, intervalMethodNames } from "@/lib/format/numbers";
import { capitalise, spellNumber, stripFullStop } from "@/lib/format/text";
import type { RankedStudy } from "@/lib/match/rank";
import { getShortName } from "@/lib/study/citation";
import { selectOneReportPerCohort } from "@/lib/study/cohort";
import { getCountName, timingNames } from "@/lib/vocabulary/outcomes";
import { formatPatientsWith, toSubject } from "@/lib/vocabulary/phrases";
import type { Figure } from "./figure";
import type { StudyView } from "./wire";

/** A ranked study with all that is shown of it. */
export type Shown = RankedStudy & { view: StudyView };

type Counting = Shown & { figure: Figure };

/**
 * What happened to patients like this, in a few sentences: the first of the rank with a response, with a relapse and
 * with a survival count, whatever they found. A study that ranks higher and tells its result in words is named before;
 * a randomised trial without a count is quoted, since it may be the one that found no difference.
 * @param describing the studies that describe the patient, in rank order
 */
export function composeResultSentences(describing: readonly Shown[]): string[] {
  const counting = describing.flatMap((found): Counting[] =>
    found.view.response ? [{ ...found, figure: found.view.response }] : [],
  );
  const survival = describing.flatMap(({ study, view }) =>
    view.survival
      ? [
          `${getCountName("survival", view.survival.direction)}: ${getShortName(study)}, ${composeFigureSentence(view.survival)}.`,
        ]
      : [],
  );
  return [
    ...response(describing, counting),
    ...trialsInWords(describing, counting),
    ...relapse(describing),
    ...survival.slice(0, 1),
  ];
}

/** Of series alone: that a single patient did not relapse says nothing of how often patients do. */
function relapse(describing: readonly Shown[]): string[] {
  const counting = describing.flatMap(({ study, view }) =>
    view.relapse && view.relapse.total > 1
      ? [
          `${getCountName("relapse", view.relapse.direction)}: ${getShortName(study)}, ${composeFigureSentence(view.relapse)}.`,
        ]
      : [],
  );
  return counting.slice(0, 1);
}

/** Randomised trials none of whose reports counts responders, in their own words. */
function trialsInWords(describing: readonly Shown[], counting: readonly Counting[]): string[] {
  const patientsOf = ({ study }: Shown) => study.cohort ?? study.id;
  const counted = new Set(counting.map(patientsOf));
  return describing
    .filter(({ study }) => study.design.type === "randomised-controlled-trial")
    .filter((trial) => !counted.has(patientsOf(trial)))
    .flatMap(({ study, view }) =>
      view.inWords.response
        ? [`${getShortName(study)}, a randomised trial, says in words: ${view.inWords.response.text}`]
        : [],
    );
}

/** Whether every count of a response is of one patient: such counts are the only ones that are ever added up. */
export function areSingleCases(describing: readonly Shown[]): boolean {
  const counts = describing.flatMap(({ view }) => (view.response ? [view.response.total] : []));
  return counts.length > 0
    ? counts.every((total) => total === 1)
    : describing.every(({ study }) => study.participants.treated === 1);
}

function response(describing: readonly Shown[], counting: readonly Counting[]): string[] {
  const isOnly = describing.length === 1;
  if (counting.length === 0) return [isOnly ? "It gives no count of responders." : "None gives a count of responders."];
  if (areSingleCases(describing)) return [singleCases(describing, counting)];
  // A single case says little beside a series, however well it matches.
  const best = counting.find(({ figure }) => figure.total > 1) as Counting;
  const higher = describing.slice(0, describing.indexOf(describing.find(({ study }) => study === best.study) as Shown));
  const [inWordsFirst] = higher.filter(({ view }) => view.inWords.response);
  const who = isOnly
    ? "It counts"
    : `The highest ranked that counts more than one patient, ${getShortName(best.study)}, has`;
  return [
    ...(inWordsFirst
      ? [`The highest ranked, ${getShortName(inWordsFirst.study)}, tells its result in words only, below.`]
      : []),
    `${who} ${composeFigureSentence(best.figure)}.`,
  ];
}

/** Cases of one patient each, added up: "Four give a count: 4 of 4 improved." */
function singleCases(describing: readonly Shown[], counting: readonly Counting[]): string {
  const once = new Set(selectOneReportPerCohort(counting.map(({ study }) => study)));
  const cases = counting.filter(({ study }) => once.has(study));
  const events = cases.reduce((sum, { figure }) => sum + figure.events, 0);
  return `${whoGives(cases.length, describing.length)} a count: ${formatCount({ events, total: cases.length })} improved.`;
}

function whoGives(giving: number, all: number): string {
  if (all === 1) return "It gives";
  if (giving === all) return all === 2 ? "Both give" : `All ${spellNumber(all)} give`;
  return `${capitalise(spellNumber(giving))} ${giving === 1 ? "gives" : "give"}`;
}

/** Patients who share a feature of this one, counted apart in a study of others: that count must not hide behind its headline. */
export function countedApart(ranked: readonly Shown[]): string[] {
  return ranked.flatMap(({ group, study, view }) => {
    const { response } = view;
    if (group !== "part" || !response?.subgroup) return [];
    const patients = formatPatientsWith(toSubject(response.subgroup));
    const lacking = view.lacking.length > 0 ? ` (${view.lacking.join("; ")})` : "";
    return [
      `${getShortName(study)} treated others too${lacking}; of its ${patients}, ${composeFigureSentence(response)}.`,
    ];
  });
}

/**
 * A count in a sentence, with its interval and what it counts; its comparison group where the two may be compared. A
 * relapse says of whom: its total is seldom all who were treated.
 */
function composeFigureSentence({
  events,
  total,
  interval,
  label,
  comparison,
  domain,
  timing,
  population,
}: Figure): string {
  const against = comparison?.difference ? ` against ${formatCountWithPercent(comparison)} (${comparison.label})` : "";
  const range = `95% interval ${formatLimits(interval, total)}, ${intervalMethodNames[interval.method]}`;
  const when = timing ? `, ${timingNames[timing]}` : "";
  const whom = domain === "relapse" ? ` of whom: ${stripFullStop(population)};` : "";
  return `${formatCountWithPercent({ events, total })}${against} (${label}${when};${whom} ${range})`;
}
