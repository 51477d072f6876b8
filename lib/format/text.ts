function joinItems(items: readonly string[], conjunction: string): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1)}`;
}

/** "a", "a and b", "a, b and c" */
export function joinWithAnd(items: readonly string[]): string {
  return joinItems(items, "and");
}

/** "a", "a or b", "a, b or c" */
export function joinWithOr(items: readonly string[]): string {
  return joinItems(items, "or");
}

const smallNumbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Small numbers as words, as in running text; larger ones as digits. */
export function spellNumber(count: number): string {
  return smallNumbers[count] ?? `${count}`;
}

/** "5 studies", "1 study": a noun that agrees with its number. */
export function pluralise(count: number, singular: string, plural: string): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** The sentence with a capital first letter. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name within a sentence: with a small first letter. */
export function uncapitalise(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A text without its full stop, to stand within a longer sentence. */
export function stripFullStop(text: string): string {
  return text.replace(/\.$/, "");
}
