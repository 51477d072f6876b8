/**
 * How the sheet is set so that its figures stay on one page: the size of its letters, and its references: below the
 * figures, there without their titles, or on a page of their own.
 */
export type PaperFit = { points: number; references: "below" | "short" | "apart" };

export const smallestSetting: PaperFit = { points: 6, references: "apart" };

/**
 * Each way to set the references, from the most legible to the smallest. A title is given up before a second page is
 * taken, and references move there before letters get smaller still.
 */
const ways: readonly (readonly PaperFit[])[] = [
  createWay("below", [10, 9.5, 9, 8.5, 8, 7.6]),
  createWay("short", [10, 9.5, 9, 8.5, 8, 7.6, 7.2, 6.9]),
  [...createWay("apart", [10, 9.5, 9, 8.5, 8, 7.6, 7.2, 6.8, 6.4]), smallestSetting],
];

function createWay(references: PaperFit["references"], sizes: readonly number[]): PaperFit[] {
  return sizes.map((points) => ({ points, references }));
}

/**
 * The most legible setting that fits, or the smallest where none does. Smaller letters never take more space, so it is
 * enough to ask of the smallest of each way, and then of the setting last found and its neighbours. What is found does
 * not depend on what was found last; only how soon does.
 */
export function findLargestFittingSetting(fits: (setting: PaperFit) => boolean, last: PaperFit): PaperFit {
  const settings = ways.find((way) => fits(way.at(-1) ?? smallestSetting)) ?? [];
  const at = Math.max(
    settings.findIndex(({ points }) => points <= last.points),
    0,
  );
  const larger = settings.slice(0, at).reverse();
  const firstTooLarge = larger.findIndex((setting) => !fits(setting));
  const found = larger[(firstTooLarge < 0 ? larger.length : firstTooLarge) - 1];
  return found ?? settings.slice(at).find(fits) ?? smallestSetting;
}
