import { pluralise } from "@/lib/format/text";
import { isRandomised } from "./kind";
import type { Study } from "./schema";

/** The follow-up of a study with its unit and statistic, "12 months (median)"; null where the sheet gives none. */
export function formatFollowUp(followUp: Study["design"]["followUp"]): string | null {
  return followUp && `${followUp.value} ${followUp.unit} (${followUp.statistic})`;
}

/**
 * How many patients were given immunoglobulin: "27 patients"; of a trial that does not say it how many were randomised, "26
 * randomised"; null where neither is known.
 */
export function formatPatientNumber({ participants, design }: Pick<Study, "participants" | "design">): string | null {
  const { treated, enrolled } = participants;
  if (treated !== null) return pluralise(treated, "patient", "patients");
  return enrolled !== null && isRandomised({ design }) ? `${enrolled} randomised` : null;
}

/** Every diagnosis of a sheet with its number of patients, "DM 27" or "PM (not counted)", in the order of the sheet. */
export function listDiagnosisCounts(diagnoses: Study["participants"]["diagnoses"]): string[] {
  return Object.entries(diagnoses).map(([name, count]) => `${name} ${count ?? "(not counted)"}`);
}

/** What the immunoglobulin was compared with; "none" where the design has no comparison group, null where it is not said. */
export function formatComparator({ treatment, design }: Pick<Study, "treatment" | "design">): string | null {
  return treatment.comparator ?? (design.controlled ? null : "none");
}

/** "mean age 64", "median age 60": the age that a study tells where it does not say who was how old; null where it tells none. */
export function formatAverageAge({ participants: { age } }: Pick<Study, "participants">): string | null {
  if (age.mean !== null) return `mean age ${Math.round(age.mean)}`;
  return age.median === null ? null : `median age ${Math.round(age.median)}`;
}
