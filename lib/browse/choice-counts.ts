import { getKind } from "@/lib/study/kind";
import { getReportedDomains, type StudySummary } from "@/lib/study/summary";
import type { Kind } from "@/lib/vocabulary/kind";
import { type designNames, type OutcomeDomain, outcomeDomains, type SourceRead } from "@/lib/vocabulary/outcomes";

/** How many of some studies each choice of the filters stands for; a choice that is not in it stands for none. */
export type ChoiceCounts = {
  kinds: Partial<Record<Kind, number>>;
  designs: Partial<Record<keyof typeof designNames, number>>;
  reports: Partial<Record<OutcomeDomain, number>>;
  readings: Partial<Record<SourceRead, number>>;
};

/**
 * Counts the studies that each choice would find by itself.
 * @param isCounted whether an outcome has to be reported as a count of patients, and not in words only
 */
export function countChoices(studies: readonly StudySummary[], isCounted: boolean): ChoiceCounts {
  const reported = studies.map(getReportedDomains);
  const reports = outcomeDomains.map((domain) => {
    const found = reported.filter((domains) => (isCounted ? domains[domain] === "count" : domains[domain]));
    return [domain, found.length] as const;
  });
  return {
    kinds: countEach(studies.map(getKind)),
    designs: countEach(studies.map(({ design }) => design.type)),
    reports: Object.fromEntries(reports),
    readings: countEach(studies.map(({ reads }) => reads)),
  };
}

function countEach<Name extends string>(names: readonly Name[]): Partial<Record<Name, number>> {
  const counts: Partial<Record<Name, number>> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
