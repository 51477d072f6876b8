import { findLargestFittingSetting, type PaperFit } from "@/lib/paper/paper-fit";

/**
 * One step of looking for the most legible setting that fits. A slow device answers its reader between two steps.
 * @param measured the settings that the steps before have measured, and whether each fits; this step adds its own
 * @param isTimeLeft asked before each setting but the first of a step
 * @returns null where others must be measured first
 */
export function continueFit(
  measured: Map<PaperFit, boolean>,
  fits: (setting: PaperFit) => boolean,
  isTimeLeft: () => boolean,
): PaperFit | null {
  const before = measured.size;
  let isOver = false;
  const found = findLargestFittingSetting((setting) => {
    const known = measured.get(setting);
    if (known !== undefined) return known;
    isOver ||= measured.size > before && !isTimeLeft();
    if (isOver) return false;
    const isFitting = fits(setting);
    measured.set(setting, isFitting);
    return isFitting;
  });
  return isOver ? null : found;
}
