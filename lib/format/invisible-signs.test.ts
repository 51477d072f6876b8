import { expect, test } from "vitest";
import { findInvisibleSign } from "./invisible-signs";

test.each([
  ["\u202E1102", "U+202E"],
  ["week\u0000 15", "U+0000"],
  ["a\u001B[2J", "U+001B"],
  ["two\nlines", "U+000A"],
  ["a\u200Bb", "U+200B"],
  ["a\u2066b", "U+2066"],
  ["a\u2028b", "U+2028"],
  ["a\uD800b", "U+D800"],
  ["soft\u00ADhyphen", "U+00AD"],
  ["\u{E0041}", "U+E0041"],
])("%j holds %s", (text, name) => expect(findInvisibleSign(text)).toBe(name));

test("letters, accents, dashes, blanks that do not break and signs beyond the first plane can be seen", () => {
  for (const text of ["Müller", "Mu\u0308ller", "a – b", "5\u00A0mg", "Łódź", "𝛼", "β₂ ≥ 3", ""])
    expect(findInvisibleSign(text), text).toBeNull();
});
