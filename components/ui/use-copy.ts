import { useState } from "react";
import { writeToClipboard } from "./clipboard";

/** The state of a copy: not asked for yet, in the clipboard, or refused by the browser. */
type Copied = "no" | "yes" | "refused";

/**
 * A text to copy, or what composes it when it is asked for: a long one would only hold up the page that offers it. Where
 * there is nothing to compose, it is not offered: an empty text would empty the clipboard.
 */
export type CopiedText = string | (() => string);

/** The text itself. */
export const readCopiedText = (text: CopiedText) => (typeof text === "string" ? text : text());

/**
 * Puts a text into the clipboard, and the same as rich text beside it where there is one and the browser can. What was
 * copied before the text changed is not this text: what composes it stays the same function as long as the text does.
 */
export function useCopy(text: CopiedText, html?: CopiedText): { copied: Copied; copy: () => Promise<void> } {
  const [done, setDone] = useState<{ text: CopiedText; copied: Copied } | null>(null);
  const copy = async () => {
    try {
      // Without a secure address there is no clipboard at all.
      await writeToClipboard(
        { text: readCopiedText(text), ...(html && { html: readCopiedText(html) }) },
        Boolean(html),
      );
      setDone({ text, copied: "yes" });
    } catch {
      setDone({ text, copied: "refused" });
    }
  };
  return { copied: done?.text === text ? done.copied : "no", copy };
}
