/** The service whose requests are counted, and what it is asked: about a patient whom some studies describe. */
export const service = { path: "/api/evidence", body: { features: { skinOnly: "yes", refractory: "yes" } } };
