/** A word of the screens that not every reader knows, with its meaning. The id is its place on the page "Help". */
export type GlossaryEntry = { id: string; term: string; meaning: string };

/** The words of medicine, statistics and this app, in the order of the alphabet. */
export const glossary: readonly GlossaryEntry[] = [
  {
    id: "interval",
    term: "95% interval",
    meaning:
      "Confidence interval: the range of true proportions that are compatible with a count. Wilson’s or the exact one for a count, Newcombe’s for a difference.",
  },
  {
    id: "amyopathic",
    term: "amyopathic",
    meaning: "With the typical skin disease, but no muscle weakness. As a diagnosis: CADM.",
  },
  {
    id: "cohort",
    term: "cohort",
    meaning: "The same patients in several publications. They are counted once.",
  },
  {
    id: "comparator",
    term: "comparator",
    meaning: "The group that did not get immunoglobulin, and its count.",
  },
  {
    id: "denominator",
    term: "denominator",
    meaning: "The “of how many” of a count: whom it counts. 10 of 19 responders is not 10 of 27 treated.",
  },
  {
    id: "describes",
    term: "describes this patient",
    meaning: "All or most of the study’s patients have every deciding feature that was answered yes.",
  },
  {
    id: "fact-sheet",
    term: "fact sheet",
    meaning: "What was read of one publication: patients, treatment, outcomes, limits.",
  },
  {
    id: "gap",
    term: "gap",
    meaning: "What nobody in the library has studied, with the studies that come nearest.",
  },
  {
    id: "certainty",
    term: "how sure",
    meaning: "How far the design of the studies carries, in words, never from what they found.",
  },
  {
    id: "ild",
    term: "ILD",
    meaning: "Interstitial lung disease: inflammation or scarring of the lung tissue.",
  },
  {
    id: "immunoglobulin",
    term: "immunoglobulin",
    meaning: "Antibodies from donors, given as a treatment: into a vein (IVIG) or under the skin (SCIG).",
  },
  {
    id: "level",
    term: "level of evidence",
    meaning: "2 (randomised trial) to 5 (single case), by the design of a study (OCEBM 2011).",
  },
  {
    id: "library",
    term: "library",
    meaning: "All fact sheets and safety checks together. Its version stands at the foot of every page.",
  },
  {
    id: "locator",
    term: "locator",
    meaning: "The place in the source where a figure was read: “table 3”.",
  },
  {
    id: "not-in-the-abstract",
    term: "not in the abstract",
    meaning: "Only the abstract was read, and it does not say. The paper may.",
  },
  { id: "pinned", term: "pinned", meaning: "Marked by you, to compare or to print. At most six studies." },
  {
    id: "pooled",
    term: "pooled",
    meaning: "Worked out as one result of several studies that count the same thing in the same kind of patient.",
  },
  {
    id: "prediction",
    term: "prediction interval",
    meaning: "The range in which the result of one further, similar study is expected.",
  },
  {
    id: "refractory",
    term: "refractory",
    meaning: "Failed, or came back, under at least one earlier systemic treatment.",
  },
  {
    id: "response",
    term: "response, relapse",
    meaning:
      "The disease gets better; it comes back. What counts as either differs between studies, so each figure has its definition.",
  },
];
