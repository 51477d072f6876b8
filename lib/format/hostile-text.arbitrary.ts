import fc from "fast-check";

/** Names that every object has, and that a program must not take for keys of its own. */
export const inheritedKeys = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then"] as const;

/** Elements that a browser makes of a text that was put into a page unescaped: each runs something, or hides the rest. */
export const markupAttacks = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  "</script><script>alert(1)</script>",
  "</textarea></title></style><iframe src=javascript:alert(1)>",
  "<!--<script>",
  "--><b>bold</b>",
  "<a href='javascript:alert(1)'>read</a>",
  "<style>*{display:none}</style>",
] as const;

/** Texts that other formats, terminals and readers take for more than words. */
const otherAttacks = [
  // Markdown, spreadsheets, templates, shells, databases, lines of a header
  "[read](javascript:alert(1))",
  "![x](https://evil.example/x.png)",
  '=HYPERLINK("https://evil.example";"read")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  `\${process.exit()}{{constructor.constructor("alert(1)")()}}`,
  "$(id)`id`; rm -rf /",
  "' OR 1=1 --",
  "x\r\nSet-Cookie: a=b\r\n\r\n<b>",
  // signs that cannot be seen, that turn the direction of a text round or that are half of a letter
  "\u202e2011\u202c",
  "\u2067right to left\u2069",
  "a\u200bb\u200d\u2060\ufeffc",
  "\u0000\u0007\u001b[2J\u009b31m\u007f",
  "\u2028\u2029",
  "\ud800 \udfff",
  "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
  `Z${"\u0335\u0489".repeat(40)}`,
  "\ufdfa".repeat(20),
  "👩‍👩‍👧‍👦🏳️‍🌈",
  // numbers that are none, or have no end
  "1e999",
  "-0",
  "NaN",
  "9".repeat(400),
  "٣٢",
  // ways into other folders
  "../../../../etc/passwd",
  "..\\..\\%00%2e%2e%2f",
] as const;

const surrogates = { first: 0xd800, count: 0x800 };

/**
 * A text of any signs that Unicode has room for. The unit "binary" of fast-check gives the same, and first makes a list
 * of the million of them, which takes two seconds and 80 MB in each process.
 */
export const anyUnicodeText: fc.Arbitrary<string> = fc.string({
  unit: fc
    .nat({ max: 0x10ffff - surrogates.count })
    .map((place) => String.fromCodePoint(place < surrogates.first ? place : place + surrogates.count)),
});

/** A text that somebody wrote to break a program, or to be shown as something else than it is. */
export const anyHostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...markupAttacks, ...otherAttacks, ...inheritedKeys),
  fc
    .array(fc.oneof(fc.constantFrom(...markupAttacks, ...otherAttacks), fc.string()), { minLength: 2, maxLength: 4 })
    .map((parts) => parts.join("")),
  anyUnicodeText,
);

/** The same as it can stand in an address or a header: percent-encoded, at most 2,000 characters. */
export const anyEncodedHostileText: fc.Arbitrary<string> = anyHostileText.map((text) =>
  // half of a letter cannot be encoded
  encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd")).slice(0, 2000),
);

/** A JSON text with such texts as values and keys, and with keys that every object has as keys of its own. */
export const anyHostileJson: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(
      anyHostileText.map((text) => JSON.stringify(text)),
      fc.constantFrom("null", "true", "1e999", "-0", "1e-400", "9".repeat(400), "[]", "{}"),
    ),
    fc.array(tie("value"), { maxLength: 4 }).map((values) => `[${values.join(",")}]`),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...inheritedKeys), anyHostileText), tie("value")), { maxLength: 4 })
      .map((members) => `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(",")}}`),
  ),
})).value;

/** What is repeated in texts on which a careless regular expression works for minutes. */
const repeated = [
  ...[
    " ",
    "\t",
    "\n",
    "\r\n",
    "\u00a0",
    "a",
    "1",
    ".",
    "-",
    "_",
    "=",
    "&",
    "%",
    "#",
    "(",
    ")",
    "[",
    "<",
    ">",
    '"',
    "\\",
  ],
  ...["a ", "a, ", "a.", "1 ", "1-", "1.", "%25", "%20", "=3D", "&amp;", "&#", "a=", "<a ", "<!--", "</", "](", "**"],
  ...["no ", "and ", "10.1", "10.1/", "http://", "a@", "\n- ", "\n  ", ", ", "; ", "Aa", "A. ", "von ", "é", "e\u0301"],
] as const;

/**
 * Texts of this many characters that are one piece repeated, with another sign behind it: where a regular expression
 * tries every place and every length, it does not end on some of them. A test that uses them fails by the time
 * that vitest gives it.
 */
export function createBlowUps(length = 64_000): { name: string; text: string }[] {
  return repeated.map((piece) => {
    const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length - 1);
    return { name: JSON.stringify(piece), text: `${text}!` };
  });
}
