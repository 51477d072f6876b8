import { loadLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";
import { type Library, prepareLibrary } from "./library";

export * from "./small-library.arbitrary";

let real: Library | undefined;

/** The library as delivered, as the case page gets it: summaries of the sheets. Prepared once, when it is first asked for. */
export function realLibrary(): Library {
  if (!real) {
    const { version, searched, studies, safety, wanted } = loadLibrary();
    real = prepareLibrary({ version, searched, safety, wanted, studies: studies.map(toStudySummary) });
  }
  return real;
}
