import { useState } from "react";
import { writeToClipboard } from "./clipboard";

/** The state of a copy: not asked for yet, in the clipboard, or refused by the browser. */
export type Copied = "no" | "yes" | "refused";

/**
 * Puts a text into the clipboard, and the same as rich text beside it where there is one and the browser can. What was
 * copied before the text changed is not this text.
 */
export function useCopy(text: string, html?: string): { copied: Copied; copy: () => Promise<void> } {
  const [done, setDone] = useState<{ text: string; copied: Copied } | null>(null);
  const copy = async () => {
    try {
      // Without a secure address there is no clipboard at all.
      await writeToClipboard({ text, ...(html && { html }) }, Boolean(html));
      setDone({ text, copied: "yes" });
    } catch {
      setDone({ text, copied: "refused" });
    }
  };
  return { copied: done?.text === text ? done.copied : "no", copy };
}
