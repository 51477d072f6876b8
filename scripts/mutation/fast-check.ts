import fc from "fast-check";
import { noteCutRuns } from "./vitest";

/** Cases that a property tries on each change, where its test names more. */
const MOST_RUNS = 25;
/** Always the same cases, so that a score can be compared with the one before. */
const SEED = 1;

function requireHeld({ failed }: { failed: boolean }): void {
  if (failed) throw new Error("The property does not hold.");
}

/**
 * fast-check as `npm run mutate` uses it, with fewer cases a property: each change runs the properties again. A change
 * that only rarer cases would notice counts as survived, so this makes no score too high. That a property fails is enough
 * to know: to look for the shortest case that fails takes longer than all else.
 */
// biome-ignore lint/style/noDefaultExport: tests import fast-check so
export default {
  ...fc,
  assert: ((property, options) => {
    const { numRuns = 100, ...others } = options ?? {};
    const shorter = { ...others, numRuns: Math.min(numRuns, MOST_RUNS), seed: SEED, endOnFailure: true };
    const details = fc.check(property, shorter);
    noteCutRuns();
    return details instanceof Promise ? details.then(requireHeld) : requireHeld(details);
  }) as typeof fc.assert,
};
