import { systems } from "./codes";
import type { Resource } from "./json";
import type { ProposedValue } from "./proposals";
import { proposeAnswers } from "./propose-answers";

/** Resources of one patient for tests, as a record system sends them, and what is read from them. */
export const patientId = "p1";
export const today = "2026-11-26";

const subject = { reference: `Patient/${patientId}` };

export const code = (value: string, system: string = systems.snomed, display?: string) => ({
  coding: [{ system, code: value, ...(display !== undefined && { display }) }],
});
export const words = (text: string) => ({ text });

export const patient = (birthDate = "1984-05-02"): Resource => ({ resourceType: "Patient", id: patientId, birthDate });

export const clinicalStatus = (status: string) =>
  code(status, "http://terminology.hl7.org/CodeSystem/condition-clinical");
export const verificationStatus = (status: string) =>
  code(status, "http://terminology.hl7.org/CodeSystem/condition-ver-status");

/** The forms in which records give one status beside that of FHIR R4: the plain code of STU3, words, and an own code. */
export const statusForms = (status: string) => [
  status,
  status.toUpperCase(),
  { text: status },
  { coding: [{ display: status }] },
  { coding: [{ code: status }] },
  { coding: [{ system: "urn:local", code: "17" }, ...verificationStatus(status).coding] },
];

/** An active, confirmed Condition of this patient; `more` changes or adds members. */
export const condition = (concept: object, more: { [key: string]: unknown } = {}, status = "active"): Resource => ({
  resourceType: "Condition",
  id: "c1",
  clinicalStatus: clinicalStatus(status),
  verificationStatus: verificationStatus("confirmed"),
  code: concept,
  subject,
  onsetDateTime: "2026-03-01",
  ...more,
});

export const observation = (concept: object, more: { [key: string]: unknown }): Resource => ({
  resourceType: "Observation",
  id: "o1",
  status: "final",
  code: concept,
  subject,
  effectiveDateTime: "2026-11-01",
  ...more,
});

export const weight = (value: number, unit: string, more: { [key: string]: unknown } = {}): Resource =>
  observation(code("29463-7", systems.loinc), {
    valueQuantity: { value, unit, system: "http://unitsofmeasure.org", code: unit },
    ...more,
  });

export const pregnancyStatus = (answer: object, more: { [key: string]: unknown } = {}): Resource =>
  observation(code("82810-3", systems.loinc), { valueCodeableConcept: answer, ...more });

export const medicationRequest = (drug: object, more: { [key: string]: unknown } = {}): Resource => ({
  resourceType: "MedicationRequest",
  id: "m1",
  status: "active",
  intent: "order",
  medicationCodeableConcept: drug,
  subject,
  authoredOn: "2026-01-10",
  ...more,
});

export const medicationStatement = (drug: object, more: { [key: string]: unknown } = {}): Resource => ({
  resourceType: "MedicationStatement",
  id: "s1",
  status: "active",
  medicationCodeableConcept: drug,
  subject,
  effectivePeriod: { start: "2026-01-10" },
  ...more,
});

export const allergy = (concept: object, more: { [key: string]: unknown } = {}): Resource => ({
  resourceType: "AllergyIntolerance",
  id: "a1",
  clinicalStatus: clinicalStatus("active"),
  code: concept,
  patient: subject,
  ...more,
});

export const dermatomyositis = (more: { [key: string]: unknown } = {}): Resource =>
  condition(code("396230008", systems.snomed, "Dermatomyositis"), more);

export const bundle = (...resources: unknown[]): Resource => ({
  resourceType: "Bundle",
  type: "searchset",
  entry: resources.map((resource) => ({ resource })),
});

/** Everything that resources of this patient offer on the day. */
export const read = (...resources: unknown[]) => proposeAnswers(resources, { patientId, on: today });

/** Their proposals, each as "diagnosis DM recorded". */
export const list = (...resources: unknown[]) =>
  read(...resources).proposals.map(({ aspect, value, status }) => `${aspect} ${value} ${status}`);

/** Their proposals of one aspect. */
export const find = (aspect: ProposedValue["aspect"], ...resources: unknown[]) =>
  read(...resources).proposals.filter((proposal) => proposal.aspect === aspect);

/** The aspects of those that speak of an answer and set none. */
export const leftOut = (...resources: unknown[]) => read(...resources).notCounted.map(({ aspect }) => aspect);
