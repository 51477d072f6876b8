"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";

/** Copies the summary for pasting into a record. Where the browser refuses, the text is there to be copied by hand. */
export function CopyAsText({ text }: { text: string }) {
  const id = useId();
  const [done, setDone] = useState<{ text: string; isCopied: boolean } | null>(null);
  // What was copied before the case changed is not this text.
  const state = done?.text === text ? done : null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone({ text, isCopied: true });
    } catch {
      // refused, or a page without the right to it: not a fault, and the text is shown instead
      setDone({ text, isCopied: false });
    }
  };
  return (
    <>
      <Button onClick={copy}>Copy as text</Button>
      <div className="order-last basis-full">
        <p role="status" className="text-sm">
          {state?.isCopied && "Copied. Label and note are for the paper only and are not in it."}
          {state && !state.isCopied && "The browser does not let Myomatch copy. Select the text below and copy it."}
        </p>
        {state && !state.isCopied && (
          <>
            <label htmlFor={id} className="sr-only">
              The summary as text
            </label>
            <textarea
              id={id}
              readOnly
              value={text}
              rows={10}
              onFocus={({ target }) => target.select()}
              className="mt-1 w-full rounded-md border border-edge bg-surface p-2 text-sm"
            />
          </>
        )}
      </div>
    </>
  );
}
