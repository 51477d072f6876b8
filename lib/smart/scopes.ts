/** The kinds of resource that are read, in the order of reading. Of each only the patient's, and nothing is written. */
export const readKinds = [
  "Patient",
  "Condition",
  "Observation",
  "MedicationRequest",
  "MedicationStatement",
  "AllergyIntolerance",
] as const;
export type ReadKind = (typeof readKinds)[number];

/** From the record of a patient, or by itself: then the clinician chooses the patient in the record system. */
export type LaunchKind = "ehr" | "standalone";

/**
 * The scopes to ask for, and no wider ones: one patient, six kinds of resource, to read and search. In version 2 of their
 * syntax, or in version 1 where the record system says that it knows only that.
 * @param capabilities of the record system's SMART configuration
 */
export function chooseScopes(launch: LaunchKind, capabilities: readonly string[]): string {
  const isOld = capabilities.includes("permission-v1") && !capabilities.includes("permission-v2");
  const kinds = readKinds.map((kind) => {
    // a patient is read by its id, and never searched for
    const rights = kind === "Patient" ? "r" : "rs";
    return `patient/${kind}.${isOld ? "read" : rights}`;
  });
  return [launch === "ehr" ? "launch" : "launch/patient", "openid", "fhirUser", ...kinds].join(" ");
}
