import { selectOneReportPerCohort } from "@/lib/study/cohort";
import { getKind } from "@/lib/study/kind";
import type { Study } from "@/lib/study/schema";
import type { ScreenedRecord } from "@/lib/study/screened";
import type { WantedReport } from "@/lib/study/wanted";
import { type Kind, kinds } from "@/lib/vocabulary/kind";

/** How many were left out or are missing for one reason, as the lists give it. */
export type ReasonCount = { reason: string; count: number };

/** The flow from records to fact sheets in numbers, in the order of PRISMA 2020. */
export type LiteratureFlow = {
  /** every report that a decision is on file for: left out, missing, or with a sheet */
  reports: number;
  leftOut: number;
  leftOutReasons: ReasonCount[];
  missing: number;
  missingReasons: ReasonCount[];
  sheets: number;
  sheetsByKind: Record<Kind, number>;
  /** treatment studies, reports on the same patients counted once */
  separateGroups: number;
};

/** What the flow is counted from. */
export type LiteratureLists = {
  studies: readonly Study[];
  wanted: readonly WantedReport[];
  screened: readonly ScreenedRecord[];
};

/** Counts the flow from the sheets and both lists. A report that a sheet holds in part counts as that sheet, once. */
export function countLiteratureFlow({ studies, wanted, screened }: LiteratureLists): LiteratureFlow {
  const missing = wanted.filter(({ inPart }) => !inPart);
  const treatment = studies.filter((study) => getKind(study) === "treatment");
  return {
    reports: screened.length + missing.length + studies.length,
    leftOut: screened.length,
    leftOutReasons: countReasons(screened),
    missing: missing.length,
    missingReasons: countReasons(missing),
    sheets: studies.length,
    sheetsByKind: Object.fromEntries(
      kinds.map((kind) => [kind, studies.filter((study) => getKind(study) === kind).length]),
    ) as Record<Kind, number>,
    separateGroups: selectOneReportPerCohort(treatment).length,
  };
}

/** The most frequent reason first; of equals, the one that comes first in the list. */
function countReasons(entries: readonly { reason: string }[]): ReasonCount[] {
  const counts = new Map<string, number>();
  for (const { reason } of entries) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}
