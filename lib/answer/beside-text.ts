import { formatCount } from "@/lib/format/numbers";
import { timingNames } from "@/lib/vocabulary/outcomes";
import type { CountingStudy, ToldInWords } from "./cells";

/** Other studies that are told one by one; more are told by their ends. */
export const MAX_LISTED = 3;

/** "Marie 2010, 8 of 73": a count that stands among those of other studies, and is no sum of theirs. */
export function formatNamedCount({ found, figure }: CountingStudy): string {
  return `${found.name}, ${formatCount(figure)}`;
}

/** Studies whose words stand in a cell; those of more stand in their rows. */
export const MAX_IN_WORDS = 3;

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
