import { useState } from "react";
import { getFailure } from "@/components/state/fetch-data";
import { Button } from "@/components/ui/button";
import type { LibraryFile } from "@/lib/citations/export/json";
import { interfaceText } from "@/lib/format/interface-text";
import { pluralise } from "@/lib/format/text";
import type { Format } from "./export-file";
import type { StudyRow } from "./study-row";

const names: Record<Format, string> = { ris: "RIS", bibtex: "BibTeX", csv: "CSV", json: "JSON" };

type Props = {
  formats: readonly Format[];
  /** of the file, without its ending */
  name: string;
  load: () => Promise<LibraryFile>;
  /** what the screen shows of these and other studies */
  rows?: readonly StudyRow[];
};

/** A button for each format, which makes the file on the device, and a message that says whether that worked. */
export function Downloads({ formats, name, load, rows = [] }: Props) {
  const [outcome, setOutcome] = useState<{ format: Format; message: string; hasFailed: boolean } | null>(null);
  const save = async (format: Format) => {
    setOutcome({ format, message: `Preparing ${names[format]} …`, hasFailed: false });
    try {
      // The writers are fetched when they are first needed: most readers never export.
      const [{ composeExport, saveFile }, library] = await Promise.all([import("./export-file"), load()]);
      saveFile(name, format, composeExport(format, library, new Map(rows.map((row) => [row.study.id, row]))));
      const number = pluralise(library.studies.length, "study", "studies");
      setOutcome({ format, message: `The ${names[format]} file holds ${number}.`, hasFailed: false });
    } catch (fault) {
      const why = {
        failed: "because a part of it could not be fetched. Check the network and try again.",
        "other-library": `because its figures might differ from those on the screen. ${interfaceText.otherLibrary}`,
      }[getFailure(fault)];
      setOutcome({ format, message: `The ${names[format]} file could not be made, ${why}`, hasFailed: true });
    }
  };
  return (
    <>
      {formats.map((format) => (
        <Button key={format} onClick={() => save(format)}>
          Download {names[format]}
        </Button>
      ))}
      <p role="status" className={`w-full text-sm ${outcome?.hasFailed ? "text-warn" : "text-quiet"}`}>
        {outcome?.message}
      </p>
    </>
  );
}
