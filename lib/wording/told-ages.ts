import type { Described } from "@/lib/match/share";
import type { Aspect } from "@/lib/vocabulary/feature";

/**
 * "aged 57", "aged 22 to 79": what a study tells of an age of 65 or over although it does not say how many of its patients
 * were that old.
 * @returns null of another aspect, and where a study does not tell its youngest and its oldest
 */
export function describeToldAges(aspect: Aspect, { participants }: Pick<Described, "participants">): string | null {
  const { min, max } = participants.age;
  if (aspect !== "elderly" || min === null || max === null) return null;
  return min === max ? `aged ${min}` : `aged ${min} to ${max}`;
}
