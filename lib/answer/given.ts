import { silenceOfSource } from "@/lib/match/silence";
import { countPatientsTreated, identifyPatients } from "@/lib/study/cohort";
import { formatCourses, formatFrequency } from "@/lib/study/regimen-text";
import type { StudySummary } from "@/lib/study/summary";
import { changesDose, formatSteadyDose } from "./dose";
import { groupBy } from "./group-by";
import type { Given } from "./reply";
import type { StudyAnswer } from "./study-answer";

/** What the patients of the describing studies were given, in rank order; nothing of a study that does not say. */
export function listGiven(describing: readonly StudyAnswer[]): Given[] {
  return describing.flatMap(({ study, dose }) => {
    const { agent, regimen, courses, concomitant } = study.treatment;
    if (agent === null || (!dose && !courses && !concomitant)) return [];
    return [
      {
        id: study.id,
        route: getRoute(study),
        frequency: formatFrequency(regimen?.intervalWeeks ?? null),
        courses: formatCourses(courses),
        alongside: concomitant,
        dose,
      },
    ];
  });
}

/** What each way of giving immunoglobulin is called beside a figure. */
export const routeNames = { intravenous: "IV", subcutaneous: "under the skin" } as const satisfies Record<
  Given["route"],
  string
>;

/** The way in which immunoglobulin was given. */
export function getRoute({ treatment }: StudySummary): Given["route"] {
  return treatment.agent === "SCIG" ? "subcutaneous" : "intravenous";
}

/** Studies that gave one dose in one way. */
export type RegimenGroup = {
  route: Given["route"];
  /** "2 g/kg a course", with a weight "2 g/kg a course (2 × 62 kg = 124 g)"; null of a dose that changes or stands in words only, whose own words tell it */
  words: string | null;
  /** what the library says of such a weight or dose; null where there is nothing to say, or its words say it */
  note: string | null;
  /** how often, with how many of the studies: "every 4 weeks" 9; in the order of their number */
  frequencies: { text: string; studies: number }[];
  /** every report, of one cohort as many as there are */
  studies: StudyAnswer[];
  /** how many studies that is: reports on the same patients are one */
  separate: number;
  /** of the studies that say how many they treated */
  patients: number;
  /** studies that do not say how many they treated */
  uncounted: number;
};

/** What was given, by regimen. Each describing study is in one of the three. */
export type GivenGroups = {
  /** by dose, the one that most studies gave first, of equals the one of the nearest study */
  regimens: RegimenGroup[];
  /** tell of a regimen, but no grams per kilogram */
  withoutDose: StudyAnswer[];
  /** tell of no regimen, by the way in which they are silent */
  silent: { silence: string; studies: StudyAnswer[] }[];
};

/**
 * Puts the describing studies together by what they gave: those whose dose never changes by route and dose; a dose that
 * changes stands alone with its steps.
 * @param weightKg 1 to 400 kg, or null for no grams
 */
export function groupGiven(describing: readonly StudyAnswer[], weightKg: number | null): GivenGroups {
  const reports = groupBy(describing, ({ study }) => identifyPatients(study));
  // Of reports on the same patients, the first that tells a dose speaks for those that tell the same or nothing.
  const findSpeaker = (found: StudyAnswer): StudyAnswer =>
    (reports.get(identifyPatients(found.study)) ?? []).find(
      ({ study }) => tellsDose(study) && (found.dose === null || beginsAlike(found.study, study)),
    ) ?? found;
  const withDose = describing.filter((found) => tellsDose(findSpeaker(found).study));
  const others = describing.filter((found) => !withDose.includes(found));
  return {
    regimens: [...groupBy(withDose, (found) => identifyRegimen(findSpeaker(found))).values()]
      .map((studies) => createRegimenGroup(studies, new Set(studies.map(findSpeaker)), weightKg))
      .sort((a, b) => b.separate - a.separate),
    withoutDose: others.filter(({ dose }) => dose !== null),
    silent: [
      ...groupBy(
        others.filter(({ dose }) => dose === null),
        ({ study }) => silenceOfSource[study.reads],
      ),
    ].map(([silence, studies]) => ({ silence, studies })),
  };
}

/** Whether grams per kilogram are known: of a dose that stays, of one that changes, or in the words of the sheet alone. */
export function tellsDose(study: StudySummary): boolean {
  return isCoded(study) || hasDoseInWords(study);
}

/** Whether the words of a regimen hold a dose in grams per kilogram. */
export function hasDoseInWords({ treatment }: StudySummary): boolean {
  return /\bg\/kg\b/.test(treatment.regimen?.text ?? "");
}

function isCoded(study: StudySummary): boolean {
  return getSteadyDose(study) !== null || hasSteps(study);
}

/** Whether two studies gave the same at first and in the same way, whatever came later. */
function beginsAlike(a: StudySummary, b: StudySummary): boolean {
  const begin = (study: StudySummary) => {
    const steady = getSteadyDose(study);
    const gPerKg = steady ? steady.gPerKg : study.treatment.regimen?.gPerKgPerCourse;
    return isCoded(study) ? `${getRoute(study)} ${gPerKg}` : study.id;
  };
  return begin(a) === begin(b);
}

type Steady = { gPerKg: number; each: "a course" | "a week" | "a day" };

/** The dose of a regimen that does not change; null of one that does, or whose grams per kilogram are not known. */
export function getSteadyDose(study: StudySummary): Steady | null {
  const { regimen } = study.treatment;
  if (!regimen || hasSteps(study)) return null;
  const { gPerKgPerCourse, gPerKgPerDay, days, intervalWeeks } = regimen;
  const ofDays = gPerKgPerDay !== null && days !== null ? gPerKgPerDay * days : null;
  const gPerKg = gPerKgPerCourse ?? ofDays;
  if (gPerKg !== null) return { gPerKg, each: intervalWeeks === 1 ? "a week" : "a course" };
  return gPerKgPerDay === null ? null : { gPerKg: gPerKgPerDay, each: "a day" };
}

/** Whether a dose in grams per kilogram changes with time. */
function hasSteps({ treatment: { regimen } }: StudySummary): boolean {
  if (!regimen) return false;
  const { phases } = regimen;
  return phases ? phases.some(({ gPerKgPerCourse }) => gPerKgPerCourse !== null) : changesDose(regimen);
}

function identifyRegimen({ study }: StudyAnswer): string {
  const steady = getSteadyDose(study);
  return steady ? [getRoute(study), steady.gPerKg, steady.each].join(" ") : study.id;
}

function createRegimenGroup(
  studies: StudyAnswer[],
  speakers: ReadonlySet<StudyAnswer>,
  weightKg: number | null,
): RegimenGroup {
  const [{ study, dose }] = [...speakers] as [StudyAnswer];
  const steady = getSteadyDose(study);
  const frequencies = groupBy(
    // "a week" says it already
    steady?.each === "a week" ? [] : [...speakers].filter((found) => found.study.treatment.regimen?.intervalWeeks),
    (found) => formatFrequency(found.study.treatment.regimen?.intervalWeeks ?? null) ?? "",
  );
  return {
    route: getRoute(study),
    words: steady && formatSteadyDose(steady.gPerKg, steady.each, weightKg),
    note: steady && (dose?.note ?? null),
    frequencies: [...frequencies]
      .map(([text, found]) => ({ text, studies: found.length }))
      .sort((a, b) => b.studies - a.studies),
    studies: [...speakers, ...studies.filter((found) => !speakers.has(found))],
    separate: speakers.size,
    ...countPatientsTreated(studies.map((found) => found.study)),
  };
}

/** More infusions than this are not drawn one by one. */
const MAX_DRAWN = 12;

/**
 * The weeks in which a study gave its courses, from week 0; null where it does not say how often or how many, and for
 * weekly infusions, which are no courses. Of "at most ten courses" all ten are listed.
 */
export function listInfusionWeeks({ regimen, courses }: StudySummary["treatment"]): number[] | null {
  const interval = regimen?.intervalWeeks ?? null;
  const count = courses ? (courses.max ?? courses.median ?? courses.mean ?? courses.min) : null;
  if (interval === null || interval <= 1 || count === null) return null;
  return Array.from({ length: Math.round(count) }, (_, course) => course * interval);
}

/** "weeks 0, 4, 8 … 36": the first three and the last. */
export function formatInfusionWeeks(weeks: readonly number[]): string {
  const last = weeks.at(-1);
  if (weeks.length <= 4) return `week${weeks.length === 1 ? "" : "s"} ${weeks.join(", ")}`;
  return `weeks ${weeks.slice(0, 3).join(", ")} … ${last}`;
}

/** One mark an infusion: "● ● ●", and "…" for those beyond twelve. */
export function drawInfusions(weeks: readonly number[]): string {
  const marks = weeks.slice(0, MAX_DRAWN).map(() => "●");
  return [...marks, ...(weeks.length > MAX_DRAWN ? ["…"] : [])].join(" ");
}
