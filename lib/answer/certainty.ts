import { capitalise, spellNumber } from "@/lib/format/text";
import { countSeparateTrials } from "@/lib/study/cohort";
import { isRandomised } from "@/lib/study/kind";
import type { StudySummary } from "@/lib/study/summary";
import type { Sure } from "./reply";

/** Randomised patients below which a trial is called small: the GRADE warning for imprecision, 400. */
export const LARGE_TRIAL = 400;
/** Patients below which a series is called very small. */
export const VERY_SMALL = 10;

/** What the words for a figure follow from. */
type CountedFigure = {
  study: StudySummary;
  /** patients in the figure's denominator */
  total: number;
  /** whether the figure has its comparison group beside it */
  isCompared: boolean;
};

type CertaintyRule = {
  words: string;
  /** the rule as the methods page states it */
  rule: string;
  applies: (figure: CountedFigure) => boolean;
};

const noComparisonGroup: CertaintyRule = {
  words: "no comparison group",
  rule: `The same, with ${VERY_SMALL} patients or more.`,
  applies: () => true,
};

/** The words for how sure a figure can be. The first rule that applies decides; the last always does. */
export const certaintyRules: readonly CertaintyRule[] = [
  {
    words: "randomised trial",
    rule: `A randomised trial that enrolled ${LARGE_TRIAL} patients or more (where enrolment is not reported: the figure counts so many), with its comparison group beside the figure.`,
    applies: ({ study, total, isCompared }) =>
      isRandomised(study) && isCompared && (study.participants.enrolled ?? total) >= LARGE_TRIAL,
  },
  {
    words: "small randomised trial",
    rule: `The same, with fewer than ${LARGE_TRIAL} patients.`,
    applies: ({ study, isCompared }) => isRandomised(study) && isCompared,
  },
  {
    words: "from a randomised trial, without its comparison group",
    rule: "A figure of a randomised trial, such as of its open phase, that has no comparison group beside it.",
    applies: ({ study }) => isRandomised(study),
  },
  { words: "one patient", rule: "The figure counts one patient.", applies: ({ total }) => total === 1 },
  {
    words: "single cases",
    rule: "A case report; the figure counts two patients or more.",
    applies: ({ study }) => study.design.type === "case-report",
  },
  {
    words: "very few patients, groups not formed at random",
    rule: `The study has a comparison group not formed at random; the figure counts fewer than ${VERY_SMALL} patients.`,
    applies: ({ study, total }) => hasComparisonGroup(study) && total < VERY_SMALL,
  },
  {
    words: "groups not formed at random",
    rule: `The same, with ${VERY_SMALL} patients or more.`,
    applies: ({ study }) => hasComparisonGroup(study),
  },
  {
    words: "very few patients, no comparison group",
    rule: `The study has no comparison group; the figure counts fewer than ${VERY_SMALL} patients.`,
    applies: ({ total }) => total < VERY_SMALL,
  },
  noComparisonGroup,
];

function hasComparisonGroup({ design }: StudySummary): boolean {
  return design.type === "non-randomised-controlled" || design.controlled;
}

/**
 * How sure a figure can be, in words: from the design and from the patients counted, never from the result.
 * @param total patients in the figure's denominator
 * @param isCompared whether the figure has its comparison group beside it
 */
export function describeCertainty(study: StudySummary, total: number, isCompared: boolean): string {
  const figure = { study, total, isCompared };
  return (certaintyRules.find(({ applies }) => applies(figure)) ?? noComparisonGroup).words;
}

/**
 * How sure the whole answer can be, in steps: 0 nobody describes the patient, 1 single cases, 2 series, 3 groups that
 * were not formed at random, 4 a randomised trial.
 */
export function measureSureness(describing: readonly StudySummary[]): Sure {
  if (describing.length === 0) return 0;
  if (describing.some(isRandomised)) return 4;
  if (describing.some(hasComparisonGroup)) return 3;
  return describing.every(({ participants }) => participants.treated === 1) ? 1 : 2;
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
  const apart = ways > 1 ? ` Response is counted in ${spellNumber(ways)} different ways, not pooled.` : "";
  return `${describeDesigns(describing)}${apart}`;
}

/** The same from the designs alone: the best of them, and what cannot be told from the others. */
export function describeDesigns(describing: readonly StudySummary[]): string {
  if (describing.length === 0)
    return "No study in this library describes such a patient, so there is no figure for one.";
  const trials = countSeparateTrials(describing);
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
