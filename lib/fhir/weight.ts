/** Kilograms in one of each unit, by its UCUM code: exact by definition of the avoirdupois pound and ounce. */
const kilograms: Readonly<Record<string, number>> = {
  kg: 1,
  g: 0.001,
  "[lb_av]": 0.453_592_37,
  "[oz_av]": 0.028_349_523_125,
};

/**
 * A weight in kg, rounded to 0.1 kg, and under 10 kg to 0.01 kg.
 * @param unit the UCUM code
 * @returns null for a unit that is not known: it is not guessed
 */
export function convertToKg(value: number, unit: string): number | null {
  const factor = Object.hasOwn(kilograms, unit) ? kilograms[unit] : undefined;
  if (factor === undefined || !Number.isFinite(value)) return null;
  const weight = value * factor;
  return weight < 10 ? Math.round(weight * 100) / 100 : Math.round(weight * 10) / 10;
}
