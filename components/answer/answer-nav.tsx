/**
 * The parts of the page of an answer, in their order: the heading of each, whose id is its name here, and what the contents
 * of the page call it.
 */
export const answerSections = {
  answer: { title: "The answer", name: "Answer" },
  figures: { title: "Study by study", name: "Study by study" },
  together: { title: "What has been studied together", name: "Combinations" },
  guidelines: { title: "What guidelines say", name: "Guidelines" },
  safety: { title: "Safety of immunoglobulin", name: "Safety" },
  studies: { title: "The studies", name: "All studies" },
} as const;

export type AnswerSection = keyof typeof answerSections;

/** What the contents of the page are called, wherever they stand. */
export const contentsTitle = "Parts of the answer";
