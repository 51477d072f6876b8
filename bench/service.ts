/** The service whose requests are counted, and what it is asked: a view of a patient whom some studies describe. */
export const service = {
  path: "/cds-services/myomatch-patient-view",
  body: {
    hook: "patient-view",
    hookInstance: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    context: { userId: "Practitioner/1", patientId: "p1" },
    prefetch: {
      patient: { resourceType: "Patient", id: "p1", birthDate: "1984-05-02" },
      conditions: {
        resourceType: "Bundle",
        type: "searchset",
        entry: [
          {
            resource: {
              resourceType: "Condition",
              id: "c1",
              clinicalStatus: {
                coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-clinical", code: "active" }],
              },
              verificationStatus: {
                coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-ver-status", code: "confirmed" }],
              },
              code: { coding: [{ system: "http://snomed.info/sct", code: "396230008" }] },
              subject: { reference: "Patient/p1" },
              onsetDateTime: "2026-03-01",
            },
          },
        ],
      },
    },
  },
};
