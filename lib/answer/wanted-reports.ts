import type { CaseFacts } from "@/lib/case/facts";
import { pluralise } from "@/lib/format/text";
import type { WantedReport } from "@/lib/study/wanted";

/**
 * The wanted reports about such a patient, in the order of the list: those whose every feature was answered yes or
 * follows by definition. A report of which no feature is known is about no particular patient. One that the library
 * holds in part is not missing.
 */
export function selectWantedReports(
  { traits }: Pick<CaseFacts, "traits">,
  wanted: readonly WantedReport[],
): WantedReport[] {
  return wanted.filter(
    ({ about, inPart }) => !inPart && about.length > 0 && about.every((feature) => traits.has(feature)),
  );
}

/** "2 known reports of such patients are not in the library"; null where there is none. */
export function formatWantedReports(reports: readonly WantedReport[]): string | null {
  if (reports.length === 0) return null;
  const named = pluralise(reports.length, "known report", "known reports");
  return `${named} of such patients ${reports.length === 1 ? "is" : "are"} not in the library`;
}
