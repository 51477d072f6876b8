import { describe, expect, test } from "vitest";
import { systems } from "./codes";
import { bundle, code, dermatomyositis, medicationStatement, patient, patientId, today } from "./fixtures";
import type { Resource } from "./json";
import { proposeAnswers } from "./propose-answers";

const ehr = "https://ehr.example/fhir";
const elsewhere = "https://other.example/fhir";

/** A Bundle whose entries have the addresses of a server. */
const from = (base: string | null, ...resources: Resource[]) => ({
  ...bundle(),
  entry: resources.map((resource) => ({
    resource,
    ...(base !== null && { fullUrl: `${base}/${resource.resourceType}/${resource.id}` }),
  })),
});
const read = (resources: unknown, server: string | null = null) =>
  proposeAnswers(resources, { patientId, server, on: today });
const listDiagnoses = (resources: unknown, server: string | null = null) =>
  read(resources, server).proposals.flatMap(({ aspect, value }) => (aspect === "diagnosis" ? [value] : []));
const about = (reference: string) => dermatomyositis({ subject: { reference } });

describe("whose entry it is", () => {
  test.each<[string, unknown, string | null]>([
    ["the address of the patient's entry", [from(ehr, patient()), from(null, about(`${elsewhere}/Patient/p1`))], null],
    ["the address of the entry itself", [patient(), from(ehr, about(`${elsewhere}/Patient/p1`))], null],
    ["the server that was asked", [patient(), about(`${elsewhere}/Patient/p1`)], ehr],
    ["the server of a relative reference", [from(ehr, patient()), from(elsewhere, about("Patient/p1"))], null],
    ["another path on the same host", [patient(), about("https://ehr.example/tenant/Patient/p1")], ehr],
    ["a version", [from(ehr, patient()), about(`${elsewhere}/Patient/p1/_history/2`)], null],
  ])("the same id on another server is somebody else, by %s", (_, resources, server) => {
    const { proposals, myositis, notes } = read(resources, server);
    expect(proposals.map(({ aspect }) => aspect)).toEqual(["ageYears"]);
    expect(myositis.status).toBe("none");
    expect(notes.map(({ text }) => text)).toEqual(["1 entry is of another patient, or of nobody, and set nothing."]);
  });

  test.each<[string, unknown, string | null]>([
    ["relative, without any address", [patient(), about("Patient/p1")], null],
    ["absolute, without any address", [patient(), about(`${ehr}/Patient/p1`)], null],
    ["absolute, on the server that was asked", [patient(), about(`${ehr}/Patient/p1`)], `${ehr}/`],
    [
      "absolute, of a server that calls itself http",
      [from(ehr, patient()), about("http://EHR.example/fhir/Patient/p1")],
      null,
    ],
    ["relative, in entries with their addresses", from(ehr, patient(), about("Patient/p1")), null],
    ["relative, of a server with another name inside", [patient(), from("http://inside/r4", about("Patient/p1"))], ehr],
    [
      "absolute, of a server with another name inside",
      [patient(), from("http://inside/r4", about("http://inside/r4/Patient/p1"))],
      ehr,
    ],
  ])("%s: it is this patient's", (_, resources, server) => {
    expect(listDiagnoses(resources, server)).toEqual(["DM"]);
  });

  test("two patients of one id on two servers are two people, and nothing is read", () => {
    for (const id of [patientId, null]) {
      const resources = [from(ehr, patient(), about("Patient/p1")), from(elsewhere, patient("1950-01-01"))];
      const { proposals, notes } = proposeAnswers(resources, { patientId: id, on: today });
      expect(proposals).toEqual([]);
      expect(notes.map(({ text }) => text).join()).toContain("not clear whose record");
    }
  });
});

describe("the drug of a reference", () => {
  const drug: Resource = { resourceType: "Medication", id: "1", code: code("J06BA02", systems.atc) };
  const given = (reference: string) =>
    medicationStatement({}, { medicationCodeableConcept: undefined, medicationReference: { reference } });
  const listGiven = (resources: unknown, server: string | null = null) =>
    read(resources, server).proposals.flatMap(({ aspect, status }) => (aspect === "onImmunoglobulin" ? [status] : []));

  test.each<[string, unknown, string | null]>([
    ["by its address", from(ehr, drug, given(`${elsewhere}/Medication/1`)), null],
    ["by the server that was asked", [drug, given(`${elsewhere}/Medication/1`)], ehr],
    ["by a relative reference", [from(elsewhere, drug), from(ehr, given("Medication/1"))], null],
  ])("of another server is another drug, %s", (_, resources, server) => {
    expect(listGiven(resources, server)).toEqual([]);
  });

  test("of the same server is found, also beside one of another server", () => {
    const other = { ...drug, code: code("387207008") };
    expect(listGiven(from(ehr, drug, given(`${ehr}/Medication/1`)))).toEqual(["recorded"]);
    expect(listGiven([drug, given("Medication/1/_history/3")])).toEqual(["recorded"]);
    expect(listGiven([from(elsewhere, other), from(ehr, drug, given("Medication/1"))])).toEqual(["recorded"]);
    expect(listGiven([from(elsewhere, drug), from(ehr, other, given("Medication/1"))])).toEqual([]);
  });
});
