import { codes, systems } from "@/lib/fhir/codes";

/** The parts of a record that a service asks for; of these only the conditions are needed. */
export const recordKeys = [
  "patient",
  "conditions",
  "pregnancy",
  "antibodies",
  "weight",
  "medicationRequests",
  "medicationStatements",
  "allergies",
] as const;
export type RecordKey = (typeof recordKeys)[number];

const patient = "{{context.patientId}}";

/** A search for results of this patient by verified LOINC codes. */
function searchObservations(selects: (concept: string) => boolean, more = ""): string {
  const tokens = codes
    .filter(({ system, isVerified, concept }) => system === systems.loinc && isVerified && selects(concept))
    .map(({ system, code }) => `${system}|${code}`);
  return `Observation?patient=${patient}&code=${tokens.join(",")}${more}`;
}

/** How each part is asked for: a read, or a search by patient and code. */
export const prefetchTemplates: Record<RecordKey, string> = {
  patient: `Patient/${patient}`,
  conditions: `Condition?patient=${patient}`,
  pregnancy: searchObservations((concept) => concept === "pregnancy-status" || concept === "delivery-date"),
  antibodies: searchObservations((concept) => concept.startsWith("anti-")),
  weight: searchObservations((concept) => concept === "body-weight", "&_sort=-date&_count=2"),
  medicationRequests: `MedicationRequest?patient=${patient}`,
  medicationStatements: `MedicationStatement?patient=${patient}`,
  allergies: `AllergyIntolerance?patient=${patient}`,
};

/**
 * Whether a search asks for the newest results alone. Older ones are not wanted: its first page is all of it, whatever
 * follows.
 */
export function asksForNewest(key: RecordKey): boolean {
  return prefetchTemplates[key].includes("&_count=");
}

const shared = {
  prefetch: prefetchTemplates,
  usageRequirements:
    "Needs the conditions of the patient, by prefetch or from the FHIR server. All else may be missing and is then unknown, never no.",
};

/** The services as the discovery endpoint lists them. `version` and `hookVersion` are those of CDS Hooks 3.0. */
export const services = [
  {
    id: "myomatch-patient-view",
    hook: "patient-view",
    hookVersion: "1.0",
    version: "1.0.0",
    title: "Immunoglobulin in myositis: published evidence for this patient",
    description:
      "For a patient with myositis: which published studies of immunoglobulin describe such a patient, what they counted, and what nobody has studied. It lists evidence and makes no recommendation.",
    ...shared,
  },
  {
    id: "myomatch-order-select",
    hook: "order-select",
    hookVersion: "1.0",
    version: "1.0.0",
    title: "Immunoglobulin ordered in myositis: published evidence for this patient",
    description:
      "When immunoglobulin is ordered for a patient with myositis: the same evidence as in the view of the patient. It lists evidence and makes no recommendation.",
    ...shared,
  },
] as const;

export type Service = (typeof services)[number];

/** The service of this id, or null. */
export function findService(id: string): Service | null {
  return services.find((service) => service.id === id) ?? null;
}
