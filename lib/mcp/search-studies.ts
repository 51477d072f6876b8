import { matchesSearch } from "@/lib/browse/search";
import { shareChoices } from "@/lib/browse/table-state";
import { getShare } from "@/lib/match/share";
import { getKind } from "@/lib/study/kind";
import type { Study } from "@/lib/study/schema";
import type { Share } from "@/lib/vocabulary/feature";
import { type AssistantLibrary, describeSource, nameSheet, notice } from "./assistant-library";
import type { SearchInput, SearchOutput } from "./schemas";
import type { Told } from "./told";

const atLeastSome: readonly Share[] = shareChoices.any;

/** The sheets in which every word occurs and whose patients have every feature, the newest first. */
export function searchStudies({ text, features, limit }: SearchInput, library: AssistantLibrary): Told<SearchOutput> {
  const found = [...library.sheets.values()]
    .filter((sheet) => features.every((feature) => atLeastSome.includes(getShare(sheet, feature).share)))
    .filter((sheet) => matchesSearch(text, sheet, library.notes.get(sheet.id)))
    .sort((a, b) => (b.citation.year ?? 0) - (a.citation.year ?? 0) || (a.id < b.id ? -1 : 1));
  const studies = found.slice(0, limit).map(describeSheet);
  return {
    data: { ...describeSource(library), found: found.length, studies },
    text: [
      `${found.length} found, ${studies.length} listed.`,
      ...studies.map(({ id, name, bottomLine, reference }) => `* ${name} (id ${id}): ${bottomLine} ${reference}`),
      notice,
    ].join("\n"),
  };
}

function describeSheet(sheet: Study): SearchOutput["studies"][number] {
  const { design, participants, bottomLine } = sheet;
  return { ...nameSheet(sheet), kind: getKind(sheet), design: design.type, treated: participants.treated, bottomLine };
}
