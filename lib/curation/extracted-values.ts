import { interfaceText } from "@/lib/format/interface-text";
import type { Outcome, Study } from "@/lib/study/schema";
import { domainNames } from "@/lib/vocabulary/outcomes";

/** One number that a sheet can hold: where, what it is, and the sheet's own (null where it has none). */
export type SheetFigure = { id: string; what: string; value: number | null };

/** Every number of a sheet that a second reader reads again, in the order of the sheet. Not the year, nor a p-value. */
export function listFigures(study: Study): SheetFigure[] {
  const { participants, treatment, design, features, outcomes } = study;
  const { age, diagnoses } = participants;
  const figure = (id: string, what: string, value: number | null | undefined): SheetFigure => ({
    id,
    what,
    value: value ?? null,
  });
  return [
    figure("enrolled", "Patients enrolled", participants.enrolled),
    figure("treated", interfaceText.patientsTreated, participants.treated),
    figure("female", "Women", participants.female),
    figure("male", "Men", participants.male),
    ...(["mean", "median", "sd", "min", "max"] as const).map((name) =>
      figure(`age.${name}`, `Age in years: ${name}`, age[name]),
    ),
    ...Object.entries(diagnoses).map(([name, n]) => figure(`diagnoses.${name}`, `Patients with ${name}`, n)),
    ...Object.entries(features).map(([name, reported]) =>
      figure(`features.${name}`, `${interfaceText.patientsTreated}, with feature: ${name}`, reported?.n),
    ),
    figure("followUp", `Follow-up${design.followUp ? ` in ${design.followUp.unit}` : ""}`, design.followUp?.value),
    figure("gPerKgPerCourse", "Dose in g/kg a course", treatment.regimen?.gPerKgPerCourse),
    figure("gPerKgPerDay", "Dose in g/kg a day", treatment.regimen?.gPerKgPerDay),
    figure("days", "Days of a course", treatment.regimen?.days),
    figure("intervalWeeks", interfaceText.weeksBetween, treatment.regimen?.intervalWeeks),
    ...(["mean", "median", "min", "max"] as const).map((name) =>
      figure(`courses.${name}`, `Courses: ${name}`, treatment.courses?.[name]),
    ),
    ...outcomes.flatMap((outcome) => {
      const name = `${domainNames[outcome.domain]}: ${clearNumbers(outcome)}`;
      return listNumbers(outcome).map(([part, what, value]) =>
        figure(`${outcome.id}.${part}`, `${name}: ${what}`, value),
      );
    }),
  ];
}

type Number = [part: string, what: string, value: number | null];

function listNumbers({ result, comparator }: Outcome): Number[] {
  const comparatorNumbers: Number[] = comparator
    ? [
        ["other.events", "events in the group compared", comparator.events],
        ["other.total", "total of the group compared", comparator.total],
      ]
    : [];
  switch (result.kind) {
    case "proportion":
      return [
        ["events", "events", result.events],
        ["total", "total", result.total],
        ["reportedPercent", "percentage as printed", result.reportedPercent],
        ...comparatorNumbers,
      ];
    case "time":
      return [
        ["value", `${result.statistic} in ${result.unit}`, result.value],
        ["min", "lowest", result.min],
        ["max", "highest", result.max],
      ];
    case "change":
      return [
        ["before", `${result.measure} before`, result.before],
        ["after", `${result.measure} after`, result.after],
      ];
    case "effect":
      return [
        ["value", result.measure, result.value],
        ["ciLow", "95% interval, low", result.ciLow],
        ["ciHigh", "95% interval, high", result.ciHigh],
      ];
    case "narrative":
      return [];
  }
}

/**
 * What an outcome counts and in whom, without a number that gives anything away: none of its own figures in the label
 * ("at 12 months" stays), and none at all in the population ("the … major responders").
 */
function clearNumbers(outcome: Outcome): string {
  const own = new Set(listNumbers(outcome).map(([, , value]) => value));
  const label = outcome.label.replace(number, (printed) => (own.has(Number(printed)) ? "…" : printed));
  return `${label} (of: ${outcome.population.replace(number, "…")})`;
}

const number = /\d+(\.\d+)?/g;
