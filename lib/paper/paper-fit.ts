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
 * enough to ask of the smallest of each way, and then of the others of the first way that fits by halving.
 */
export function findLargestFittingSetting(fits: (setting: PaperFit) => boolean): PaperFit {
  const settings = ways.find((way) => fits(way.at(-1) ?? smallestSetting)) ?? [smallestSetting];
  let [first, fitting] = [0, settings.length - 1];
  while (first < fitting) {
    const middle = Math.floor((first + fitting) / 2);
    if (fits(settings[middle] ?? smallestSetting)) fitting = middle;
    else first = middle + 1;
  }
  return settings[fitting] ?? smallestSetting;
}
