"use client";

import { CopyButton } from "@/components/ui/copy-button";

/** A search as it is typed into a database, to read and to copy. */
export function SearchString({ query }: { query: string }) {
  return (
    <div className="max-w-prose">
      <pre className="mb-2 rounded border border-line p-3 text-xs break-words whitespace-pre-wrap sm:text-sm">
        <code>{query}</code>
      </pre>
      <div className="flex flex-wrap gap-2 print:hidden">
        <CopyButton text={query} done="Search copied.">
          Copy the search
        </CopyButton>
      </div>
    </div>
  );
}
