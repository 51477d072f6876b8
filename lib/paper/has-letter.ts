import type { Answer } from "@/lib/answer/answer";

/**
 * Whether there is a letter of this answer: none where nothing is stated that a study could be compared by, or where the
 * library is not about such patients. Apart from what composes the letter, which a page fetches when it is copied.
 */
export function hasLetter({ facts, scope }: Pick<Answer, "facts" | "scope">): boolean {
  return facts.stated.length > 0 && scope.covered;
}
