"use client";

import { useEffect, useId, useRef, useState } from "react";
import { usePart } from "@/components/state/fragment";
import { useCopy } from "@/components/state/use-copy";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { interfaceText } from "@/lib/format/interface-text";
import { readReport } from "@/lib/url-state/report";

/** The report of an error in the study that the link names, to complete and to copy. Nothing is sent from here. */
export function ErrorReport({ version }: { version: string }) {
  const read = readReport(usePart("report") ?? "");
  if (!read.ok) return <Notice title="The report of an error could not be begun">{read.message}</Notice>;
  return read.value && <Report key={read.value} study={read.value} version={version} />;
}

function Report({ study, version }: { study: string; version: string }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => begun(study, version));
  const { copied, copy } = useCopy(text);
  // The reader came for this, and it stands at the end of a long page.
  useEffect(() => field.current?.focus(), []);
  return (
    <div className="mt-3 max-w-prose print:hidden">
      <label htmlFor={id} className="font-semibold">
        Report on {study}
      </label>
      <p id={`${id}-hint`} className="text-sm text-quiet">
        Complete it here and copy it. Nothing is sent or kept.
      </p>
      <textarea
        id={id}
        ref={field}
        rows={9}
        value={text}
        // Some browsers send what they check for spelling to their maker.
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setText(target.value)}
        className="mt-1 mb-3 block w-full rounded-md border border-edge bg-surface p-2 text-sm"
      />
      <Button onClick={copy}>Copy the report</Button>
      <p role="status" className="text-sm">
        {copied === "yes" && "Report copied."}
        {copied === "refused" && interfaceText.copyRefused}
      </p>
    </div>
  );
}

/** What is known of the report before anything is typed. */
function begun(study: string, version: string): string {
  return [
    "Error in a fact sheet of Myomatch",
    `Study: ${study}`,
    `Sheet: ${window.location.origin}/studies/${study}`,
    `Library version: ${version}`,
    "Figure, and where it was read: ",
    "What the source has instead, and where: ",
  ].join("\n");
}
