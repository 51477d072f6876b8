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

/**
 * The citations of several studies as files. The whole sheets come from one file that is the same for every reader, so
 * the server learns that something was exported and not what.
 */
export function ExportMenu({ studies, noun = ["study", "studies"], rows = [] }: Props) {
  if (studies.length === 0) return null;
  const load = async () => {
    const library = await fetchData<LibraryFile>("/library.json");
    const byId = new Map(library.studies.map((study) => [study.id, study]));
    return { ...library, studies: studies.flatMap(({ id }) => byId.get(id) ?? []) };
  };
  const number = pluralise(studies.length, ...noun);
  return (
    <Disclosure title={`Export ${number}`} className="print:hidden">
      <fieldset className="mb-2">
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
    </Disclosure>
  );
}
