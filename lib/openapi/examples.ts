/** The case of every example: a patient in three answers. */
export const exampleProfile = {
  features: { skinOnly: "yes", refractory: "yes", juvenile: "no" },
  diagnosis: "DM",
  weightKg: 62,
} as const;

/** The study of every example. */
export const exampleStudy = "bounfour-2014";

export type RequestExample = { name: string; curl: string };

/**
 * Requests to try, as they are typed into a shell. SERVER is the address of the server, such as http://localhost:3000.
 * A test sends each of them.
 */
export const requestExamples: readonly RequestExample[] = [
  {
    name: "The evidence for a case",
    curl: `curl "$SERVER/api/evidence" -H "Content-Type: application/json" -d '${JSON.stringify(exampleProfile)}'`,
  },
  { name: "This description", curl: 'curl "$SERVER/api/openapi.json"' },
  { name: "The whole library", curl: 'curl "$SERVER/library.json"' },
  { name: "One fact sheet", curl: `curl "$SERVER/studies/${exampleStudy}/sheet.json"` },
  { name: "Its results as FHIR resources", curl: `curl "$SERVER/studies/${exampleStudy}/evidence.json"` },
  { name: "The bottom line of every study", curl: 'curl "$SERVER/studies/bottom-lines.json"' },
  { name: "The 13 source attributes", curl: 'curl "$SERVER/about/source-attributes.json"' },
];
