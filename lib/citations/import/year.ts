/**
 * The year in the first text that has one: "2020", "2020/05/01/", "20201207", "Winter 2019-2020", "12.2020".
 * @returns null where there is none from 1950 to 2100
 */
export function findYear(texts: readonly string[]): number | null {
  for (const text of texts) {
    // Four digits alone, or with month and day behind them without a sign between.
    for (const [, digits] of text.matchAll(/(?<!\d)(\d{4})(?=(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?(?!\d)|(?!\d))/g)) {
      const year = Number(digits);
      if (year >= 1950 && year <= 2100) return year;
    }
  }
  return null;
}
