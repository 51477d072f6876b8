import { fetchData } from "@/components/state/fetch-data";
import { Disclosure } from "@/components/ui/disclosure";
import type { LibraryFile } from "@/lib/citations/export/json";
import { pluralise } from "@/lib/format/text";
import type { Study } from "@/lib/study/schema";
import { Downloads } from "./downloads";
import type { StudyRow } from "./study-row";

type Props = {
  /** in the order of the file */
  studies: readonly Pick<Study, "id">[];
  /** what they are called, as one and as several */
  noun?: readonly [string, string];
  /** what the screen shows of them for a case, so that the CSV holds the same figures; without it, the headlines */
  rows?: readonly StudyRow[];
};

const study = ["study", "studies"] as const;

/** What the export of some studies is called: "Export 35 studies". */
export function getExportTitle({ studies, noun = study }: Pick<Props, "studies" | "noun">): string {
  return `Export ${pluralise(studies.length, ...noun)}`;
}

/** The same behind a line that opens it. Nothing where there is nothing to export. */
export function ExportMenu(props: Props) {
  if (props.studies.length === 0) return null;
  return (
    <Disclosure title={getExportTitle(props)} className="print:hidden">
      <ExportPanel {...props} />
    </Disclosure>
  );
}

/**
 * The citations of several studies as files. The whole sheets come from one file that is the same for every reader, so
 * the server learns that something was exported and not what.
 */
export function ExportPanel({ studies, noun = study, rows = [] }: Props) {
  const load = async () => {
    const library = await fetchData<LibraryFile>("/library.json");
    const byId = new Map(library.studies.map((study) => [study.id, study]));
    return { ...library, studies: studies.flatMap(({ id }) => byId.get(id) ?? []) };
  };
  const number = pluralise(studies.length, ...noun);
  return (
    <fieldset>
      <legend className="text-sm text-quiet">
        Citation, figures and features of {number}, in the order shown; RIS and BibTeX hold the citation alone.
      </legend>
      <div className="mt-1 flex flex-wrap gap-2">
        <Downloads
          formats={["ris", "bibtex", "csv", "json"]}
          name={`myomatch-${number.replaceAll(" ", "-")}`}
          load={load}
          rows={rows}
        />
      </div>
    </fieldset>
  );
}
