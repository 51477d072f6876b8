import { timingNames } from "@/lib/vocabulary/outcomes";
import type { AnswerCell, ToldInWords } from "./cells";
import type { StudyAnswer } from "./study-answer";

/** What stands in a cell after the name of a study, or by itself where it is of no one study. */
export type NamedText = {
  found: StudyAnswer | null;
  text: string;
  /** it is of another timing than its cell, and says so itself */
  isOfOtherTiming?: boolean;
};

/** Studies whose words stand in a cell; those of more stand in their rows. Of harm no words are left out: what is grave may be the last. */
export const MAX_IN_WORDS = 3;

/**
 * What a cell tells in words: " (after stopping, of patients who improved), benefit kept: …" after the name of each study,
 * as many as a cell has room for; then by itself how many more do: "2 more tell it in words."
 */
export function listToldInWords({ domain, inWords }: Pick<AnswerCell, "domain" | "inWords">): NamedText[] {
  const most = domain === "harm" ? inWords.length : MAX_IN_WORDS;
  const left = inWords.length - most;
  return [
    ...inWords.slice(0, most).map((told) => ({
      found: told.found,
      text: ` (${describeToldInWords(told)}), ${told.words}`,
      isOfOtherTiming: told.timing !== null,
    })),
    ...(left > 0 ? [{ found: null, text: `${left} more ${left === 1 ? "tells" : "tell"} it in words.` }] : []),
  ];
}

/** "in words", "after stopping, of patients who improved": how something is told of which there is no count, and of whom. */
export function describeToldInWords({
  isControlled,
  timing,
  population,
}: Omit<ToldInWords, "found" | "words">): string {
  // Of whom words are tells that they are words: a count has its own population.
  const how = isControlled ? "controlled, not randomised" : population === null && "in words";
  // What happened "at one year" may stand here: what is not told is whether immunoglobulin was still given.
  const when = timing === "unclear" ? "whether on treatment is not told" : timing && timingNames[timing];
  return [how, when, population && `of ${population}`].filter(Boolean).join(", ");
}
