/** How the sheet is set so that its figures stay on one page: the size of its letters, and where its references stand. */
export type PaperFit = { points: number; references: "below" | "apart" };

const smallestBelow: PaperFit = { points: 7.6, references: "below" };
export const smallestSetting: PaperFit = { points: 6, references: "apart" };

/** From the most legible to the smallest. References move to a page of their own before letters get smaller still. */
const below = [...[9.5, 9, 8.5, 8].map((points): PaperFit => ({ points, references: "below" })), smallestBelow];
const apart = [
  ...[8.5, 8, 7.6, 7.2, 6.8, 6.4].map((points): PaperFit => ({ points, references: "apart" })),
  smallestSetting,
];

/**
 * The most legible setting that fits, or the smallest where none does. Smaller letters never take more space, so it is
 * enough to ask of the smallest with references below, and then of the setting last found and its neighbours. What is
 * found does not depend on what was found last; only how soon does.
 */
export function findLargestFittingSetting(fits: (setting: PaperFit) => boolean, last: PaperFit): PaperFit {
  const settings = fits(smallestBelow) ? below : apart;
  const at = Math.max(
    settings.findIndex(({ points }) => points <= last.points),
    0,
  );
  const larger = settings.slice(0, at).reverse();
  const firstTooLarge = larger.findIndex((setting) => !fits(setting));
  const found = larger[(firstTooLarge < 0 ? larger.length : firstTooLarge) - 1];
  return found ?? settings.slice(at).find(fits) ?? smallestSetting;
}
