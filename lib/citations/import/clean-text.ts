import { invisibleSigns } from "@/lib/format/invisible-signs";

const pairedTags =
  "a|abbr|b|bold|center|code|del|div|em|font|i|inf|ins|italic|li|mark|ol|s|sc|script|small|span|strike|strong|style|sub|sup|table|td|th|title|tr|tt|u|ul|h[1-6]|(?:jats|mml):[a-z]+";
const attributes = "(?:\\s+[\\w:-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"'<>]+))*\\s*";
const paired = new RegExp(`<(${pairedTags})${attributes}>(.*?)</\\1\\s*>`, "gis");
const single = new RegExp(`<(?:br|hr|p|img|wbr)${attributes}/?>|</p\\s*>`, "gi");
const closing = new RegExp(`</(?:${pairedTags})\\s*>`, "gi");

/**
 * Text without HTML. What only looks like a tag stays, such as "a<b and c>d" or "p<i>": a tag has a known name, and
 * another that closes it. One that only closes is a tag by its stroke.
 */
function stripTags(text: string): string {
  const bare = text.replace(paired, "$2").replace(single, " ");
  return bare === text ? text.replace(closing, "") : stripTags(bare);
}

const readPairs = (table: string): [string, string][] =>
  [...table.matchAll(/(\S+) (\S+)/g)].map(([, name = "", sign = ""]) => [name, sign]);

const greek =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega";

/** The entities of HTML that titles and names hold, each with its sign. */
const entities = new Map<string, string>([
  ["nbsp", " "],
  ...readPairs("amp & lt < gt > quot \" apos ' lsquo ‘ rsquo ’ ldquo “ rdquo ” ndash – mdash — hyphen - hellip …"),
  ...readPairs("times × plusmn ± le ≤ ge ≥ deg ° micro µ middot · reg ® trade ™ szlig ß oslash ø Oslash Ø aelig æ"),
  ...readPairs("AElig Æ oelig œ OElig Œ eth ð thorn þ lstrok ł Lstrok Ł inodot ı"),
  ...greek.split(" ").flatMap((name, index): [string, string][] => [
    [name, String.fromCodePoint(0x3b1 + index)],
    [name.charAt(0).toUpperCase() + name.slice(1), String.fromCodePoint(0x391 + index)],
  ]),
]);

/** Accents that an entity puts on its first letter: "eacute". */
const accents = new Map([
  ["acute", "\u0301"],
  ["grave", "\u0300"],
  ["circ", "\u0302"],
  ["uml", "\u0308"],
  ["tilde", "\u0303"],
  ["cedil", "\u0327"],
  ["ring", "\u030A"],
  ["caron", "\u030C"],
]);

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
    (whole, decimal, hex, name: string | undefined) => {
      if (name === undefined) {
        const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
        return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
      }
      const [, letter = "", accent = ""] = /^([a-z])([a-z]+)$/i.exec(name) ?? [];
      const mark = accents.get(accent);
      return entities.get(name) ?? (mark ? `${letter}${mark}` : (entities.get(name.toLowerCase()) ?? whole));
    },
  );
}

/**
 * Text without tags, entities, signs that cannot be seen and needless blanks. What it does to the text, it notes.
 * @param name what the text is, as the subject of a sentence
 * @param notes the list that it adds to
 */
export function cleanText(name: string, text: string, notes: string[]): string {
  const decoded = decodeEntities(stripTags(text));
  const bare = stripTags(decoded);
  if (stripTags(text) !== text || bare !== decoded) notes.push(`${name} held HTML tags, which were taken out.`);
  const cleaned = bare
    .replace(/[\p{Cc}\s\u200B\u2060]+/gu, " ")
    .replace(new RegExp(invisibleSigns, "gu"), "")
    .trim()
    .normalize("NFC");
  if (/^[=+\-@]/.test(cleaned)) notes.push(`${name} begins like a formula ("${cleaned[0]}"); it was kept as text.`);
  return cleaned;
}
