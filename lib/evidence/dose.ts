import type { StudyRecord } from "@/lib/study/record";

/** A study's regimen worked out for one weight. `grams` and the sentence are null where a number is missing. */
export type Dose = { regimen: string; arithmetic: string | null };

/** Grams with at most one decimal: a dose is not known more exactly than that. */
function grams(value: number): string {
  return `${Math.round(value * 10) / 10} g`;
}

/**
 * Arithmetic on a study's regimen, never a proposal: "1 g/kg on each of 2 days: 1 × 62 kg = 62 g a day, 124 g a course".
 * @param weightKg 1 to 400 kg, or null for the regimen as reported
 * @returns null where the sheet holds no regimen
 */
export function doseOf({ treatment }: StudyRecord, weightKg: number | null): Dose | null {
  const { regimen } = treatment;
  if (!regimen) return null;
  const { gPerKgPerDay, gPerKgPerCourse, days, text } = regimen;
  if (weightKg === null) return { regimen: text, arithmetic: null };
  if (gPerKgPerDay !== null) {
    const course = days === null ? "" : `, ${grams(gPerKgPerDay * days * weightKg)} over ${days} days`;
    const each = days === null ? "a day" : `on each of ${days} days`;
    const arithmetic = `${gPerKgPerDay} g/kg ${each}: ${gPerKgPerDay} × ${weightKg} kg = ${grams(gPerKgPerDay * weightKg)} a day${course}`;
    return { regimen: text, arithmetic };
  }
  if (gPerKgPerCourse !== null) {
    const total = grams(gPerKgPerCourse * weightKg);
    return {
      regimen: text,
      arithmetic: `${gPerKgPerCourse} g/kg a course: ${gPerKgPerCourse} × ${weightKg} kg = ${total} a course`,
    };
  }
  return { regimen: text, arithmetic: null };
}
