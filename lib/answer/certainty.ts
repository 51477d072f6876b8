import { capitalise, spellNumber } from "@/lib/format/text";
import type { StudySummary } from "@/lib/study/summary";

/** Randomised patients below which a trial is called small: the GRADE warning for imprecision, 400. */
export const LARGE_TRIAL = 400;
/** Patients below which a series is called very small. */
export const VERY_SMALL = 10;

/**
 * How sure a figure can be, in words: from the design and from the patients counted, never from the result.
 * The rules stand on the methods page in full.
 * @param total patients in the figure's denominator
 * @param isCompared whether the figure has its comparison group beside it
 */
export function describeCertainty({ design, participants }: StudySummary, total: number, isCompared: boolean): string {
  if (design.type === "randomised-controlled-trial") {
    if (!isCompared) return "from a randomised trial, without its comparison group";
    const randomised = participants.enrolled ?? total;
    return randomised < LARGE_TRIAL ? "small randomised trial" : "randomised trial";
  }
  if (total === 1) return "one patient";
  if (design.type === "case-report") return "single cases";
  const size = total < VERY_SMALL ? "very few patients, " : "";
  if (design.type === "non-randomised-controlled" || design.controlled) return `${size}groups not formed at random`;
  return `${size}no comparison group`;
}

/**
 * How sure the whole answer can be, in words: from the designs and numbers of the studies that describe the patient,
 * and from whether their figures count the same thing.
 * @param describing the studies that describe the patient
 * @param ways in how many ways they count response, if they do
 * @param isStated whether anything is stated that a study can meet
 */
export function describeAnswerCertainty(describing: readonly StudySummary[], ways: number, isStated: boolean): string {
  if (!isStated) return "No question is answered yes, so there is no answer to weigh yet.";
  if (describing.length === 0)
    return "No study in this library describes such a patient, so there is no figure for one.";
  const apart =
    ways > 1
      ? ` Response is counted in ${spellNumber(ways)} different ways, which are not pooled with each other.`
      : "";
  return `${bestDesign(describing)}${apart}`;
}

function bestDesign(describing: readonly StudySummary[]): string {
  const trials = new Set(describing.filter(isRandomised).map(({ cohort, id }) => cohort ?? id)).size;
  if (trials > 0) {
    const are =
      trials === 1 ? "One randomised trial describes" : `${capitalise(spellNumber(trials))} randomised trials describe`;
    const others = describing.every(isRandomised)
      ? ""
      : " The other studies cannot tell the effect of immunoglobulin from that of time or other treatment.";
    return `${are} such patients.${others}`;
  }
  if (describing.every(({ participants }) => participants.treated === 1)) {
    return "Only single cases: they show what can happen, not how often.";
  }
  return "No randomised trial describes such patients: without one, the effect of immunoglobulin cannot be told from that of time or other treatment.";
}

function isRandomised({ design }: StudySummary): boolean {
  return design.type === "randomised-controlled-trial";
}
