"use client";

import { useEffect, useRef, useState } from "react";
import { usePart } from "@/components/state/fragment";
import { CopyButton } from "@/components/ui/copy-button";
import { controlLook, Field, keptOnDevice } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { readReport } from "@/lib/url-state/report";

/** The report of an error in the study that the link names, to complete and to copy. Nothing is sent from here. */
export function ErrorReport({ version }: { version: string }) {
  const read = readReport(usePart("report") ?? "");
  if (!read.ok) return <Notice title="The report of an error could not be begun">{read.message}</Notice>;
  return read.value && <Report key={read.value} study={read.value} version={version} />;
}

function Report({ study, version }: { study: string; version: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => composeReport(study, version));
  // The reader came for this, and it is at the end of a long page.
  useEffect(() => field.current?.focus(), []);
  return (
    <div className="mt-3 max-w-prose print:hidden">
      <Field
        label={`Report on ${study}`}
        hint="Complete it here and copy it. Nothing is sent or kept."
        className="mb-3"
      >
        {(control) => (
          <textarea
            {...control}
            {...keptOnDevice}
            ref={field}
            rows={9}
            value={text}
            onChange={({ target }) => setText(target.value)}
            className={`${controlLook} mt-1 block w-full p-2 text-sm`}
          />
        )}
      </Field>
      <CopyButton text={text} done="Report copied.">
        Copy the report
      </CopyButton>
    </div>
  );
}

/** What is known of the report before anything is typed. */
function composeReport(study: string, version: string): string {
  return [
    "Error in a fact sheet of Myomatch",
    `Study: ${study}`,
    `Sheet: ${window.location.origin}/studies/${study}`,
    `Library version: ${version}`,
    "Figure, and where it was read: ",
    "What the source has instead, and where: ",
  ].join("\n");
}
