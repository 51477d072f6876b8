/**
 * The parts of a URL fragment, in the order they are written: the case, what the table and the map are asked for, the
 * pinned studies, the study that an error is reported of.
 */
export const parts = ["case", "table", "map", "pins", "report"] as const;
export type Part = (typeof parts)[number];

/** Each part with its name, as it stands in the address ("case=1.e30"), or "" where there is none. */
export type Parts = Record<Part, string>;

export const emptyParts: Parts = { case: "", table: "", map: "", pins: "", report: "" };

/**
 * Splits a URL fragment, with or without its "#", into its parts.
 * A fragment that holds anything else, or one part twice, is not ours or is damaged: it goes whole to the reader of the
 * case, which refuses it with a sentence, so that no half of it is applied.
 */
export function splitFragment(fragment: string): Parts {
  const text = fragment.replace(/^#/, "");
  const found: Partial<Parts> = {};
  for (const piece of text === "" ? [] : text.split("&")) {
    const part = parts.find((name) => piece.startsWith(`${name}=`));
    if (!part || found[part] !== undefined) return { ...emptyParts, case: text };
    found[part] = piece;
  }
  return { ...emptyParts, ...found };
}

/** Puts parts together to a fragment with its "#"; "" where every part is empty. */
export function joinFragment(held: Partial<Parts>): string {
  const text = parts.flatMap((part) => held[part] || []).join("&");
  return text && `#${text}`;
}
