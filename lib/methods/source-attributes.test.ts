import { expect, test } from "vitest";
import { patient, patientId } from "@/lib/fhir/fixtures";
import { proposeAnswers } from "@/lib/fhir/propose-answers";
import { getSourceAttributes } from "./source-attributes";

test("the date of birth is used where a record gives it", () => {
  const { proposals } = proposeAnswers([patient("1984-05-02")], { patientId, on: "2026-11-26" });
  expect(proposals).toContainEqual(expect.objectContaining({ aspect: "ageYears", value: 42 }));
  const value = getSourceAttributes({ version: "abc", searched: "2026-11-22" }).find(
    ({ id }) => id === "date-of-birth",
  )?.value;
  expect(value).toMatch(/^Used where a record gives it .* not kept\./);
});

test("13 attributes, each with a name, an id of its own and a value", () => {
  const attributes = getSourceAttributes({ version: "abc", searched: "2026-11-22" });
  expect(attributes).toHaveLength(13);
  expect(new Set(attributes.map(({ id }) => id)).size).toBe(13);
  for (const { name, value } of attributes) expect([name, value]).not.toContain("");
  expect(attributes.find(({ id }) => id === "release-and-revision-dates")?.value).toBe(
    "Literature searched 22 Nov 2026; library abc.",
  );
});
