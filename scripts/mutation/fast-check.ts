import fc from "fast-check";
import { noteCutRuns } from "./vitest";

/** Cases that a property tries on each change, where its test names more. */
const MOST_RUNS = 25;
/** Always the same cases, so that a score can be compared with the one before. */
const SEED = 1;

/**
 * fast-check as `npm run mutate` uses it, with fewer cases a property: each change runs the properties again. A change
 * that only rarer cases would notice counts as survived, so this makes no score too high.
 */
// biome-ignore lint/style/noDefaultExport: tests import fast-check so
export default {
  ...fc,
  assert: ((property, options) => {
    const { numRuns = 100, ...others } = options ?? {};
    const result = fc.assert(property, { ...others, numRuns: Math.min(numRuns, MOST_RUNS), seed: SEED });
    noteCutRuns();
    return result;
  }) as typeof fc.assert,
};
