"use client";

import { useCopy } from "@/components/state/use-copy";
import { Button } from "@/components/ui/button";
import type { LibraryFile } from "@/lib/citations/export/json";
import { interfaceText } from "@/lib/format/interface-text";
import { formatCitation } from "@/lib/study/citation";
import type { Study } from "@/lib/study/schema";
import { Downloads } from "./downloads";

/** The citation of one study: to the clipboard, or as a file that is made on the device. */
export function CitationMenu({ study, version, searched }: { study: Study; version: string; searched: string }) {
  const citation = formatCitation(study);
  const { copied, copy } = useCopy(citation);
  const library: LibraryFile = { library: version, searched, licence: "CC-BY-4.0", studies: [study] };
  return (
    <div className="mt-3 space-y-2 print:hidden">
      <div className="flex flex-wrap gap-2">
        <Button onClick={copy}>Copy citation</Button>
        <Downloads formats={["ris", "bibtex", "csv"]} name={`myomatch-${study.id}`} load={async () => library} />
      </div>
      <p role="status" className="text-sm">
        {copied === "yes" && "Citation copied."}
        {copied === "refused" && interfaceText.copyRefused}
      </p>
      {copied === "refused" && (
        <label className="block text-sm font-semibold">
          Citation
          <textarea
            readOnly
            rows={4}
            value={citation}
            onFocus={({ target }) => target.select()}
            className="mt-1 block w-full rounded-md border border-edge bg-surface p-2 font-normal"
          />
        </label>
      )}
      <p>
        <a href={`/studies/${study.id}/sheet.json`} className="inline-flex min-h-11 items-center">
          This sheet as JSON
        </a>
      </p>
    </div>
  );
}
