import { TestRecordSystem } from "./server";

// `npm run dev:fhir`: a record system on this machine alone, to try launches with by hand.
const app = new URL(process.env.MYOMATCH_ADDRESS || "http://localhost:3000");
const port = Number(process.env.FHIR_PORT || 3400);
const launchPage = new URL("/launch", app).href;
const apps = [{ clientId: "myomatch", redirectUris: [launchPage] }];
const system = await TestRecordSystem.start({ port, apps, launchPage });

const setting = JSON.stringify([{ name: "Test record system", url: system.issuer, clientId: "myomatch" }]);
console.log(`The test record system runs on ${system.origin}, with ${system.record.patients.length} invented patients.

Start Myomatch, at ${app.origin}, with this setting:
  MYOMATCH_RECORD_SYSTEMS='${setting}' npm start

Every patient, each also in a frame: ${system.origin}
Standalone, the patient is chosen in the record system: ${launchPage}?${new URLSearchParams({ iss: system.issuer })}
From the record of a patient:`);
for (const { id } of system.record.patients) console.log(`  ${system.origin}/launch?patient=${id}`);
