import { pluralise, stripFullStop, uncapitalise } from "@/lib/format/text";
import { silenceOfSource } from "@/lib/match/silence";
import { identifyPatients } from "@/lib/study/cohort";
import { formatFrequency } from "@/lib/study/regimen-text";
import type { StudySummary } from "@/lib/study/summary";
import type { AnswerCell, Lead } from "./cells";
import { formatSteadyDose } from "./dose";
import { getRoute, getSteadyDose, hasDoseInWords, routeNames, tellsDose } from "./given";
import { groupBy } from "./group-by";
import type { StudyAnswer } from "./study-answer";
import { describeSpecialTraits } from "./trait-sentences";

/**
 * What the patients of a study were given, in the few words that stand beside a figure: "IV, 2 g/kg every 4 weeks". What
 * was read tells no dose: "IV, dose not in the abstract". Without grams: those stand with the whole regimen.
 */
export function describeRegimenShort(study: StudySummary): string {
  const [route, dose] = [routeNames[getRoute(study)], describeDose(study)];
  return dose.includes(route) ? dose : `${route}, ${dose}`;
}

function describeDose(study: StudySummary): string {
  const { regimen } = study.treatment;
  if (!regimen) return `dose ${silenceOfSource[study.reads]}`;
  const often = formatFrequency(regimen.intervalWeeks);
  const steady = getSteadyDose(study);
  if (steady && limits.test(regimen.text)) return shortenWords(regimen.text);
  if (steady) {
    const { gPerKg, each } = steady;
    if (each === "a course" && often) return `${gPerKg} g/kg ${often}`;
    return [formatSteadyDose(gPerKg, each, null), each === "a day" ? often : null].filter(Boolean).join(", ");
  }
  if (regimen.gPerKgPerCourse !== null) return describeChange(regimen.gPerKgPerCourse, often, regimen.phases);
  // Words that hold a dose which its numbers do not, without what else they tell.
  if (hasDoseInWords(study)) return stripFullStop(/^.*?g\/kg.*?(?=[,;(]|$)/.exec(regimen.text)?.[0] ?? "").trim();
  return [often, `g/kg ${silenceOfSource[study.reads]}`].filter(Boolean).join(", ");
}

/** Words which say that a dose is not exactly that of every patient: "about", "over", "in the first patient", "if". */
const limits =
  /^(?:about|around|over|up to|at least|at most)\b|\bin (?:the first|one|some|most)\b|\bto \w+ weeks\b|\bif\b/i;

/** A regimen in the words of its sheet, without what stands in brackets. */
function shortenWords(text: string): string {
  const words = stripFullStop(text.replace(/ \(.*?\)/g, ""));
  // A sentence begins within a line, "IVIG" keeps its capitals.
  return /^\p{Lu}\p{Ll}/u.test(words) ? uncapitalise(words) : words;
}

type Phases = NonNullable<StudySummary["treatment"]["regimen"]>["phases"];

/** "2 g/kg every 4 weeks; 1 g/kg, from week 28, stable patients only": how often is that of the first step. */
function describeChange(gPerKg: number, oftenInAll: string | null, phases: Phases): string {
  const [first, ...later] = phases ?? [];
  const often = first ? formatFrequency(first.everyWeeks) : oftenInAll;
  const when = first?.when === "start" || !first ? (often ? "" : " at the start") : `, ${first.when}`;
  const steps = later.map((phase) =>
    phase.gPerKgPerCourse === null ? phase.when : `${phase.gPerKgPerCourse} g/kg, ${phase.when}`,
  );
  return [`${gPerKg} g/kg${often ? ` ${often}` : ""}${when}`, ...(first ? steps : ["changed later"])].join("; ");
}

/**
 * What the patients of a leading figure were given, tied to its study: "IV, 2 g/kg every 4 weeks." Of single cases
 * that were given different things, each with its reports.
 * @param beside what leads the first cell, whose words need not be said twice; null for the first cell itself
 * @returns null where the patients are those of the first cell, or were given the same, and where what is counted
 *   happened under an earlier treatment by another route
 */
export function describeRegimenOfLead({ cases }: Lead, beside: Lead | null): string | null {
  if (cases.some(isOfOtherRoute)) return null;
  const groups = groupBy(
    cases.map(({ found }) => found),
    ({ study }) => describeRegimenShort(study),
  );
  if (beside && isToldBeside(cases, beside)) return null;
  const named = [...groups].map(([words, studies]) =>
    groups.size === 1 ? words : `${words} (${studies.map(({ name }) => name).join(", ")})`,
  );
  return `${named.join("; ")}.`;
}

/**
 * How immunoglobulin was given where a harm is told without its regimen: "given under the skin", where the patients of the
 * first cell had it into a vein. A harm of one way must not read as one of the other.
 * @param told what is told, whose figure may name another route itself
 * @param first what leads the first cell; where that is what is told, intravenous immunoglobulin needs no word
 */
export function describeOtherRoute(told: readonly RouteOf[], first: Lead | null): string | null {
  const isFirst = first === null || told.every(({ found }) => first.cases.some((one) => one.found === found));
  const usual = isFirst ? ["intravenous" as const] : first.cases.map(({ found }) => getRoute(found.study));
  const own = [...new Set(told.map(({ found }) => getRoute(found.study)))];
  const isTold = told.some(({ found, figure }) => figure && isOfOtherRoute({ found, figure }));
  if (isTold || own.every((route) => usual.includes(route))) return null;
  return `given ${own.map((route) => routeNames[route]).join(" or ")}`;
}

type RouteOf = { found: StudyAnswer; figure?: Lead["figure"] };

/** Whether what is counted names the other route than its study's: "systemic reaction to intravenous infusions", before treatment under the skin. */
function isOfOtherRoute({ found, figure }: Lead["cases"][number]): boolean {
  const other = getRoute(found.study) === "subcutaneous" ? /\b(?:intravenous|IVIG)\b/i : /\b(?:subcutaneous|SCIG)\b/i;
  return other.test(figure.plain);
}

/** Whether each patient is one of those beside, or was given in the same words what all of those were. */
function isToldBeside(cases: Lead["cases"], beside: Lead): boolean {
  const patients = new Set(beside.cases.map(({ found }) => identifyPatients(found.study)));
  const words = new Set(beside.cases.map(({ found }) => describeRegimenShort(found.study)));
  return cases.every(
    ({ found }) =>
      patients.has(identifyPatients(found.study)) || (words.size === 1 && words.has(describeRegimenShort(found.study))),
  );
}

/** The first cell that has a figure: its regimen is told, and that of the others where it differs. */
export function findFirstLead(cells: readonly AnswerCell[]): Lead | null {
  return cells.find(({ lead }) => lead)?.lead ?? null;
}

/**
 * Where no dose is told of what leads the first cell, the first other study that tells one, with its patients, so that
 * nobody takes its dose for that of the figure: "Cafardi 2015, 2 other patients: IV, 2 g/kg every 4 weeks."
 */
export function findOtherDose(
  lead: Lead,
  describing: readonly StudyAnswer[],
): { found: StudyAnswer; text: string } | null {
  if (lead.cases.some(({ found }) => tellsDose(found.study))) return null;
  const patientsOfLead = new Set(lead.cases.map(({ found }) => identifyPatients(found.study)));
  const found = describing.find((one) => tellsDose(one.study) && !patientsOfLead.has(identifyPatients(one.study)));
  if (!found) return null;
  const { treated } = found.study.participants;
  const patients =
    treated === null
      ? "other patients, their number not stated"
      : `${treated} other ${treated === 1 ? "patient" : "patients"}`;
  const dose = `, ${patients}: ${describeRegimenShort(found.study)}.`;
  return { found, text: [dose, ...describeSpecialTraits(found)].join(" ") };
}

/** Regimens that one line holds; of more, how many there are. */
const MAX_REGIMENS = 3;

/**
 * What the patients of several studies were given, each cohort once, what most studies gave first: "IV, 2 g/kg a course (3
 * studies); under the skin, 0.2 g/kg a week (Gambini 2014); no dose in what was read of 9."
 */
export function describeRegimensShort(studies: readonly StudyAnswer[]): string {
  const telling = groupBy(
    studies.filter(({ study }) => tellsDose(study)),
    ({ study }) => identifyPatients(study),
  );
  const told = groupBy(
    [...telling.values()].flatMap(([first]) => first ?? []),
    ({ study }) => describeRegimenShort(study),
  );
  const silent = new Set(
    studies.map(({ study }) => identifyPatients(study)).filter((patients) => !telling.has(patients)),
  );
  const sorted = [...told].sort(([, a], [, b]) => b.length - a.length);
  const left = sorted.length - MAX_REGIMENS;
  const parts = [
    ...sorted
      .slice(0, MAX_REGIMENS)
      .map(([words, gave]) => `${words} (${gave.length === 1 ? gave[0]?.name : `${gave.length} studies`})`),
    ...(left > 0 ? [pluralise(left, "other regimen", "other regimens")] : []),
    ...(silent.size > 0 ? [`no dose in what was read of ${silent.size}`] : []),
  ];
  return `${parts.join("; ")}.`;
}
