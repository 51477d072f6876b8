import { describe, expect, test } from "vitest";
import { condition, dermatomyositis, find, list, patient, patientId, read, today, weight, words } from "./fixtures";
import { proposeAnswers } from "./propose-answers";

const noteOfDeath = "The record says that the patient has died.";

describe("a patient who has died", () => {
  test.each<[string, { [key: string]: unknown }]>([
    ["as a plain yes", { deceasedBoolean: true }],
    ["the day before", { deceasedDateTime: "2026-11-25T23:10:00+01:00" }],
    ["on the day", { deceasedDateTime: today }],
    ["in a year that is not over", { deceasedDateTime: "2026" }],
    ["on a day that cannot be read", { deceasedDateTime: "25 November" }],
  ])("is named, %s, and the rest is read", (_, more) => {
    const { notes, proposals } = read({ ...patient(), ...more });
    expect(notes).toEqual([{ text: noteOfDeath, source: proposals[0]?.sources[0] }]);
    expect(notes[0]?.source).toMatchObject({ resourceType: "Patient", id: patientId });
    expect(proposals[0]?.value).toBe(42);
  });

  test.each<[string, { [key: string]: unknown }]>([
    ["a plain no", { deceasedBoolean: false }],
    ["a day to come", { deceasedDateTime: "2026-11-27" }],
    ["nothing", { deceasedDateTime: null }],
    ["an empty text", { deceasedDateTime: " " }],
  ])("is not made of %s", (_, more) => {
    expect(read({ ...patient(), ...more }).notes).toEqual([]);
  });
});

describe("the birth date", () => {
  test("is cited with the age that it gives", () => {
    expect(read(patient()).proposals).toEqual([
      {
        aspect: "ageYears",
        value: 42,
        status: "recorded",
        reason: "42 years old on 2026-11-26, by the birth date.",
        sources: [
          {
            resourceType: "Patient",
            id: patientId,
            system: null,
            code: null,
            display: null,
            isVerified: true,
            kind: "code",
            date: "1984-05-02",
          },
        ],
      },
    ]);
  });

  test.each<[string, string[]]>([
    ["2010", ["juvenile yes recorded", "elderly no recorded"]],
    // 17 or 18 years old: a child or not
    ["2008-11", ["elderly no recorded"]],
    ["2007", ["juvenile no recorded", "elderly no recorded"]],
    ["1962", ["juvenile no recorded", "elderly no recorded"]],
    // 64 or 65 years old
    ["1961", ["juvenile no recorded"]],
    ["1960", ["juvenile no recorded", "elderly yes recorded"]],
  ])("without a day gives what holds on each of its days: %s", (birthDate, expected) => {
    expect(list(patient(birthDate))).toEqual(expected);
  });

  test("without a day says which two ages it allows", () => {
    expect(find("juvenile", patient("2010"))[0]?.reason).toBe("15 or 16 years old on 2026-11-26, by the birth date.");
  });

  test("gives an age up to 120 years, and beyond that it is shown as left out", () => {
    expect(list(patient("1906-11-26"))).toEqual(["ageYears 120 recorded"]);
    const { proposals, notCounted } = read(patient("1905-11-26"));
    expect(proposals).toEqual([]);
    expect(notCounted).toMatchObject([
      { aspect: "ageYears", reason: "The birth date 1905-11-26 gives no age from 0 to 120 years." },
    ]);
  });
});

describe("a weight of half a year ago", () => {
  const half = weight(30, "kg", { effectiveDateTime: "2026-05-01" });
  test.each([
    ["a child beside other answers", "2016-01-01", "mentioned"],
    ["a child whose birth date has no day", "2016", "mentioned"],
    ["a patient who is 18 on the day", "2008-11-26", "recorded"],
    ["an adult whose birth date has no day", "1984", "recorded"],
  ])("of %s", (_, birthDate, status) => {
    expect(list(patient(birthDate), dermatomyositis(), half)).toContain(`weightKg 30 ${status}`);
  });

  test("of a patient without a birth date counts as that of an adult", () => {
    expect(list(condition(words("Dysphagia")), half)).toContain("weightKg 30 recorded");
  });
});

describe("the patient who is asked for", () => {
  const readFor = (id: string | null, ...resources: unknown[]) =>
    proposeAnswers(resources, { patientId: id, on: today });

  test.each([patientId, "Patient/p1", "https://ehr.example/fhir/Patient/p1", "urn:uuid:p1"])(
    "is known by the id in each form that programs give it: %s",
    (id) => {
      expect(readFor(id, patient(), dermatomyositis()).proposals.map(({ value }) => value)).toEqual(["DM", 42]);
    },
  );

  test("is read beside another patient, such as a mother beside her child", () => {
    const other = { ...patient("2020-01-01"), id: "p2" };
    for (const patients of [
      [patient(), other],
      [other, patient()],
    ]) {
      const { proposals, notes } = readFor(patientId, ...patients, dermatomyositis());
      expect(proposals.map(({ value }) => value)).toEqual(["DM", 42]);
      expect(notes).toEqual([]);
    }
  });

  test("of nobody nothing is read, and the record says why", () => {
    const nobody = {
      proposals: [],
      myositis: { status: "none", sources: [] },
      notCounted: [],
      notes: [{ text: "It is not clear whose record this is, so nothing was read.", source: null }],
    };
    expect(readFor(null, dermatomyositis())).toEqual(nobody);
    expect(readFor(null, { ...patient(), id: undefined }, dermatomyositis())).toEqual(nobody);
    expect(readFor(null, dermatomyositis({ subject: { reference: "Patient/null" } }))).toEqual(nobody);
  });

  test("a day that is none is named in the refusal", () => {
    expect(() => proposeAnswers([], { patientId, on: "2026-11" })).toThrow('"2026-11" is no day such as 2026-11-26.');
  });
});
