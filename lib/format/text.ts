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

/** The text with a small first letter, to stand within a sentence; "IVIG" and "DM" keep theirs. */
export function lowerFirst(text: string): string {
  return /^[A-Z](?![A-Z0-9])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Percentages as this app writes them, "79%", where a source was copied with a space: "79 %". */
export function closePercent(text: string): string {
  return text.replace(/(\d)[ \u00A0\u202F]%/g, "$1%");
}

/** Words that carry no meaning of their own when two phrases are compared. */
const smallWords = new Set("a an and at by for from her his in of on or the their to was were with".split(" "));

function listMeaningfulWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !smallWords.has(word)).map((word) => word.replace(/s$/, ""));
}

function saysAll(text: string, phrase: string): boolean {
  const said = new Set(listMeaningfulWords(text));
  return listMeaningfulWords(phrase).every((word) => said.has(word));
}

/**
 * A label and what is said under it, without saying anything twice: "dysphagia: 40% before", and not "dysphagia: patients
 * with dysphagia: 40% before". A text that says all of its label stands alone: "no haemolytic reaction occurred".
 */
export function joinLabel(label: string, text: string): string {
  if (saysAll(text, label)) return lowerFirst(text);
  const [, measure, rest] = /^([^:]+): (.+)$/s.exec(text) ?? [];
  return `${label}: ${measure && rest && saysAll(label, measure) ? rest : text}`;
}
