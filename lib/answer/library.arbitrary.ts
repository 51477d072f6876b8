import { loadLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";
import { type Library, prepareLibrary } from "./library";

export * from "./small-library.arbitrary";

/** The library as delivered, as the case page gets it: summaries of the sheets. */
export function realLibrary(): Library {
  const { version, searched, studies, safety, wanted } = loadLibrary();
  return prepareLibrary({ version, searched, safety, wanted, studies: studies.map(toStudySummary) });
}
