"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { LibraryFile } from "@/lib/cite/json";
import { fullCitation } from "@/lib/study/cite";
import type { Study } from "@/lib/study/schema";
import { counted } from "@/lib/terms/phrases";
import type { StudyRow } from "./columns";
import type { Format, Shown } from "./export-file";

const names: Record<Format, string> = { ris: "RIS", bibtex: "BibTeX", csv: "CSV", json: "JSON" };

/** The citation of one study: to the clipboard, or as a file that is made on the device. */
export function CitationMenu({ study, version, searched }: { study: Study; version: string; searched: string }) {
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");
  const citation = fullCitation(study);
  const copy = () =>
    // Without a secure address there is no clipboard at all.
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(citation))
      .then(() => setCopied("yes"))
      .catch(() => setCopied("refused"));
  const library: LibraryFile = { library: version, searched, licence: "CC-BY-4.0", studies: [study] };
  return (
    <div className="mt-3 space-y-2 print:hidden">
      <div className="flex flex-wrap gap-2">
        <Button onClick={copy}>Copy citation</Button>
        <Downloads formats={["ris", "bibtex", "csv"]} name={`myomatch-${study.id}`} load={async () => library} />
      </div>
      <p role="status" className="text-sm">
        {copied === "yes" && "Citation copied."}
        {copied === "refused" && "The browser refused the clipboard. Select the citation below and copy it by hand."}
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
        <a href={`/studies/${study.id}/sheet.json`} className="inline-flex min-h-8 items-center">
          This sheet as JSON
        </a>
      </p>
    </div>
  );
}

type ExportProps = {
  /** in the order of the file */
  studies: readonly Pick<Study, "id">[];
  /** what the screen shows of them for a case, so that the CSV holds the same figures; without it, the headlines */
  rows?: readonly StudyRow[];
};

/**
 * The citations of several studies as files. The whole sheets come from one file that is the same for every reader, so
 * the server learns that something was exported and not what.
 */
export function ExportMenu({ studies, rows = [] }: ExportProps) {
  if (studies.length === 0) return null;
  const load = async () => {
    const reply = await fetch("/library.json");
    if (!reply.ok) throw new Error(`/library.json answered ${reply.status}.`);
    // The sheets were checked by their schema when this file was built.
    const library = (await reply.json()) as LibraryFile;
    const byId = new Map(library.studies.map((study) => [study.id, study]));
    return { ...library, studies: studies.flatMap(({ id }) => byId.get(id) ?? []) };
  };
  const number = counted(studies.length, "study", "studies");
  return (
    <fieldset className="print:hidden">
      <legend className="text-sm text-quiet">Take along {number}, with citation and figures:</legend>
      <div className="flex flex-wrap gap-2">
        <Downloads
          formats={["ris", "bibtex", "csv", "json"]}
          name={`myomatch-${number.replace(" ", "-")}`}
          load={load}
          shown={new Map(rows.map((row) => [row.study.id, row]))}
        />
      </div>
    </fieldset>
  );
}

type DownloadsProps = {
  formats: readonly Format[];
  name: string;
  load: () => Promise<LibraryFile>;
  shown?: ReadonlyMap<string, Shown>;
};

function Downloads({ formats, name, load, shown }: DownloadsProps) {
  const [failed, setFailed] = useState<Format | null>(null);
  const save = async (format: Format) => {
    setFailed(null);
    try {
      // The writers are fetched when they are first wanted: most readers never export.
      const [{ exportText, saveFile }, library] = await Promise.all([import("./export-file"), load()]);
      saveFile(name, format, exportText(format, library, shown));
    } catch {
      setFailed(format);
    }
  };
  return (
    <>
      {formats.map((format) => (
        <Button key={format} onClick={() => save(format)}>
          Download {names[format]}
        </Button>
      ))}
      {failed && (
        <p role="alert" className="w-full text-sm text-warn">
          The {names[failed]} file could not be made, because a part of it could not be fetched. Check the network and
          try again.
        </p>
      )}
    </>
  );
}
