import { hasBodyWord, suffixPattern } from "@/lib/study/author";

/** Not an author: what a list that is cut short prints in place of the others. */
export const othersPattern = /^(and|et)\.? (al|alii|others|colleagues)\.?$/i;

/** Words of a surname that are written small: "van der Kooi". */
const particle =
  /^(?:a[lfv]|abu|bin|ibn|d[aeiou]|das|dos|de[lnr]|della|dalla|el|i?ll?|l[ae]|las|los|op|'?t|te[nr]?|v[ao]n|van't|vo[mn]|y|zu[mr]?|e)$/;

/** "JD", "J.-D.", "K.Yu.": initials, by their dots or because there are few of them and all are capitals. */
const initialsWord = /^(?:(?:\p{Lu}\p{M}*\p{Ll}{0,2}\.-?)+\p{Lu}?|(?:\p{Lu}\p{M}*-?){1,4})$/u;

const degree = /^(?:Ph\.?D|M\.?D|M\.?Sc|B\.?Sc|MPH|MBBS|MBChB|FRCP|D\.?Phil|Dr(?:\.? ?med)?|Prof|R\.?N|Pharm\.?D)\.?$/i;

const getWords = (text: string) => text.split(/\s+/).filter(Boolean);
const isInitials = (text: string) =>
  getWords(text).length > 0 && getWords(text).every((word) => initialsWord.test(word));
const isCapitalised = (text: string) =>
  getWords(text).every((word) => /^(?:\p{Ll}{0,4}['’])?\p{Lu}/u.test(word) || particle.test(word));
/** What stands in place of a name where a paper has no author. */
const nobody = /^\[?(?:anon(?:ymous)?|no authors?\b.*)\.?\]?$/i;

/**
 * The names in one line of an export, as sheets have them: mostly one, but some programs write all of them in one line,
 * divided by commas, semicolons or "and". A body's name is never divided.
 */
export function readAuthors(line: string): string[] {
  const text = line
    .normalize("NFC")
    .replace(/[\s\u200B]+/g, " ")
    .replace(/[‐‑]/g, "-")
    .replace(/[*†‡§¶]+/g, "")
    // tried only at the first sign of a run: at each of them, a long run takes time by the square of its length
    .replace(/(?<=[^\s,;])[\s,;]+((?:et|and) (?:al|alii|others|colleagues)\b\.?)\s*$/i, "; $1")
    .trim();
  // By a comma behind it, reference managers mark a name that is not to be taken apart.
  if (/^[^,;]*,$/.test(text)) return [text.slice(0, -1).trim()].filter(Boolean);
  const pieces = text.split(/\s*[;|]\s*/).filter(Boolean);
  return pieces
    .flatMap(divideNames)
    .filter((name) => !nobody.test(name))
    .map(formatSheetAuthor)
    .filter(Boolean);
}

/**
 * Whether the surname in a line with one name is a guess: it has neither comma nor initials, and the last word was taken
 * for the surname.
 */
export function isOrderGuessed(line: string): boolean {
  const isUndivided = !/[,;|]/.test(line) && getWords(line).every((word) => !initialsWord.test(word));
  return isUndivided && readAuthors(line).some((name) => name !== line.trim());
}

function divideNames(text: string): string[] {
  const isBody = hasBodyWord(text);
  const parts = text.split(/,?\s+(?:and|&)\s+|\s*,\s*(?:(?:and|&)\s+)?/i).filter(Boolean);
  if (parts.length < 2) return [text];
  const named = parts.filter((part) => !othersPattern.test(part));
  if (named.every(isWholeName) || (parts.length > 2 && !isBody && named.every(isGivenFirst))) return parts;
  return isBody ? [text] : (pairNames(parts) ?? [text]);
}

/** "Example AB", "A. Example": one person, by the initials. */
function isWholeName(text: string): boolean {
  const words = getWords(text).filter((word) => !suffixPattern.test(word));
  const [first = "", ...rest] = words;
  const last = rest.at(-1);
  if (last === undefined || hasBodyWord(text)) return false;
  return initialsWord.test(last) !== (initialsWord.test(first) && first.includes("."));
}

/** "Ada Mary Example" */
function isGivenFirst(text: string): boolean {
  return getWords(text).length > 1 && isCapitalised(text) && !getWords(text).some((word) => suffixPattern.test(word));
}

/** "Example, A., Sample, B., Jr" as two names; null where it is not a list of surnames, each with its given names. */
function pairNames(parts: readonly string[]): string[] | null {
  const names: string[] = [];
  for (let place = 0; place < parts.length; ) {
    const [family = "", given = "", suffix = ""] = parts.slice(place, place + 3);
    if (othersPattern.test(family)) {
      names.push(family);
      place += 1;
      continue;
    }
    // Full given names alone could as well be surnames: only an even list of them is one of pairs.
    const isGiven = isInitials(given) || (parts.length % 2 === 0 && isCapitalised(given));
    if (given === "" || !isGiven || suffixPattern.test(given) || degree.test(given) || !isCapitalised(family))
      return null;
    const hasSuffix = suffixPattern.test(suffix) && !(isInitials(suffix) && parts.length % 2 === 0);
    names.push([family, given, ...(hasSuffix ? [suffix] : [])].join(", "));
    place += hasSuffix ? 3 : 2;
  }
  return names.length > 1 ? names : null;
}

/**
 * One name as sheets have it, "Bouaziz JD", from "Bouaziz, Jean-David", "Bouaziz, J. D.", "Bouaziz J.D.",
 * "J. D. Bouaziz" or "Jean-David Bouaziz"; a suffix stays behind the initials, as MEDLINE writes it. What is no
 * person's name is taken as it stands.
 */
export function formatSheetAuthor(name: string): string {
  if (othersPattern.test(name)) return name;
  const parts = name
    .replace(/^(?:Dr|Prof|Mrs?|Ms)\b\.?\s+/, "")
    .split(",")
    .map((part) => part.trim());
  const [first = "", ...others] = dropDegrees(parts.filter(Boolean));
  const suffixes = others.filter((part) => suffixPattern.test(part) && !(others.length === 1 && part === "IV"));
  const [given, ...rest] = others.filter((part) => !suffixes.includes(part));
  if (given === undefined) return formatUndivided([first, ...suffixes].join(" "));
  if (hasBodyWord(first) || (hasBodyWord(given) && !isInitials(given))) return name;
  const family = takeSuffix(first);
  const own = takeSuffix(given);
  const { initials, particles } = readGiven(own.text, isAllCapitals(family.text));
  const suffix = [...suffixes, family.suffix, own.suffix].find(Boolean) ?? "";
  return joinName([...particles, family.text].join(" "), initials, [suffix, ...rest]);
}

/** A name without a comma: initials at its end or its beginning, or full given names first. */
function formatUndivided(name: string): string {
  const { text, suffix } = takeSuffix(name);
  const words = getWords(text);
  if (words.length < 2 || hasBodyWord(text) || !isCapitalised(text)) return name;
  const isFirst = initialsWord.test(words[0] ?? "") && /\./.test(words[0] ?? "");
  const surnameEnd = words.findLastIndex((word) => !initialsWord.test(word)) + 1;
  if (surnameEnd < words.length && surnameEnd > 0) {
    return joinName(
      words.slice(0, surnameEnd).join(" "),
      readGiven(words.slice(surnameEnd).join(" "), false).initials,
      [suffix],
    );
  }
  // An acronym or a word such as "ProDERM" is in the name of a body, not of a person whose given names are written out.
  if (!isFirst && words.slice(0, -1).some((word) => /\p{Lu}{3}|\d|\p{Ll}\p{Lu}{2}/u.test(word))) return name;
  const begin = words.findIndex((word, index) => index > 0 && particle.test(word));
  const at = begin > 0 ? begin : words.length - 1;
  return joinName(words.slice(at).join(" "), readGiven(words.slice(0, at).join(" "), false).initials, [suffix]);
}

/** The parts of a name without academic degrees, which stand behind a comma; "MD" alone may be two initials. */
function dropDegrees(parts: readonly string[]): string[] {
  const [first = "", ...rest] = parts;
  const kept = rest.filter((part) => !getWords(part).every((word) => degree.test(word)));
  const isGiven = rest.length === 1 && /^[MR]\.?[DN]\.?$/.test(rest[0] ?? "") && !isWholeName(first);
  return isGiven ? [...parts] : [first, ...kept];
}

function takeSuffix(text: string): { text: string; suffix: string } {
  const words = getWords(text);
  const last = words.at(-1) ?? "";
  return words.length > 1 && suffixPattern.test(last)
    ? { text: words.slice(0, -1).join(" "), suffix: last }
    : { text, suffix: "" };
}

/** Initials of given names, and the particles of the surname that stand behind them: "A. J. van der". */
function readGiven(given: string, isCapitals: boolean): { initials: string; particles: string[] } {
  const words = getWords(given.replace(/\([^()]*\)/g, " "));
  const end = words.findLastIndex((word) => !particle.test(word)) + 1;
  const names = words.slice(0, end).filter((word) => words.length === 1 || !particle.test(word));
  return { initials: names.map((word) => takeInitials(word, isCapitals)).join(""), particles: words.slice(end) };
}

function takeInitials(word: string, isCapitals: boolean): string {
  const isWritten = /^[\p{Lu}\p{M}.-]+$/u.test(word);
  const letters = word.replaceAll(".", "");
  // Beside a surname in capitals, three of them are a name as well ("ADA"); else so are five.
  if (isWritten && (word.includes(".") || letters.length <= (isCapitals ? 2 : 4)))
    return letters.replace(/^-+|-+$/g, "");
  const pieces = isWritten ? [word] : word.split(/[.\-‐‑–]+/);
  return pieces.map((piece) => /\p{L}\p{M}*/u.exec(piece)?.[0].toUpperCase() ?? "").join("");
}

const isAllCapitals = (text: string) => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);

const suffixNames: Record<string, string> = { JR: "Jr", SR: "Sr", II: "2nd", III: "3rd", IV: "4th" };

function joinName(surname: string, initials: string, rest: readonly string[]): string {
  const behind = rest.map((part) =>
    suffixPattern.test(part) ? (suffixNames[part.replace(".", "").toUpperCase()] ?? part) : part,
  );
  return [isAllCapitals(surname) ? writeSmall(surname) : surname, initials, ...behind].filter(Boolean).join(" ");
}

/** "MCEXAMPLE-ÖZ" as "McExample-Öz", "VAN DER SAMPLE" as "van der Sample". */
function writeSmall(surname: string): string {
  return getWords(surname)
    .map((word) => {
      const small = word.toLowerCase();
      if (particle.test(small)) return small;
      return small.replace(/(?<![\p{L}\p{M}])\p{L}|(?<=^mc)\p{L}/gu, (letter) => letter.toUpperCase());
    })
    .join(" ");
}
