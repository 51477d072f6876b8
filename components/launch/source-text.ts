import type { Source } from "@/lib/fhir/proposals";

/** The kinds of resource, one of them, as a clinician calls it. */
const resourceNames: Record<string, string> = {
  Patient: "Personal data",
  Condition: "Diagnosis",
  Observation: "Result",
  MedicationRequest: "Prescription",
  MedicationStatement: "Medication",
  AllergyIntolerance: "Allergy",
};

/** What a code belongs to, by the beginning of the address of its system. */
const systemNames: readonly (readonly [string, string])[] = [
  ["http://snomed.info/sct", "SNOMED CT"],
  ["http://loinc.org", "LOINC"],
  ["http://hl7.org/fhir/sid/icd-10-cm", "ICD-10-CM"],
  ["http://hl7.org/fhir/sid/icd-10", "ICD-10"],
  ["http://www.nlm.nih.gov/research/umls/rxnorm", "RxNorm"],
  ["http://www.whocc.no/atc", "ATC"],
  ["http://www.orpha.net", "Orphanet"],
  ["http://id.nlm.nih.gov/mesh", "MeSH"],
];

/** Where an answer was read, on one line: "Diagnosis of 2024-02: Dermatomyositis (SNOMED CT 396230008)". */
export function describeSource({ resourceType, system, code, display, date }: Source): string {
  const name = resourceNames[resourceType] ?? resourceType;
  const systemName = systemNames.find(([address]) => system?.startsWith(address))?.[1] ?? system;
  const codeText = code && [systemName, code].filter(Boolean).join(" ");
  const what = display && codeText ? `${display} (${codeText})` : (display ?? codeText);
  return [date ? `${name} of ${date}` : `${name}, no date`, what].filter(Boolean).join(": ");
}
