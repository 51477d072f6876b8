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

/** "in words, after stopping", "controlled, not randomised": how something is told of which there is no count. */
export function describeToldInWords({ isControlled, timing }: Pick<ToldInWords, "isControlled" | "timing">): string {
  return [isControlled ? "controlled, not randomised" : "in words", timing && timingNames[timing]]
    .filter(Boolean)
    .join(", ");
}
