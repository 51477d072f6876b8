import { expect, test } from "vitest";
import { listConnectOrigins, listFrameOrigins, readRecordSystems, variable } from "./settings.mjs";

const hospital = { name: "Test hospital", url: "https://fhir.example.org/r4", clientId: "myomatch" };
const read = (value: unknown) =>
  readRecordSystems({ [variable]: typeof value === "string" ? value : JSON.stringify(value) });

test("without the variable there is no record system", () => {
  expect(readRecordSystems({})).toEqual([]);
  expect(read(" ")).toEqual([]);
});

test("a record system is read, without a slash at the end of its address", () => {
  expect(read([{ ...hospital, url: `${hospital.url}/`, tokenOrigins: ["https://login.example.org"] }])).toEqual([
    { ...hospital, tokenOrigins: ["https://login.example.org"], frameOrigins: [] },
  ]);
});

test("without encryption only this machine is asked", () => {
  for (const host of ["localhost:3400", "127.0.0.1:3400", "record.localhost"])
    expect(read([{ ...hospital, url: `http://${host}/fhir` }])).toHaveLength(1);
  for (const host of ["fhir.example.org", "localhost.example.org", "127.0.0.1.example.org"])
    expect(() => read([{ ...hospital, url: `http://${host}/fhir` }])).toThrow(
      '"url" of entry 1 is not an https address',
    );
});

test.each([
  ["no JSON", "It is not JSON."],
  [{}, "It is not a list."],
  [[null], "Entry 1 is not an object."],
  [[{ ...hospital, name: " " }], 'Entry 1 has no "name".'],
  [[{ ...hospital, clientId: undefined }], 'Entry 1 has no "clientId".'],
  [[hospital, { ...hospital, secret: "x" }], 'Entry 2 has "secret", which is not known.'],
  [[{ ...hospital, url: "fhir.example.org" }], '"url" of entry 1'],
  [[{ ...hospital, url: "https://user:word@fhir.example.org" }], '"url" of entry 1'],
  [[{ ...hospital, url: "https://fhir.example.org/r4?a=1" }], '"url" of entry 1'],
  [[hospital, { ...hospital, url: `${hospital.url}/` }], "is there twice."],
  [[{ ...hospital, tokenOrigins: "https://login.example.org" }], '"tokenOrigins" of entry 1 is not a list.'],
  [[{ ...hospital, frameOrigins: ["https://record.example.org/path"] }], "which is no origin"],
  [[{ ...hospital, frameOrigins: ["*"] }], "which is no origin"],
])("%j is refused with a sentence that shows how it is written", (value, sentence) => {
  expect(() => read(value)).toThrow(sentence);
  expect(() => read(value)).toThrow(/^MYOMATCH_RECORD_SYSTEMS cannot be read\. .* Write it like this: \[/);
});

test("each origin is named once, and nothing of an entry but its origins", () => {
  const systems = read([
    { ...hospital, tokenOrigins: ["https://login.example.org"], frameOrigins: ["https://record.example.org"] },
    { ...hospital, url: "https://fhir.example.org/r4b", tokenOrigins: ["https://login.example.org"] },
  ]);
  expect(listConnectOrigins(systems)).toEqual(["https://fhir.example.org", "https://login.example.org"]);
  expect(listFrameOrigins(systems)).toEqual(["https://fhir.example.org", "https://record.example.org"]);
});
