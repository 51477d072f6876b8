"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { standaloneLink } from "@/components/ui/standalone-link";
import type { LibraryFile } from "@/lib/citations/export/json";
import { formatCitation } from "@/lib/study/citation";
import type { Study } from "@/lib/study/schema";
import { Downloads } from "./downloads";

/** The citation of one study: to the clipboard, or as a file that is made on the device. */
export function CitationMenu({ study, version, searched }: { study: Study; version: string; searched: string }) {
  const library: LibraryFile = { library: version, searched, licence: "CC-BY-4.0", studies: [study] };
  return (
    <div className="mt-3 space-y-2 print:hidden">
      <div className="flex flex-wrap gap-2">
        <CopyButton text={formatCitation(study)} done="Citation copied." name="Citation">
          Copy citation
        </CopyButton>
        <Downloads formats={["ris", "bibtex", "csv"]} name={`myomatch-${study.id}`} load={async () => library} />
      </div>
      <p>
        <a href={`/studies/${study.id}/sheet.json`} className={standaloneLink}>
          This sheet as JSON
        </a>
      </p>
    </div>
  );
}
