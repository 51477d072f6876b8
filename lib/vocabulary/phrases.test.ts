import { describe, expect, test } from "vitest";
import { features } from "./feature";
import {
  counted,
  inWords,
  listed,
  nobody,
  nobodyKnown,
  notReported,
  patientPhrase,
  sentence,
  topicOf,
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
  ] as const)("%j", (wanted, phrase) => {
    expect(patientPhrase(wanted)).toBe(phrase);
  });

  test("a diagnosis is spoken of by its name", () => {
    expect(patientPhrase(["pregnancy", { diagnosis: "PM" }])).toBe("a pregnant patient with polymyositis");
    expect(topicOf({ diagnosis: "CADM" })).toBe("clinically amyopathic dermatomyositis");
  });

  test("every feature changes the phrase: none is swallowed", () => {
    for (const feature of features) expect(patientPhrase([feature])).not.toBe("a patient");
  });
});

test("not reported, nobody and nobody known are three different things", () => {
  expect(notReported("ild")).toBe("lung disease not reported");
  expect(nobody("pregnancy")).toBe("nobody pregnant");
  expect(nobody("ild")).toBe("nobody with interstitial lung disease");
  expect(nobodyKnown("pregnancy")).toBe("nobody known to be pregnant");
  expect(nobodyKnown("refractory")).toBe("nobody known to have refractory disease");
  for (const feature of features) {
    const words = [notReported(feature), nobody(feature), nobodyKnown(feature)];
    expect(new Set(words).size).toBe(3);
    for (const text of words) expect(text).not.toMatch(/undefined|null|object/);
  }
});

test("lists, numbers and nouns agree", () => {
  expect(listed([])).toBe("");
  expect(listed(["a"])).toBe("a");
  expect(listed(["a", "b"])).toBe("a and b");
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
  expect([0, 1, 5, 10, 11, 24].map(inWords)).toEqual(["no", "one", "five", "ten", "11", "24"]);
  expect([0, 1, 2].map((count) => counted(count, "study", "studies"))).toEqual(["0 studies", "1 study", "2 studies"]);
  expect(sentence("five reports")).toBe("Five reports");
  expect(sentence("")).toBe("");
});

test("what is not reported of several is said in one phrase", () => {
  expect(notReported("ild")).toBe("lung disease not reported");
  expect(notReported("pregnancy", "ild")).toBe("pregnancy and lung disease not reported");
});
