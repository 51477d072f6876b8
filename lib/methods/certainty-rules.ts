import { LARGE_TRIAL, VERY_SMALL } from "@/lib/answer/certainty";

/** The words for how sure a figure can be, each with its rule. The first rule that fits decides. */
export const certaintyRules = [
  {
    words: "randomised trial",
    rule: `A randomised trial that enrolled ${LARGE_TRIAL} patients or more (where enrolment is not reported: the figure counts so many), with its comparison group beside the figure.`,
  },
  { words: "small randomised trial", rule: `The same, with fewer than ${LARGE_TRIAL} patients.` },
  {
    words: "from a randomised trial, without its comparison group",
    rule: "A figure of a randomised trial, such as of its open phase, that has no comparison group beside it.",
  },
  { words: "one patient", rule: "The figure counts one patient." },
  { words: "single cases", rule: "A case report; the figure counts two patients or more." },
  {
    words: "very few patients, groups not formed at random",
    rule: `The study has a comparison group not formed at random; the figure counts fewer than ${VERY_SMALL} patients.`,
  },
  { words: "groups not formed at random", rule: `The same, with ${VERY_SMALL} patients or more.` },
  {
    words: "very few patients, no comparison group",
    rule: `The study has no comparison group; the figure counts fewer than ${VERY_SMALL} patients.`,
  },
  { words: "no comparison group", rule: `The same, with ${VERY_SMALL} patients or more.` },
] as const;
