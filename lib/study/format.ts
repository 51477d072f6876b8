import type { Study } from "./schema";

/** The follow-up of a study with its unit and statistic, "12 months (median)"; null where the sheet gives none. */
export function formatFollowUp(followUp: Study["design"]["followUp"]): string | null {
  return followUp && `${followUp.value} ${followUp.unit} (${followUp.statistic})`;
}

/** Every diagnosis of a sheet with its number of patients, "DM 27" or "PM (not counted)", in the order of the sheet. */
export function listDiagnosisCounts(diagnoses: Study["participants"]["diagnoses"]): string[] {
  return Object.entries(diagnoses).map(([name, count]) => `${name} ${count ?? "(not counted)"}`);
}

/** What the immunoglobulin was compared with; "none" where the design has no comparison group, null where it is not said. */
export function formatComparator({ treatment, design }: Pick<Study, "treatment" | "design">): string | null {
  return treatment.comparator ?? (design.controlled ? null : "none");
}
