import { describeToldInWords, MAX_IN_WORDS } from "./beside-text";
import type { AnswerCell } from "./cells";
import type { StudyAnswer } from "./study-answer";

/** What stands in a cell after the name of a study, or by itself where it is of no one study. */
export type NamedText = { found: StudyAnswer | null; text: string };

/**
 * What a cell tells in words: " (after stopping, of patients who improved), benefit kept: …" after the name of each study, as many as a
 * cell has room for; then by itself how many more do: "2 more tell it in words."
 */
export function listToldInWords({ inWords }: Pick<AnswerCell, "inWords">): NamedText[] {
  const left = inWords.length - MAX_IN_WORDS;
  return [
    ...inWords
      .slice(0, MAX_IN_WORDS)
      .map((told) => ({ found: told.found, text: ` (${describeToldInWords(told)}), ${told.words}` })),
    ...(left > 0 ? [{ found: null, text: `${left} more ${left === 1 ? "tells" : "tell"} it in words.` }] : []),
  ];
}
