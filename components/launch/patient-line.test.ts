import { expect, test } from "vitest";
import { findShownPatient } from "./patient-line";

const read = (patient: object) =>
  findShownPatient([{ resourceType: "Condition" }, { resourceType: "Patient", ...patient }]);

test("the official name, as one text or from its parts, with the birth date", () => {
  const family = { family: "Two", given: ["Zarathuba", "B"] };
  expect(read({ name: [{ text: "Nick" }, { ...family, use: "official" }], birthDate: "1990-01-02" })).toEqual({
    name: "Zarathuba B Two",
    birthDate: "1990-01-02",
  });
  expect(read({ name: [{ ...family, text: "B. Two" }] }).name).toBe("B. Two");
});

test.each([{}, { name: [] }, { name: "x", birthDate: 7 }, { name: [null, 3] }, { name: [{ given: 1 }] }])(
  "what is not there, or not readable, is left out: %j",
  (patient) => {
    expect(read(patient)).toEqual({ name: "", birthDate: "" });
  },
);

test("no patient", () => {
  expect(findShownPatient([null, 1, {}])).toEqual({ name: "", birthDate: "" });
});
