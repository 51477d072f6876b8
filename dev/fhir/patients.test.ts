import { expect, test } from "vitest";
import { proposeAnswers } from "@/lib/fhir/propose-answers";
import { readKinds } from "@/lib/smart/scopes";
import { listPatientIds, readPatientFile } from "./repository";

/**
 * What each test patient is there for: the myositis that the record names, and the answers that it supports, without the age.
 * "?" marks what is to be confirmed, "|" two values that contradict each other.
 */
const expected: Record<string, { myositis: "recorded" | "mentioned" | "none"; answers: string[] }> = {
  "pregnant-snomed": { myositis: "recorded", answers: ["pregnancy yes", "diagnosis DM", "weightKg 68"] },
  "pregnant-loinc": { myositis: "recorded", answers: ["pregnancy yes", "diagnosis DM"] },
  "pregnancy-long-ago": { myositis: "recorded", answers: ["diagnosis DM"] },
  postpartum: { myositis: "recorded", answers: ["postpartum yes", "diagnosis DM"] },
  child: { myositis: "recorded", answers: ["diagnosis JDM", "weightKg 28.4"] },
  refuted: { myositis: "none", answers: [] },
  "entered-in-error": { myositis: "none", answers: [] },
  "inclusion-body-myositis": { myositis: "recorded", answers: ["diagnosis IBM"] },
  refractory: {
    myositis: "recorded",
    answers: ["ild yes", "refractory yes?", "antisynthetase yes", "diagnosis PM", "weightKg 74"],
  },
  "text-only": { myositis: "mentioned", answers: ["dysphagia yes?", "diagnosis DM?"] },
  contradicting: {
    myositis: "recorded",
    answers: ["pregnancy no|", "pregnancy yes|", "diagnosis DM|", "diagnosis PM|"],
  },
  // 165 pounds
  "weight-in-pounds": { myositis: "recorded", answers: ["diagnosis DM", "weightKg 74.8"] },
  "no-myositis": { myositis: "none", answers: ["weightKg 90"] },
  // neither the lung disease nor the weight of somebody else
  "mixed-in": { myositis: "recorded", answers: ["diagnosis PM"] },
};
const marks = { recorded: "", mentioned: "?", contradicted: "|" };

test("every test patient is here, with what it tests", () => {
  expect(listPatientIds()).toEqual(Object.keys(expected).sort());
});

test.each(Object.entries(expected))("%s", (id, { myositis, answers }) => {
  const read = proposeAnswers(readPatientFile(id), { patientId: id, on: "2026-11-26" });
  expect(read.myositis.status).toBe(myositis);
  const found = read.proposals.map(({ aspect, value, status }) => `${aspect} ${value}${marks[status]}`);
  expect(found.filter((answer) => !answer.startsWith("ageYears "))).toEqual(answers);
  // everybody has a birth date
  expect(found.length).toBe(answers.length + 1);
});

test("the files hold every kind of resource that is read, each under an id of its own", () => {
  const resources = listPatientIds().flatMap(readPatientFile);
  expect(new Set(resources.map(({ resourceType }) => resourceType))).toEqual(new Set(readKinds));
  const ids = resources.map(({ resourceType, id }) => `${resourceType}/${id}`);
  expect(new Set(ids).size).toBe(ids.length);
});
