import type { Study } from "./schema";

type Report = Pick<Study, "id" | "cohort" | "participants">;

/**
 * One report per cohort, the one with most patients given immunoglobulin (of equals the first by id), so that
 * patients who were reported twice are counted once. Studies outside a cohort all stay. Order is kept.
 */
export function selectOneReportPerCohort<Sheet extends Report>(studies: readonly Sheet[]): Sheet[] {
  const largest = new Map<string, Sheet>();
  for (const study of studies) {
    if (study.cohort === null) continue;
    const held = largest.get(study.cohort);
    if (!held || isLarger(study, held)) largest.set(study.cohort, study);
  }
  return studies.filter((study) => study.cohort === null || largest.get(study.cohort) === study);
}

function isLarger(one: Report, other: Report): boolean {
  const difference = (one.participants.treated ?? -1) - (other.participants.treated ?? -1);
  return difference > 0 || (difference === 0 && one.id < other.id);
}

/** Patients given immunoglobulin, each once. `uncounted` is the number of studies that do not say how many they treated. */
export function countPatientsTreated(studies: readonly Report[]): { patients: number; uncounted: number } {
  const reports = selectOneReportPerCohort(studies);
  return {
    patients: reports.reduce((sum, { participants }) => sum + (participants.treated ?? 0), 0),
    uncounted: reports.filter(({ participants }) => participants.treated === null).length,
  };
}
