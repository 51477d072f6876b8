import { createColumns, type StudyColumns } from "@/lib/match/columns";
import { measureRarity, type Rarity } from "@/lib/match/rarity";
import { countPatientsTreated } from "@/lib/study/cohort";
import { getKind, type Kind } from "@/lib/study/kind";
import type { SafetyItem } from "@/lib/study/safety";
import type { StudySummary } from "@/lib/study/summary";
import type { WantedReport } from "@/lib/study/wanted";

/** What the case page is sent: the summaries of all sheets and the safety list, with the library's version. */
export type LibraryData = {
  version: string;
  searched: string;
  studies: StudySummary[];
  safety: SafetyItem[];
  wanted: WantedReport[];
};

/** The library made ready for matching, once: the kinds of sheet apart, patients counted, rarity measured. */
export type Library = LibraryData & {
  byKind: Record<Kind, StudySummary[]>;
  /** patients given immunoglobulin in the treatment studies, one report per cohort */
  patients: number;
  rarity: Rarity;
  /** each kind of sheet by columns, for the case that is asked and the many that are imagined beside it */
  columns: Record<Kind, StudyColumns>;
};

/** Prepares a library. The order of its studies does not matter. */
export function prepareLibrary(data: LibraryData): Library {
  const byKind: Library["byKind"] = { treatment: [], background: [], review: [], guideline: [] };
  for (const study of data.studies) byKind[getKind(study)].push(study);
  const { patients } = countPatientsTreated(byKind.treatment);
  return {
    ...data,
    byKind,
    patients,
    rarity: measureRarity(byKind.treatment),
    columns: {
      treatment: createColumns(byKind.treatment),
      background: createColumns(byKind.background),
      review: createColumns(byKind.review),
      guideline: createColumns(byKind.guideline),
    },
  };
}
