"use client";

import { useId } from "react";
import { useCopy } from "@/components/state/use-copy";
import { Button } from "@/components/ui/button";
import { interfaceText } from "@/lib/format/interface-text";

/** Copies the summary for pasting into a record. Where the browser refuses, the text is there to be copied by hand. */
export function CopyAsText({ text }: { text: string }) {
  const id = useId();
  const { copied, copy } = useCopy(text);
  return (
    <>
      <Button onClick={copy}>Copy as text</Button>
      <div className="order-last basis-full">
        <p role="status" className="text-sm">
          {copied === "yes" && "Copied. Label and note are for the paper only and are not in it."}
          {copied === "refused" && interfaceText.copyRefused}
        </p>
        {copied === "refused" && (
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
