import { useState } from "react";
import { failureOf } from "@/components/state/fetch-data";
import { Button } from "@/components/ui/button";
import type { LibraryFile } from "@/lib/citations/export/json";
import { interfaceText } from "@/lib/format/interface-text";
import { pluralise } from "@/lib/format/text";
import type { StudyRow } from "./columns";
import type { Format } from "./export-file";

const names: Record<Format, string> = { ris: "RIS", bibtex: "BibTeX", csv: "CSV", json: "JSON" };

type Props = {
  formats: readonly Format[];
  /** of the file, without its ending */
  name: string;
  load: () => Promise<LibraryFile>;
  /** what the screen shows of these and other studies */
  rows?: readonly StudyRow[];
};

/** A button for each format, which makes the file on the device, and what became of it. */
export function Downloads({ formats, name, load, rows = [] }: Props) {
  const [made, setMade] = useState<{ format: Format; said: string; hasFailed: boolean } | null>(null);
  const save = async (format: Format) => {
    setMade({ format, said: `Preparing ${names[format]} …`, hasFailed: false });
    try {
      // The writers are fetched when they are first wanted: most readers never export.
      const [{ exportText, saveFile }, library] = await Promise.all([import("./export-file"), load()]);
      saveFile(name, format, exportText(format, library, new Map(rows.map((row) => [row.study.id, row]))));
      const held = pluralise(library.studies.length, "study", "studies");
      setMade({ format, said: `The ${names[format]} file holds ${held}.`, hasFailed: false });
    } catch (fault) {
      const why = {
        failed: "because a part of it could not be fetched. Check the network and try again.",
        "other-library": `because its figures might differ from those on the screen. ${interfaceText.otherLibrary}`,
      }[failureOf(fault)];
      setMade({ format, said: `The ${names[format]} file could not be made, ${why}`, hasFailed: true });
    }
  };
  return (
    <>
      {formats.map((format) => (
        <Button key={format} onClick={() => save(format)}>
          Download {names[format]}
        </Button>
      ))}
      <p role="status" className={`w-full text-sm ${made?.hasFailed ? "text-warn" : "text-quiet"}`}>
        {made?.said}
      </p>
    </>
  );
}
