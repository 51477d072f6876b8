/** The parts of the page "Methods and limits" in their order: the place of each, and its title. */
export const aboutParts = {
  purpose: "What it is, and what it is not",
  library: "The library",
  search: "The search",
  matching: "How a study is matched",
  figures: "What a figure shows",
  together: "What sits together, and what is pooled",
  certainty: "Words for certainty",
  answer: "What else the answer holds",
  limits: "Limits",
  "second-reading": "Second reading",
  privacy: "Privacy",
  accessibility: "Accessibility",
  attributes: "Source attributes",
  errors: "Licence and errors",
} as const;

type AboutPart = keyof typeof aboutParts;

/** What a section needs of its part. */
export function getPart(anchor: AboutPart): { anchor: AboutPart; title: string } {
  return { anchor, title: aboutParts[anchor] };
}
