import type { StudyRecord } from "@/lib/study/record";

/** Randomised patients below which a trial is called small: the GRADE warning for imprecision, 400. */
const largeTrial = 400;
/** Patients below which a series is called very small. */
const verySmall = 10;

/**
 * How sure a figure can be, in words: from the design and from the patients counted, never from the result.
 * The rules stand on the methods page in full.
 * @param total patients in the figure's denominator
 */
export function certaintyOf({ design, participants }: StudyRecord, total: number): string {
  if (design.type === "randomised-controlled-trial") {
    const randomised = participants.enrolled ?? total;
    return randomised < largeTrial ? "small randomised trial" : "randomised trial";
  }
  if (total === 1) return "one patient";
  if (design.type === "case-report") return "single cases";
  const size = total < verySmall ? "very few patients, " : "";
  if (design.type === "non-randomised-controlled" || design.controlled) return `${size}groups not formed at random`;
  return `${size}no comparison group`;
}
