import { describe, expect, test } from "vitest";
import { systems } from "./codes";
import {
  allergy,
  code,
  find,
  leftOut,
  list,
  medicationRequest,
  medicationStatement,
  observation,
  patientId,
  read,
  today,
  words,
} from "./fixtures";
import { proposeAnswers } from "./propose-answers";

const rx = (value: string, display?: string) => code(value, systems.rxnorm, display);
const ended = { status: "stopped", statusReason: words("Lack of efficacy") };

describe("a drug", () => {
  test.each([
    ["Methotrexate 15 mg tablets", "Methotrexate"],
    ["CellCept (mycophenolate mofetil)", "Mycophenolate"],
    ["Cyclosporine 100 mg", "Ciclosporin"],
  ])("named in words is to be confirmed: %s", (text, drug) => {
    const [found, ...others] = find("refractory", medicationRequest(words(text), ended));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      status: "mentioned",
      reason: `${drug} was ended, and the record gives the reason: “Lack of efficacy”. To be confirmed.`,
      sources: [{ resourceType: "MedicationRequest", display: text, isVerified: false, kind: "rule" }],
    });
  });

  test("named by a code is recorded, and its words add no other drug", () => {
    const found = find("refractory", medicationRequest(rx("6851", "Methotrexate instead of azathioprine"), ended));
    expect(found).toMatchObject([
      {
        status: "recorded",
        reason: "Methotrexate was ended, and the record gives the reason: “Lack of efficacy”.",
        sources: [{ code: "6851", isVerified: true }],
      },
    ]);
  });

  test("that no rule knows says nothing", () => {
    expect(list(medicationRequest(words("Paracetamol"), ended))).toEqual([]);
    expect(list(medicationRequest(code("396230008"), ended))).toEqual([]);
    expect(list(medicationRequest({}, ended))).toEqual([]);
  });

  test("is cited by its verified code, whichever of its codes comes first", () => {
    const codings = [...code("L01BA01", systems.atc).coding, ...rx("6851").coding];
    for (const coding of [codings, codings.toReversed()]) {
      expect(find("refractory", medicationRequest({ coding }, ended))[0]?.sources[0]).toMatchObject({
        code: "6851",
        isVerified: true,
      });
    }
  });

  test.each([
    ["by its route", { dosageInstruction: [{ route: words("Topical route") }] }],
    ["by its name", { medicationCodeableConcept: rx("42316", "Tacrolimus 0.1% ointment") }],
    ["by the words of its dose", { dosage: [{ text: "one drop into each eye" }] }],
  ])("that acts in one place, %s, is no treatment of the disease", (_, more) => {
    expect(list(medicationRequest(rx("42316", "Tacrolimus"), { ...ended, ...more }))).toEqual([]);
  });

  test("that is swallowed is one", () => {
    const taken = { dosageInstruction: [{ text: "1 mg twice a day", route: words("Oral") }, null] };
    expect(list(medicationRequest(rx("42316", "Tacrolimus 1 mg"), { ...ended, ...taken }))).toEqual([
      "refractory yes recorded",
    ]);
  });

  test.each([
    ["of two reasons that agree", [words("Lack of efficacy"), words("No response")], "recorded"],
    ["of two reasons that differ", [words("Lack of efficacy"), words("Nausea")], "mentioned"],
  ])("cites the reason for its end, %s", (_, statusReason, status) => {
    const [found] = find("refractory", medicationRequest(rx("6851"), { status: "stopped", statusReason }));
    expect(found?.status).toBe(status);
    expect(found?.reason).toContain(`“${statusReason.map(({ text }) => text).join("; ")}”`);
  });

  test("that was given for a myositis and for what cannot be read was given for the myositis", () => {
    const reasons = { reasonCode: [words("Polymyositis"), {}] };
    expect(list(medicationRequest(rx("6851"), { ...ended, ...reasons }))).toEqual(["refractory yes recorded"]);
  });

  test.each([
    ["a myositis by its code", [code("31384009")]],
    ["antisynthetase syndrome", [code("81", systems.orphanet)]],
    ["a myositis by its name", [words("Dermatomyositis")]],
  ])("that was given for %s counts", (_, reasonCode) => {
    expect(list(medicationRequest(rx("6851"), { ...ended, reasonCode }))).toEqual(["refractory yes recorded"]);
  });

  test.each([
    ["a code of another disease", [code("40739000")]],
    ["the name of another disease", [words("Psoriasis")]],
  ])("that was given for %s does not", (_, reasonCode) => {
    expect(list(medicationRequest(rx("6851"), { ...ended, reasonCode }))).toEqual([]);
  });

  test("whose reason is a result, and no disease, is to be confirmed", () => {
    const reason = observation(words("Rash score"), { id: "why" });
    const more = { contained: [reason], reasonReference: [{ reference: "#why" }] };
    expect(list(medicationRequest(rx("6851"), { ...ended, ...more }))).toEqual(["refractory yes mentioned"]);
  });
});

describe("a change of drugs", () => {
  const steroid = medicationRequest(rx("8640"), { id: "m0" });
  const methotrexate = (more: { [key: string]: unknown } = {}) => medicationRequest(rx("6851"), { id: "m1", ...more });
  const azathioprine = (more: { [key: string]: unknown } = {}) =>
    medicationRequest(rx("1256"), { id: "m2", authoredOn: "2026-06-01", ...more });
  const stopped = methotrexate({ status: "stopped" });

  test("names the three drugs, and is to be confirmed", () => {
    expect(find("refractory", steroid, stopped, azathioprine())).toMatchObject([
      {
        status: "mentioned",
        reason:
          "By rule, from recorded treatment: prednisone, methotrexate and azathioprine, the last begun after methotrexate, which was ended. To be confirmed.",
      },
    ]);
  });

  test.each<[string, unknown[]]>([
    [
      "of which the corticosteroid is the first",
      [medicationRequest(rx("8640"), { id: "m0", status: "stopped" }), azathioprine()],
    ],
    ["to the same drug", [steroid, stopped, methotrexate({ id: "m3", authoredOn: "2026-06-01" })]],
    ["that began before", [steroid, stopped, azathioprine({ authoredOn: "2025-06-01" })]],
    ["that began on the same day", [steroid, stopped, azathioprine({ authoredOn: "2026-01-10" })]],
    ["that began on no day", [steroid, stopped, azathioprine({ authoredOn: undefined })]],
    [
      "whose first began on no day",
      [steroid, methotrexate({ status: "stopped", authoredOn: undefined }), azathioprine()],
    ],
    ["that is still planned", [steroid, stopped, azathioprine({ intent: "proposal" })]],
    ["that must not be given", [steroid, stopped, azathioprine({ doNotPerform: true })]],
    ["to be made tomorrow", [steroid, stopped, azathioprine({ authoredOn: "2026-11-27" })]],
    ["to a cream", [steroid, stopped, azathioprine({ medicationCodeableConcept: rx("42316", "Tacrolimus ointment") })]],
  ])("is none %s", (_, resources) => {
    expect(find("refractory", ...resources)).toEqual([]);
    expect(find("refractory", ...resources.toReversed())).toEqual([]);
  });

  test("of two that were ended on one day names the same one in whatever order they come", () => {
    const mycophenolate = medicationRequest(rx("68149"), { id: "m4", status: "stopped" });
    const found = find("refractory", steroid, stopped, mycophenolate, azathioprine());
    expect(found[0]?.reason).toContain("prednisone, methotrexate and azathioprine");
    expect(find("refractory", azathioprine(), mycophenolate, stopped, steroid)).toEqual(found);
  });
});

describe("immunoglobulin", () => {
  const ig = code("J06BA02", systems.atc, "Immunoglobulins, normal human");
  const given = (more: { [key: string]: unknown } = {}) => medicationStatement(ig, more);

  test.each<[string, object, string, string]>([
    ["in a period", given(), "recorded", "Immunoglobulin is being given since 2026-01-10."],
    [
      "on a day",
      given({ effectivePeriod: undefined, effectiveDateTime: "2026-11-20" }),
      "recorded",
      "Immunoglobulin was being given on 2026-11-20.",
    ],
    [
      "on a day 90 days ago",
      given({ effectivePeriod: undefined, effectiveDateTime: "2026-08-28" }),
      "recorded",
      "Immunoglobulin was being given on 2026-08-28.",
    ],
    [
      "on a day 91 days ago",
      given({ effectivePeriod: undefined, effectiveDateTime: "2026-08-27" }),
      "mentioned",
      "It was being given on 2026-08-27, more than 90 days ago: to be confirmed.",
    ],
    [
      "on no day",
      given({ effectivePeriod: undefined }),
      "mentioned",
      "The record gives no date for it: to be confirmed.",
    ],
    [
      "as an order",
      medicationRequest(ig, { authoredOn: "2026-11-20" }),
      "mentioned",
      "It is ordered, and the record does not say that it was given: to be confirmed.",
    ],
    [
      "under no status",
      given({ status: undefined }),
      "mentioned",
      "It is ordered, and the record does not say that it was given: to be confirmed.",
    ],
    [
      "in words",
      medicationStatement(words("Privigen 10%")),
      "mentioned",
      "Named in words, without a verified code: to be confirmed.",
    ],
    [
      "in the words of a reference",
      given({ medicationCodeableConcept: undefined, medicationReference: { display: "IVIG 2 g/kg" } }),
      "mentioned",
      "Named in words, without a verified code: to be confirmed.",
    ],
    [
      "by a code that is not verified",
      medicationStatement(code("333710000")),
      "mentioned",
      "Named in words, without a verified code: to be confirmed.",
    ],
    [
      "by a code that is not verified beside one that is",
      medicationStatement({ coding: [...code("333710000").coding, ...ig.coding] }),
      "recorded",
      "Immunoglobulin is being given since 2026-01-10.",
    ],
    [
      "by a code that is not verified beside one of another drug that is",
      medicationStatement({ coding: [...rx("6851").coding, ...code("333710000").coding] }),
      "mentioned",
      "Named in words, without a verified code: to be confirmed.",
    ],
  ])("is being given %s", (_, resource, status, reason) => {
    expect(find("onImmunoglobulin", resource)).toMatchObject([{ value: "yes", status, reason }]);
    expect(leftOut(resource)).toEqual([]);
  });

  test.each<[string, object, string]>([
    ["that was stopped", given({ status: "stopped" }), "Its status is “stopped”: it is not being given."],
    ["that waits", given({ status: "on-hold" }), "Its status is “on-hold”: it is not being given."],
    ["that was entered in error", given({ status: "entered-in-error" }), "It was entered in error."],
    ["that was not taken", given({ status: "not-taken" }), "It is recorded as not given."],
    [
      "that must not be given",
      medicationRequest(ig, { authoredOn: "2026-11-20", doNotPerform: true }),
      "It is recorded as not given.",
    ],
    [
      "that is only planned",
      medicationRequest(ig, { authoredOn: "2026-11-20", intent: "plan" }),
      "It is recorded as not given.",
    ],
    [
      "that starts tomorrow",
      given({ effectivePeriod: { start: "2026-11-27" } }),
      "It is dated after the day of this case.",
    ],
    ["that starts on the day", given({ effectivePeriod: { start: today } }), "It starts on the day of this case."],
  ])("%s sets nothing, and the record says why", (_, resource, reason) => {
    const { proposals, notCounted } = read(resource);
    expect(proposals).toEqual([]);
    expect(notCounted).toMatchObject([{ aspect: "onImmunoglobulin", reason }]);
    expect(notCounted).toHaveLength(1);
  });

  test.each([
    ["2026-11-01", "a month that begins on the day"],
    ["2026-11-30", "a month that ends on the day"],
  ])("with a start in a month may start on the day or later: for %s, %s", (on) => {
    const { proposals } = proposeAnswers([given({ effectivePeriod: { start: "2026-11" } })], { patientId, on });
    expect(proposals).toMatchObject([
      {
        status: "mentioned",
        reason: "It starts in 2026-11, which may be on the day of this case or later: to be confirmed.",
      },
    ]);
  });

  test.each(["Hepatitis B immunoglobulin", "Vaccinia immune globulin", "Rabies immune globulin"])(
    "against one germ is another drug: %s",
    (text) => {
      expect(list(medicationStatement(words(text)))).toEqual([]);
      expect(read(allergy(words(text))).notes).toEqual([]);
    },
  );
});

describe("an allergy", () => {
  test("to immunoglobulin is a note about safety, by its code or its words, with its day", () => {
    for (const concept of [rx("5666"), words("IVIG")]) {
      expect(read(allergy(concept, { recordedDate: "2024-05-01", onsetDateTime: "2024-04" })).notes).toMatchObject([
        {
          text: "An allergy or intolerance to immunoglobulin is on record. It matters for the safety of immunoglobulin.",
          source: { resourceType: "AllergyIntolerance", id: "a1", date: "2024-05-01" },
        },
      ]);
    }
    expect(read(allergy(rx("5666"), { onsetDateTime: "2024-04" })).notes[0]?.source?.date).toBe("2024-04");
  });

  test("to something else is none", () => {
    for (const concept of [words("Penicillin"), code("396230008"), {}]) {
      expect(read(allergy(concept))).toMatchObject({ proposals: [], notes: [], notCounted: [] });
    }
  });

  test("to a corticosteroid may mean that it is avoided", () => {
    expect(find("steroidFree", allergy(rx("8640")))).toMatchObject([
      {
        value: "yes",
        status: "mentioned",
        reason: "An allergy or intolerance to a corticosteroid is on record, which may mean that it is avoided.",
      },
    ]);
    expect(list(allergy(rx("6851")))).toEqual([]);
  });
});
