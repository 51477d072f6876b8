import { expect, test } from "vitest";
import type { Source } from "@/lib/fhir/proposals";
import { describeSource } from "./source-text";

const source: Source = {
  resourceType: "Condition",
  id: "1",
  system: "http://snomed.info/sct",
  code: "396230008",
  display: "Dermatomyositis",
  isVerified: true,
  kind: "code",
  date: "2024-02",
};

test.each([
  [{}, "Diagnosis of 2024-02: Dermatomyositis (SNOMED CT 396230008)"],
  [{ date: null }, "Diagnosis, no date: Dermatomyositis (SNOMED CT 396230008)"],
  [{ display: null }, "Diagnosis of 2024-02: SNOMED CT 396230008"],
  [{ system: null, code: null, resourceType: "Observation" }, "Result of 2024-02: Dermatomyositis"],
  [{ system: "urn:of-the-hospital" }, "Diagnosis of 2024-02: Dermatomyositis (urn:of-the-hospital 396230008)"],
  [{ system: "http://hl7.org/fhir/sid/icd-10-cm" }, "Diagnosis of 2024-02: Dermatomyositis (ICD-10-CM 396230008)"],
  [{ system: "http://hl7.org/fhir/sid/icd-10" }, "Diagnosis of 2024-02: Dermatomyositis (ICD-10 396230008)"],
  [{ resourceType: "Patient", display: null, code: null, system: null }, "Personal data of 2024-02"],
  [{ resourceType: "Procedure" }, "Procedure of 2024-02: Dermatomyositis (SNOMED CT 396230008)"],
])("%j is %s", (changed, text) => {
  expect(describeSource({ ...source, ...changed })).toBe(text);
});
