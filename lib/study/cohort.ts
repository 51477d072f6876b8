import { isRandomised } from "./kind";
import type { Study } from "./schema";

type Report = Pick<Study, "id" | "cohort"> & { participants: Pick<Study["participants"], "treated"> };

/** Whose patients a study reports: its cohort, or itself. Two studies with the same answer report the same patients. */
export function identifyPatients({ cohort, id }: Pick<Study, "cohort" | "id">): string {
  return cohort ?? id;
}

/**
 * One report per cohort, the one with most patients given immunoglobulin (of equals the first by id), so that
 * patients who were reported twice are counted once. Studies outside a cohort all stay. Order is kept.
 */
export function selectOneReportPerCohort<Sheet extends Report>(studies: readonly Sheet[]): Sheet[] {
  const largest = new Map<string, Sheet>();
  for (const study of studies) {
    if (study.cohort === null) continue;
    const known = largest.get(study.cohort);
    if (!known || isLarger(study, known)) largest.set(study.cohort, study);
  }
  return studies.filter((study) => study.cohort === null || largest.get(study.cohort) === study);
}

function isLarger(a: Report, b: Report): boolean {
  const difference = (a.participants.treated ?? -1) - (b.participants.treated ?? -1);
  return difference > 0 || (difference === 0 && a.id < b.id);
}

/** Patients given immunoglobulin, each once. `uncounted` is the number of studies that do not say how many they treated. */
export function countPatientsTreated(studies: readonly Report[]): { patients: number; uncounted: number } {
  const reports = selectOneReportPerCohort(studies);
  return {
    patients: reports.reduce((sum, { participants }) => sum + (participants.treated ?? 0), 0),
    uncounted: reports.filter(({ participants }) => participants.treated === null).length,
  };
}

/** The first report on each group of patients, in the order given: later reports on the same patients are left out. */
export function selectFirstReports<Sheet extends Pick<Study, "id" | "cohort">>(studies: readonly Sheet[]): Sheet[] {
  const seen = new Set<string>();
  return studies.filter((study) => {
    const patients = identifyPatients(study);
    if (seen.has(patients)) return false;
    seen.add(patients);
    return true;
  });
}

/** The randomised trials among studies, of each cohort the first: reports on the same patients are one trial. */
export function selectSeparateTrials<Sheet extends Pick<Study, "id" | "cohort" | "design">>(
  studies: readonly Sheet[],
): Sheet[] {
  return selectFirstReports(studies.filter(isRandomised));
}

/** How many trials the randomised trials among studies are, reports on the same patients counted once. */
export function countSeparateTrials(studies: readonly Pick<Study, "id" | "cohort" | "design">[]): number {
  return selectSeparateTrials(studies).length;
}
