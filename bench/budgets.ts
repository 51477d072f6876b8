import type { Unit } from "./figures";
import type { Budget } from "./rows";

const atMost = (value: number, unit: Unit): Budget => ({ side: "at most", limit: { value, unit } });
const atLeast = (value: number, unit: Unit): Budget => ({ side: "at least", limit: { value, unit } });

/** What the app may cost a reader and a server. A bench that finds one broken ends with an error. */
export const budgets = {
  /** more than the bare page sends */
  bytesUntilLoaded: atMost(90, "kB"),
  bytesUntilIdle: atMost(150, "kB"),
  /** of the bare page */
  contentfulPaint: atMost(1.3, "times"),
  blockingTime: atMost(2, "times"),
  layoutShift: atMost(0.02, "shift"),
  /** of 95 taps in 100 */
  tap: atMost(100, "ms"),
  /** of all studies for one case */
  groups: atMost(3, "ms"),
  groupsAgainstRules: atLeast(1000, "times"),
  /** ranked, with their reasons, and the next question */
  leadingFifty: atMost(20, "ms"),
  /** of an empty route handler's */
  requests: atLeast(0.5, "times"),
  /** from first paint to the figures of a case of two features */
  taps: atMost(2, "count"),
  scrolls: atMost(0, "count"),
  testTime: atMost(6, "minutes"),
  /** below the bare page */
  lighthousePerformance: atMost(5, "points"),
  lighthouseOthers: atLeast(100, "points"),
};
