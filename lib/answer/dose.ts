import { stripFullStop } from "@/lib/format/text";
import type { StudySummary } from "@/lib/study/summary";
import type { Dose } from "./reply";

type Regimen = NonNullable<StudySummary["treatment"]["regimen"]>;
type Phase = NonNullable<Regimen["phases"]>[number];

/** Weight above which guidelines dose by adjusted weight, and the dose above which the body-mass index matters. */
const HEAVY_KG = 100;
const LARGE_DOSE_G = 200;

/** Grams with at most one decimal: a dose is not known more exactly than that. */
function formatGrams(value: number): string {
  return `${Math.round(value * 10) / 10} g`;
}

/**
 * Arithmetic on a study's regimen, never a proposal: "1 g/kg on each of 2 days: 1 × 62 kg = 62 g a day, 124 g over 2
 * days"; phase by phase where the dose changes with time.
 * @param weightKg 1 to 400 kg, or null for the regimen as reported
 * @returns null where the sheet holds no regimen; without grams where it holds no words for it
 */
export function calculateDose({ treatment }: StudySummary, weightKg: number | null): Dose | null {
  const { regimen } = treatment;
  if (!regimen) return null;
  const asReported = { regimen: regimen.text, arithmetic: null };
  if (weightKg === null || regimen.text.trim() === "") return { ...asReported, note: null };
  if (!regimen.phases && changesDose(regimen)) {
    return { ...asReported, note: "The dose changes with time, and its steps are not coded: not worked out." };
  }
  const parts = regimen.phases ? workOutPhases(regimen.phases, weightKg) : workOutRegimen(regimen, weightKg);
  if (parts.length === 0) return { ...asReported, note: null };
  return { regimen: regimen.text, arithmetic: parts.join("; "), note: describeHeavy(regimen, weightKg) };
}

/** Whether the words of a regimen tell of a second dose that its numbers do not hold: "2 g/kg, then 1 g/kg". */
export function changesDose({ text }: Regimen): boolean {
  return /\bg\/kg\b.*\b(then|later|afterwards|reduced|lowered|raised|increased)\b.*\bg\/kg\b/i.test(text);
}

function workOutRegimen({ gPerKgPerDay, gPerKgPerCourse, days, intervalWeeks }: Regimen, weightKg: number): string[] {
  const worked: string[] = [];
  if (gPerKgPerDay !== null) {
    const when = days === null ? "a day" : days === 1 ? "on one day" : `on each of ${days} days`;
    worked.push(`${gPerKgPerDay} g/kg ${when}: ${workOutCourse(gPerKgPerDay, "a day", weightKg)}`);
    if (days !== null && days > 1) worked.push(`${formatGrams(gPerKgPerDay * days * weightKg)} over ${days} days`);
  }
  // A course is the days added up, unless the days are not known.
  if (gPerKgPerCourse !== null && (gPerKgPerDay === null || days === null)) {
    const each = intervalWeeks === 1 ? "a week" : "a course";
    worked.push(`${gPerKgPerCourse} g/kg ${each}: ${workOutCourse(gPerKgPerCourse, each, weightKg)}`);
  }
  return worked.length > 0 ? [worked.join(", ")] : [];
}

/** "first 2 × 62 kg = 124 g, start", "then 1 × 62 kg = 62 g, weeks 3 and 6": without brackets, as it stands in some */
function workOutPhases(phases: readonly Phase[], weightKg: number): string[] {
  if (phases.every(({ gPerKgPerCourse }) => gPerKgPerCourse === null)) return [];
  return phases.map(({ gPerKgPerCourse, everyWeeks, when }, index) => {
    const each = gPerKgPerCourse !== null && everyWeeks === 1 ? " a week" : "";
    const dose = gPerKgPerCourse === null ? "no dose given" : `${multiply(gPerKgPerCourse, weightKg)}${each}`;
    return `${index === 0 ? "first" : "then"} ${dose}, ${when}`;
  });
}

function workOutCourse(gPerKg: number, each: string, weightKg: number): string {
  return `${multiply(gPerKg, weightKg)} ${each}`;
}

/**
 * A dose that does not change, in words, with its grams right after them: "2 g/kg a course (2 × 62 kg = 124 g)".
 * @param weightKg 1 to 400 kg, or null for the words alone
 */
export function formatSteadyDose(gPerKg: number, each: string, weightKg: number | null): string {
  const words = `${gPerKg} g/kg ${each}`;
  return weightKg === null ? words : `${words} (${multiply(gPerKg, weightKg)})`;
}

function multiply(gPerKg: number, weightKg: number): string {
  return `${gPerKg} × ${weightKg} kg = ${formatGrams(gPerKg * weightKg)}`;
}

function describeHeavy({ gPerKgPerCourse, gPerKgPerDay, days, phases }: Regimen, weightKg: number): string | null {
  const ofDays = gPerKgPerDay === null ? null : gPerKgPerDay * (days ?? 1);
  const doses = [gPerKgPerCourse, ofDays, ...(phases ?? []).map((phase) => phase.gPerKgPerCourse)];
  const largest = Math.max(0, ...doses.flatMap((dose) => (dose === null ? [] : dose * weightKg)));
  if (weightKg > HEAVY_KG) return `Above ${HEAVY_KG} kg, documents in this library dose by adjusted weight.`;
  if (largest <= LARGE_DOSE_G) return null;
  return `Above ${LARGE_DOSE_G} g with an unknown body-mass index: documents in this library dose by adjusted weight.`;
}

/**
 * Grams, after the words of the regimen that they belong to: "2 g/kg at the start, then 1 g/kg (2 g/kg a course: …)". Every
 * screen, paper, copy and file takes grams from here, because a regimen that changes is not one number of grams.
 * @returns null where nothing was worked out
 */
export function formatGramsWithRegimen(dose: Dose | null): string | null {
  if (dose === null || (dose.arithmetic === null && dose.note === null)) return null;
  const worked = [dose.arithmetic, dose.note && stripFullStop(dose.note)].filter(Boolean).join(". ");
  return `${stripFullStop(dose.regimen.trim())} (${worked})`;
}
