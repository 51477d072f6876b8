import { formatCountWithPercent } from "@/lib/format/numbers";
import { capitalise } from "@/lib/format/text";
import type { StudySummary } from "@/lib/study/summary";
import { getPlainWords, isCounted } from "./figure";

/**
 * How the disease went on in some of all the patients of a study: "Muscle disease appeared later: 6 of 27 (22%)." It belongs
 * to their response, which would be read alone otherwise. Of part of the patients, and of nobody, nothing is said.
 */
export function describeProgressions({ outcomes, participants }: StudySummary): string[] {
  return outcomes.filter(isCounted).flatMap((outcome) => {
    const { domain, direction, subgroup, of, result } = outcome;
    const isOfAll = !subgroup && !of && result.total === participants.treated && result.total > 1;
    if (domain !== "progression" || direction !== "harm" || !isOfAll || result.events === 0) return [];
    return [`${capitalise(getPlainWords(outcome))}: ${formatCountWithPercent(result)}.`];
  });
}
