import { stripFullStop } from "@/lib/format/text";
import type { StudySummary } from "@/lib/study/summary";
import type { Dose } from "./reply";

/** Grams with at most one decimal: a dose is not known more exactly than that. */
function formatGrams(value: number): string {
  return `${Math.round(value * 10) / 10} g`;
}

/**
 * Arithmetic on a study's regimen, never a proposal: "1 g/kg on each of 2 days: 1 × 62 kg = 62 g a day, 124 g a course".
 * @param weightKg 1 to 400 kg, or null for the regimen as reported
 * @returns null where the sheet holds no regimen; without grams where it holds no words for it
 */
export function calculateDose({ treatment }: StudySummary, weightKg: number | null): Dose | null {
  const { regimen } = treatment;
  if (!regimen) return null;
  const { gPerKgPerDay: perDay, gPerKgPerCourse: perCourse, days, text } = regimen;
  if (weightKg === null || text.trim() === "" || (perDay === null && perCourse === null))
    return { regimen: text, arithmetic: null };
  const worked: string[] = [];
  if (perDay !== null) {
    const when = days === null ? "a day" : days === 1 ? "on one day" : `on each of ${days} days`;
    worked.push(`${perDay} g/kg ${when}: ${perDay} × ${weightKg} kg = ${formatGrams(perDay * weightKg)} a day`);
    if (days !== null && days > 1) worked.push(`${formatGrams(perDay * days * weightKg)} over ${days} days`);
  }
  // A course is the days added up, unless the days are not known.
  if (perCourse !== null && (perDay === null || days === null)) {
    worked.push(
      `${perCourse} g/kg a course: ${perCourse} × ${weightKg} kg = ${formatGrams(perCourse * weightKg)} a course`,
    );
  }
  return { regimen: text, arithmetic: worked.join(", ") };
}

/**
 * Grams, after the words of the regimen that they belong to: "2 g/kg at the start, then 1 g/kg (2 g/kg a course: …)". Every
 * screen, paper, copy and file takes grams from here, because a regimen that changes is not one number of grams.
 * @returns null where nothing was worked out
 */
export function formatGramsWithRegimen(dose: Dose | null): string | null {
  if (dose === null || dose.arithmetic === null) return null;
  return `${stripFullStop(dose.regimen.trim())} (${dose.arithmetic})`;
}
