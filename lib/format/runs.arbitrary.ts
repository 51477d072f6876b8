/** Set by scripts/one-more-sheet.mjs: the cases were tried just before, and what a further sheet breaks shows in many. */
const share = process.env.MYOMATCH_TEST_RUNS === "few" ? 1 / 4 : 1;

/**
 * How many generated cases a property of the library is tried on. What a test asserts of how much was looked at is a part
 * of this number.
 * @param all how many they are in a whole run; with one more sheet it is a quarter of them
 */
export function countRuns(all: number): number {
  return Math.ceil(all * share);
}
