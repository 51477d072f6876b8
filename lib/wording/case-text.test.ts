import { describe, expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { features } from "@/lib/vocabulary/feature";
import { describeImplied, describeStatedCase, listStatedFacts, listStatedInShort } from "./case-text";

const everything: Profile = {
  features: { skinOnly: "no", ild: "yes", firstLine: "yes", malignancy: "no", antiMda5: "yes" },
  diagnosis: "DM",
  ageYears: 42,
  weightKg: 62,
};

describe("what is stated of a patient", () => {
  test("is listed in the form's order, the five questions marked", () => {
    const facts = listStatedFacts(everything);
    expect(facts.map(({ text }) => text)).toEqual([
      "Not skin only",
      "Lung disease (ILD)",
      "No malignancy",
      "Anti-MDA5",
      "Untreated (first treatment)",
      "Dermatomyositis",
      "42 years",
      "62 kg",
    ]);
    expect(facts.filter(({ isMain }) => isMain).map(({ origin }) => origin)).toEqual(["skinOnly", "ild"]);
  });

  test("can be taken away one by one, until nothing is left", () => {
    let left = everything;
    for (let taken = listStatedFacts(left).length; taken > 0; taken -= 1) {
      const facts = listStatedFacts(left);
      expect(facts).toHaveLength(taken);
      left = facts[0]?.without ?? left;
    }
    expect(left).toEqual(emptyProfile);
  });

  test("an answer of no to any question reads as one", () => {
    const texts = features.map(
      (feature) => listStatedFacts({ ...emptyProfile, features: { [feature]: "no" } })[0]?.text,
    );
    expect(texts).toHaveLength(features.length);
    for (const text of texts) expect(text).toMatch(/^(Not?|Treated before)\b/);
    expect(new Set(texts).size).toBe(features.length);
  });
});

test.each([
  ["refractoryAdult", "Refractory; not pregnant, not under 18, not skin only, no lung disease."],
  ["skinOnlyRefractory", "Skin only, refractory."],
  ["pregnantUntreated", "Pregnant, untreated, dermatomyositis, 42 years."],
  ["nothingStated", ""],
] as const)("%s: the case in words", (name, words) => {
  expect(describeStatedCase(exampleCases[name].profile)).toBe(words);
});

test("a case in words: the long name of lung disease, no weight, and never more than 20 words in a sentence", () => {
  expect(describeStatedCase(everything)).toBe(
    "Interstitial lung disease, anti-MDA5, untreated, dermatomyositis, 42 years; not skin only, no malignancy.",
  );
  expect(describeStatedCase({ ...emptyProfile, features: { ild: "no" } })).toBe("No lung disease.");
  const manyNo: Profile = {
    ...emptyProfile,
    features: {
      refractory: "yes",
      pregnancy: "no",
      juvenile: "no",
      skinOnly: "no",
      ild: "no",
      malignancy: "no",
      antiSrp: "no",
      elderly: "no",
    },
  };
  const sentences = describeStatedCase(manyNo).split(/(?<=\.) /);
  expect(sentences).toHaveLength(2);
  for (const sentence of sentences) expect(sentence.split(" ").length).toBeLessThanOrEqual(20);
});

test("what a bar says: yes first, each answer whole, and what has no room counted", () => {
  expect(listStatedInShort(exampleCases.adultRefractoryLungDisease.profile)).toEqual([
    "Lung disease (ILD)",
    "Refractory",
    "Not under 18",
  ]);
  const all: Profile = {
    ...emptyProfile,
    features: Object.fromEntries(features.map((feature) => [feature, "yes"])),
  };
  const told = listStatedInShort(all);
  expect(told.length).toBeGreaterThan(3);
  const [left = ""] = told.slice(-1);
  expect(left).toBe(`${features.length - told.length + 1} more`);
  // any two answers have room
  for (const one of features)
    for (const other of features.filter((feature) => feature !== one))
      expect(listStatedInShort({ ...emptyProfile, features: { [one]: "yes", [other]: "no" } })).toHaveLength(2);
});

describe("what follows from other answers", () => {
  const imply = (profile: Profile, feature: "ild" | "skin" | "skinOnly" | "pregnancy" | "juvenile") =>
    describeImplied(profile, feature, readCase(profile).implied[feature]);

  test("names what it follows from", () => {
    expect(imply({ ...emptyProfile, features: { skinOnly: "yes" } }, "ild")).toBe("No: follows from “skin only”");
    expect(imply({ ...emptyProfile, features: { ild: "yes" } }, "skinOnly")).toBe("No: follows from “lung disease”");
    expect(imply({ ...emptyProfile, diagnosis: "JDM" }, "skin")).toBe("Yes: follows from the diagnosis");
    expect(imply({ ...emptyProfile, diagnosis: "JDM", features: { skinOnly: "yes" } }, "skin")).toBe(
      "Yes: follows from “skin only” and the diagnosis",
    );
  });

  test("nothing where nothing follows, or where the question is answered", () => {
    expect(imply({ ...emptyProfile, features: { skinOnly: "yes" } }, "pregnancy")).toBeNull();
    expect(imply({ ...emptyProfile, features: { skinOnly: "yes", ild: "yes" } }, "ild")).toBeNull();
  });
});
