import { describe, expect, test } from "vitest";
import { systems } from "./codes";
import { bundle, code, dermatomyositis, medicationStatement, patient, patientId, today } from "./fixtures";
import type { Resource } from "./json";
import { proposeAnswers } from "./propose-answers";
import { normaliseServer } from "./resources";

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
/** A Bundle whose one entry has an address of its own. */
const named = (fullUrl: string, resource: Resource) => ({ ...bundle(), entry: [{ fullUrl, resource }] });
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
    [
      "the server of a relative reference, where another was asked",
      [from(ehr, patient()), from(elsewhere, about("Patient/p1"))],
      ehr,
    ],
    [
      "the address of the patient's second entry",
      [patient(), from(ehr, patient()), about(`${elsewhere}/Patient/p1`)],
      null,
    ],
    ["a version", [from(ehr, patient()), about(`${elsewhere}/Patient/p1/_history/12`)], null],
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
    ["relative, beside an entry with its address", [from(ehr, patient()), about("Patient/p1")], null],
    ["relative, with a version", [patient(), about("Patient/p1/_history/12")], null],
    ["relative, of a server with another name inside", [patient(), from("http://inside/r4", about("Patient/p1"))], ehr],
    [
      "absolute, of a server with another name inside",
      [patient(), from("http://inside/r4", about("http://inside/r4/Patient/p1"))],
      ehr,
    ],
    [
      "absolute, by the address that was asked, of a server with another name inside",
      from("http://inside/r4", patient(), about(`${ehr}/Patient/p1`)),
      ehr,
    ],
    ["by its number, which is the id", [patient(), about("urn:uuid:p1")], null],
    ["by the address of its entry", [named("urn:uuid:0-1", patient()), about("urn:uuid:0-1")], null],
    ["in two entries, one without an address", [from(ehr, patient()), patient(), about("Patient/p1")], null],
  ])("%s: it is this patient's", (_, resources, server) => {
    expect(listDiagnoses(resources, server)).toEqual(["DM"]);
  });

  test.each([
    "urn:uuid:p2",
    "urn:oid:1.2/Patient/p1",
    "ftp://ehr.example/Patient/p1",
    "Patient/p1/$everything",
    "Patient/p1#name",
    "Patient/p1?x=1",
    "#p1",
    "p1",
  ])("what is no address of this patient is nobody's: %s", (reference) => {
    expect(listDiagnoses([patient(), about(reference)])).toEqual([]);
  });

  test("what belongs to others is counted, whatever it is", () => {
    const others = [about("Patient/p2"), { ...about("Patient/p2"), resourceType: "Observation" }];
    expect(read([patient(), ...others]).notes).toEqual([
      { text: "2 entries are of another patient, or of nobody, and set nothing.", source: null },
    ]);
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
    expect(listGiven([from(ehr, drug), from(elsewhere, other), from(ehr, given("Medication/1"))])).toEqual([
      "recorded",
    ]);
  });

  test("is found by the address of its entry, and by its number, which is the id", () => {
    const other = { ...drug, id: "2", code: code("387207008") };
    expect(listGiven([named("urn:uuid:0-1", drug), other, given("urn:uuid:0-1")])).toEqual(["recorded"]);
    expect(listGiven([other, drug, given("urn:uuid:1")])).toEqual(["recorded"]);
    expect(listGiven([drug, other, given("urn:uuid:2")])).toEqual([]);
  });

  test("is found among what the entry contains, and nothing else in it is taken", () => {
    const other = { ...drug, id: "2", code: code("387207008") };
    const holding = (...contained: unknown[]) => ({ ...given("#1"), contained });
    expect(listGiven(holding(null, "1", { id: "1" }, other, drug))).toEqual(["recorded"]);
    expect(listGiven([drug, holding(other)])).toEqual([]);
  });

  test("is not found by what is no address", () => {
    expect(listGiven([drug, given("1")])).toEqual([]);
  });
});

describe("what is no resource", () => {
  const listNotes = (resources: unknown) => read(resources).notes.map(({ text }) => text);

  test.each<[string, unknown, string[]]>([
    ["one", [patient(), 7], ["1 entry could not be read."]],
    ["several", [{ resourceType: 3 }, "Patient", {}], ["3 entries could not be read."]],
    ["an entry of a Bundle without a resource", { ...bundle(patient()), entry: [{ fullUrl: ehr }, null] }, []],
    ["a Bundle without entries", bundle(), []],
    ["nothing", undefined, []],
    ["null", null, []],
  ])("is counted: %s", (_, resources, expected) => {
    expect(listNotes(resources)).toEqual(expected);
  });

  test("lists within lists end, however many there are", () => {
    let nested: unknown = dermatomyositis();
    for (let depth = 0; depth < 50_000; depth += 1) nested = [nested];
    expect(listDiagnoses(nested)).toEqual([]);
    expect(listNotes(nested)).toEqual(["1 entry could not be read."]);
    expect(listDiagnoses([[dermatomyositis()]])).toEqual(["DM"]);
  });
});

test.each([
  ["https://ehr.example/fhir", "ehr.example/fhir"],
  [" http://EHR.example/fhir/ ", "ehr.example/fhir"],
  ["https://ehr.example//", "ehr.example"],
  ["HTTPS://Ehr.Example/Fhir/R4", "ehr.example/Fhir/R4"],
  ["ehr.example/fhir//r4", "ehr.example/fhir//r4"],
])("the address of a server is compared without its scheme and its last slashes: %s", (address, expected) => {
  expect(normaliseServer(address)).toBe(expected);
});
