import type { CaseFacts } from "@/lib/case/facts";
import { joinWithAnd, pluralise } from "@/lib/format/text";
import type { WantedReport } from "@/lib/study/wanted";
import { formatTopic, toSubject } from "@/lib/vocabulary/phrases";

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

/**
 * Of whom each known report is, for a report of a part of a patient is no report of such patients: "2 known reports of lung
 * disease are not in the library"; null where there is none.
 */
export function formatWantedReports(reports: readonly WantedReport[]): string | null {
  if (reports.length === 0) return null;
  const topics = new Map<string, number>();
  for (const { about } of reports) {
    const topic = joinWithAnd(about.map((feature) => formatTopic(toSubject(feature))));
    topics.set(topic, (topics.get(topic) ?? 0) + 1);
  }
  const named = pluralise(reports.length, "known report", "known reports");
  const are = reports.length === 1 ? "is" : "are";
  if (topics.size === 1) return `${named} of ${[...topics.keys()][0]} ${are} not in the library`;
  const each = [...topics].map(([topic, count]) => `${count} of ${topic}`);
  return `${named} ${are} not in the library: ${each.join("; ")}`;
}
