import { measureRarity, type Rarity } from "@/lib/match/rarity";
import { patientsTreated } from "@/lib/study/cohort";
import { type Kind, kindOf } from "@/lib/study/kind";
import type { SafetyItem } from "@/lib/study/safety";
import type { StudyRecord } from "@/lib/study/summary";

/** What the case page is sent: the records of every sheet and the safety list, with the library's version. */
export type LibraryData = { version: string; searched: string; studies: StudyRecord[]; safety: SafetyItem[] };

/** The library made ready for matching, once: the kinds of sheet apart, patients counted, rarity measured. */
export type Library = LibraryData & {
  byKind: Record<Kind, StudyRecord[]>;
  /** patients given immunoglobulin in the treatment studies, one report per cohort */
  patients: number;
  rarity: Rarity;
};

/** Prepares a library. The order of its studies does not matter. */
export function prepareLibrary(data: LibraryData): Library {
  const byKind: Library["byKind"] = { treatment: [], background: [], review: [], guideline: [] };
  for (const study of data.studies) byKind[kindOf(study)].push(study);
  const { patients } = patientsTreated(byKind.treatment);
  return { ...data, byKind, patients, rarity: measureRarity(byKind.treatment) };
}
