/**
 * Signs that cannot be seen and that change how a text is read or shown: they turn its direction round, so that "2011"
 * stands there as "1102", join or part words, or are half of a letter.
 */
export const invisibleSigns = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/** The name of the first such sign, as "U+202E"; null where there is none. */
export function findInvisibleSign(text: string): string | null {
  const [sign] = invisibleSigns.exec(text) ?? [];
  const code = sign?.codePointAt(0);
  return code === undefined ? null : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
