/** "JD" as "J. D.", "J-P" as "J.-P.": so that a style which abbreviates given names drops none. */
export function addInitialSpaces(initials: string): string {
  return initials.replace(/\p{Lu}(?=\p{Lu})/gu, "$&. ").replace(/\p{Lu}(?=-|$)/gu, "$&.");
}
