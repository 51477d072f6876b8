import { interfaceText } from "@/lib/format/interface-text";

/**
 * The parts of the page of an answer, in their order: the heading of each, whose id is its name here, and what the contents
 * of the page call it.
 */
export const answerSections = {
  answer: { title: "The answer", name: "Answer" },
  together: { title: "What has been studied together", name: "Combinations" },
  reports: { title: "Report by report", name: "Report by report" },
  given: { title: interfaceText.theseStudiesGave, name: interfaceText.whatGiven },
  figures: { title: "Study by study", name: "Study by study" },
  elsewhere: { title: "Where else to look", name: "Where else to look" },
  nearest: { title: "Nearest studies", name: "Nearest studies" },
  guidelines: { title: "What guidelines say", name: "Guidelines" },
  safety: { title: "Safety of immunoglobulin", name: "Safety" },
  studies: { title: "The studies", name: interfaceText.everyStudy },
} as const;

export type AnswerSection = keyof typeof answerSections;

/** What the contents of the page are called, wherever they stand. */
export const contentsTitle = "Parts of the answer";
