import { expect, test } from "vitest";
import { chooseScopes, readKinds } from "./scopes";

test("six kinds of resource of one patient, to read and search, and nothing more", () => {
  expect(chooseScopes("ehr", ["permission-v1", "permission-v2"]).split(" ")).toEqual([
    "launch",
    "openid",
    "fhirUser",
    "patient/Patient.r",
    "patient/Condition.rs",
    "patient/Observation.rs",
    "patient/MedicationRequest.rs",
    "patient/MedicationStatement.rs",
    "patient/AllergyIntolerance.rs",
  ]);
});

test("a standalone launch asks for a patient to be chosen", () => {
  const scopes = chooseScopes("standalone", []).split(" ");
  expect(scopes).toContain("launch/patient");
  expect(scopes).not.toContain("launch");
});

test("version 1 only where the record system knows no other", () => {
  const old = chooseScopes("ehr", ["permission-v1"]).split(" ");
  expect(old.filter((scope) => scope.endsWith(".read"))).toEqual(readKinds.map((kind) => `patient/${kind}.read`));
  for (const capabilities of [[], ["permission-v2"], ["permission-v1", "permission-v2"]])
    expect(chooseScopes("ehr", capabilities)).not.toContain(".read");
});
