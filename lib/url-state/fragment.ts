/**
 * The parts of a URL fragment, in the order they are written: the case, what the table and the map are asked for, the
 * pinned studies, the study that an error is reported of, the place on the page that the link leads to.
 */
export const partNames = ["case", "table", "map", "pins", "report", "place"] as const;
export type PartName = (typeof partNames)[number];

/** Each part with its name, as it stands in the address ("case=1.e30"), or "" where there is none. */
export type Parts = Record<PartName, string>;

export const emptyParts: Parts = { case: "", table: "", map: "", pins: "", report: "", place: "" };

/** Characters that a fragment can have. All parts together, each at its longest, take fewer. */
export const MAX_FRAGMENT_LENGTH = 8000;

/**
 * Undoes what mail programs, chats and forms do to a link: letters written as "%3D", "&amp;" or "=3D", blanks and line
 * breaks within it, and the full stop or bracket of a sentence behind it. No part holds or ends with any of these.
 */
function repairFragment(text: string): string {
  const decode = (encoded: string) =>
    encoded
      .replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/&(?:(?:amp;)+|#38;|#x26;)/gi, "&");
  // Some programs encode what is encoded already.
  return decode(decode(decode(text)))
    .replace(/[\s\u00AD\u200B-\u200D\u2060\uFEFF]+/g, "")
    .replace(/^#+/, "")
    .replace(/(?<=^|&)([a-z]+)=3D/g, "$1=")
    .replace(/[^A-Za-z0-9_-]+$/, "");
}

/**
 * Splits a URL fragment, with or without its "#", into its parts, also where it was changed on its way.
 * A fragment that holds anything else, or one part twice, or is too long, is given to the case as one part. Reading the
 * case then refuses it with a sentence, so that no half of it is applied.
 */
export function splitFragment(fragment: string): Parts {
  const received = fragment.replace(/^#/, "");
  if (received === "" || received.length > MAX_FRAGMENT_LENGTH) return { ...emptyParts, case: received };
  const text = repairFragment(received);
  const whole = { ...emptyParts, case: text || received };
  const found: Partial<Parts> = {};
  for (const piece of text.split("&")) {
    const name = partNames.find((known) => piece.startsWith(`${known}=`));
    if (!name || found[name] !== undefined) return whole;
    found[name] = piece;
  }
  return { ...emptyParts, ...found };
}

/**
 * Whether a fragment that was not split is made of different parts as these are ("case=1.e30&more=1"): one of them is
 * then of a newer version. Otherwise it is damaged, or of another program.
 */
export function hasNewerPart(fragment: string): boolean {
  const names = fragment.split("&").map((piece) => /^([a-z]+)=./s.exec(piece)?.[1]);
  return !names.includes(undefined) && new Set(names).size === names.length;
}

/** Puts parts together to a fragment with its "#"; "" where every part is empty. */
export function joinFragment(parts: Partial<Parts>): string {
  const text = partNames.flatMap((name) => parts[name] || []).join("&");
  return text && `#${text}`;
}
