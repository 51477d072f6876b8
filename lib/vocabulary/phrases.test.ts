import { describe, expect, test } from "vitest";
import { capitalise, joinWithAnd, pluralise, spellNumber } from "@/lib/format/text";
import { features } from "./feature";
import {
  formatHad,
  formatNoKnownPatients,
  formatNoPatients,
  formatPatient,
  formatPatientsTreated,
  formatSilence,
  formatSomePatients,
  formatTopic,
  formatWith,
} from "./phrases";

describe("the patient in words", () => {
  test.each([
    [["pregnancy"], "a pregnant patient"],
    [["juvenile"], "a child"],
    [["pregnancy", "juvenile"], "a pregnant child"],
    [["pregnancy", "ild"], "a pregnant patient with interstitial lung disease"],
    [["skinOnly", "refractory"], "a patient with skin disease alone and refractory disease"],
    [["elderly", "malignancy"], "a patient aged 65 or over with malignancy"],
    [
      ["ild", "refractory", "antiMda5"],
      "a patient with interstitial lung disease, refractory disease and anti-MDA5 antibody",
    ],
    [["muscle", "steroidFree"], "a patient with muscle disease and no corticosteroid"],
    [["ild", "criticalIllness"], "a patient with interstitial lung disease in intensive care or ventilated"],
    [["onImmunoglobulin"], "a patient already on immunoglobulin"],
  ] as const)("%j", (subjects, phrase) => {
    expect(formatPatient(subjects)).toBe(phrase);
  });

  test("a diagnosis is called by its name", () => {
    expect(formatPatient(["pregnancy", { diagnosis: "PM" }])).toBe("a pregnant patient with polymyositis");
    expect(formatTopic({ diagnosis: "CADM" })).toBe("clinically amyopathic dermatomyositis");
  });

  test("every feature changes the phrase: none is swallowed", () => {
    for (const feature of features) expect(formatPatient([feature])).not.toBe("a patient");
  });
});

test("not reported, nobody and nobody known are three different things", () => {
  expect(formatSilence("ild", "not reported")).toBe("lung disease not reported");
  expect(formatSilence("ild", "not in the abstract")).toBe("lung disease not in the abstract");
  expect(formatSilence({ diagnosis: "CADM" }, "not split in what was read")).toBe(
    "amyopathic not split in what was read",
  );
  expect(formatNoPatients("pregnancy")).toBe("nobody pregnant");
  expect(formatNoPatients("ild")).toBe("nobody with interstitial lung disease");
  expect(formatNoKnownPatients("pregnancy")).toBe("nobody known to be pregnant");
  expect(formatNoKnownPatients("refractory")).toBe("nobody known to have refractory disease");
  for (const feature of features) {
    const words = [formatSilence(feature, "not reported"), formatNoPatients(feature), formatNoKnownPatients(feature)];
    expect(new Set(words).size).toBe(3);
    for (const text of words) expect(text).not.toMatch(/undefined|null|object/);
  }
});

test("patients that some studies are known to have", () => {
  expect(formatSomePatients("calcinosis", 1, 11)).toBe("patients with calcinosis in 1 of 11 studies");
  expect(formatSomePatients("juvenile", 1, 1)).toBe("only some patients under 18");
});

test("patients of studies that do not all say how many they treated", () => {
  expect(formatPatientsTreated(1, 0)).toBe("1 patient");
  expect(formatPatientsTreated(0, 0)).toBe("0 patients");
  expect(formatPatientsTreated(3, 1)).toBe("3 patients (1 study gives no number)");
  expect(formatPatientsTreated(3, 2)).toBe("3 patients (2 studies give no number)");
  expect(formatPatientsTreated(0, 2)).toBe("number of patients not given");
});

test("lists, numbers and nouns agree", () => {
  expect(joinWithAnd([])).toBe("");
  expect(joinWithAnd(["a"])).toBe("a");
  expect(joinWithAnd(["a", "b"])).toBe("a and b");
  expect(joinWithAnd(["a", "b", "c"])).toBe("a, b and c");
  expect([0, 1, 5, 10, 11, 24].map(spellNumber)).toEqual(["no", "one", "five", "ten", "11", "24"]);
  expect([0, 1, 2].map((count) => pluralise(count, "study", "studies"))).toEqual(["0 studies", "1 study", "2 studies"]);
  expect(capitalise("five reports")).toBe("Five reports");
  expect(capitalise("")).toBe("");
});

test("amyopathic disease that is not split goes by one word, whichever way it was asked for", () => {
  const silence = "not split in what was read";
  expect(formatSilence("amyopathic", silence)).toBe(`amyopathic ${silence}`);
  expect(formatSilence({ diagnosis: "CADM" }, silence)).toBe(`amyopathic ${silence}`);
  expect(formatSilence({ diagnosis: "ASyS" }, silence)).toBe(`antisynthetase syndrome ${silence}`);
  expect(formatSilence("amyopathic", "not reported")).toBe("amyopathic disease not reported");
});

test("what this patient has not belongs to the sentence", () => {
  expect(formatPatient(["antiMda5"], ["ild"])).toBe(
    "a patient with anti-MDA5 antibody, without interstitial lung disease",
  );
  expect(formatPatient(["refractory"], ["juvenile"])).toBe("a patient with refractory disease, not under 18");
});

test("what patients of a study had and were", () => {
  expect(formatHad(["antiMda5", "cardiac"], false)).toBe("had anti-MDA5 antibody and heart involvement");
  expect(formatHad(["ild", "elderly"], true)).toBe("had interstitial lung disease and was 65 or over");
  expect(formatWith("juvenile")).toBe("under 18");
  expect(formatWith({ diagnosis: "DM" })).toBe("with dermatomyositis");
});
