import { type Library, prepareLibrary } from "@/lib/answer/library";
import { getNotesText } from "@/lib/browse/search";
import { listsEvidenceOnly } from "@/lib/format/evidence-only";
import { formatReference } from "@/lib/paper/references";
import type { MappedStudy } from "@/lib/plots/map-layout";
import { toMappedStudy } from "@/lib/plots/mapped-study";
import { getShortName, getSourceLink } from "@/lib/study/citation";
import type { SafetyItem } from "@/lib/study/safety";
import type { Study } from "@/lib/study/schema";
import type { WantedReport } from "@/lib/study/wanted";

/** What the tools need of the study library. */
type Sources = {
  version: string;
  searched: string;
  studies: readonly Study[];
  safety: readonly SafetyItem[];
  wanted: readonly WantedReport[];
};

/** The library made ready for the tools, once. */
export type AssistantLibrary = {
  prepared: Library;
  sheets: ReadonlyMap<string, Study>;
  /** what the search looks through beside the summary, by id */
  notes: ReadonlyMap<string, string>;
  mapped: readonly MappedStudy[];
};

/** Prepares the library for the tools. */
export function prepareForAssistants({ version, searched, studies, safety, wanted }: Sources): AssistantLibrary {
  return {
    prepared: prepareLibrary({ version, searched, studies: [...studies], safety: [...safety], wanted: [...wanted] }),
    sheets: new Map(studies.map((sheet) => [sheet.id, sheet])),
    notes: new Map(studies.map((sheet) => [sheet.id, getNotesText(sheet)])),
    mapped: studies.map(toMappedStudy).filter((mapped) => mapped !== null),
  };
}

/** What every reply tells its reader. */
export const notice = `${listsEvidenceOnly} It is not for emergencies. Check each figure at its source.`;

/** What every reply begins with. */
export function describeSource({ prepared: { version, searched } }: AssistantLibrary) {
  return { notice, library: { version, searched } };
}

/** A sheet as replies name it. */
export function nameSheet(sheet: Pick<Study, "id" | "citation" | "sources"> & Parameters<typeof formatReference>[0]) {
  return { id: sheet.id, name: getShortName(sheet), reference: formatReference(sheet), source: getSourceLink(sheet) };
}
