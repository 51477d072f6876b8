import { describe, expect, test } from "vitest";
import { systems } from "./codes";
import { code, condition, find, list, medicationRequest, medicationStatement, words } from "./fixtures";

const rx = (value: string) => code(value, systems.rxnorm);

test("a drug that only the words of a reference name is cited by these words", () => {
  const reference = { medicationCodeableConcept: undefined, medicationReference: { display: "Privigen 10%" } };
  expect(find("onImmunoglobulin", medicationStatement({}, reference))[0]?.sources).toMatchObject([
    { resourceType: "MedicationStatement", system: null, code: null, display: "Privigen 10%", kind: "text" },
  ]);
});

describe("what a drug that did not work was given for", () => {
  const failed = (more: { [key: string]: unknown }) =>
    medicationRequest(rx("6851"), { status: "stopped", statusReason: words("Lack of efficacy"), ...more });

  test.each([
    ["another disease", "Rheumatoid arthritis", []],
    ["a myositis", "Polymyositis", ["refractory yes recorded"]],
  ])("is %s by the words of the reference, where the condition has no name", (_, display, expected) => {
    const more = { contained: [condition({}, { id: "why" })], reasonReference: [{ reference: "#why", display }] };
    expect(list(failed(more))).toEqual(expected);
  });

  test("is a myositis by its code, whatever else cannot be read", () => {
    expect(list(failed({ reasonCode: [code("31384009"), {}] }))).toEqual(["refractory yes recorded"]);
  });
});

test.each([
  ["a code without words", code("X1", "urn:local")],
  ["an empty concept", {}],
])("a drug that was ended for a reason that cannot be read was not ended without one: %s", (_, statusReason) => {
  const change = (more: { [key: string]: unknown }) => [
    medicationRequest(rx("8640"), { id: "m0" }),
    medicationRequest(rx("6851"), { id: "m1", status: "stopped", ...more }),
    medicationRequest(rx("1256"), { id: "m2", authoredOn: "2026-06-01" }),
  ];
  expect(list(...change({}))).toEqual(["refractory yes mentioned"]);
  expect(list(...change({ statusReason }))).toEqual([]);
});
