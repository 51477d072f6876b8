import { describe, expect, test } from "vitest";
import { getSubject, readCase } from "./facts";
import { emptyProfile, type Profile } from "./schema";

const read = (features: Profile["features"], more: Partial<Profile> = {}) =>
  readCase({ ...emptyProfile, ...more, features });
const listYes = (features: Profile["features"], more: Partial<Profile> = {}) =>
  read(features, more)
    .aspects.filter(({ answer }) => answer === "yes")
    .map(({ trait, role, isStated }) => `${trait} ${role}${isStated ? "" : " (not stated)"}`);

describe("how an answer is compared", () => {
  test("what is stated decides; muscle, skin and 65 or over refine", () => {
    expect(listYes({ dysphagia: "yes", elderly: "yes", skin: "yes", muscle: "yes" })).toEqual([
      "muscle refines",
      "skin refines",
      "dysphagia decides",
      "elderly refines",
    ]);
  });

  test("where only those are yes, they decide", () => {
    expect(listYes({ muscle: "yes", elderly: "yes" })).toEqual(["muscle decides", "elderly decides"]);
    expect(listYes({ muscle: "yes", ild: "no" })).toEqual(["muscle decides"]);
  });

  test("what holds by definition follows, stated or not", () => {
    expect(listYes({ antiSrp: "yes" })).toEqual([
      "muscle follows (not stated)",
      "antiSrp decides",
      "necrotising follows (not stated)",
    ]);
    expect(listYes({ antiSrp: "yes", muscle: "yes" })).toContain("muscle follows");
    expect(listYes({ muscle: "yes" }, { diagnosis: "PM" })).toEqual(["muscle follows", "PM decides"]);
  });

  test("an age decides as the answers do that it stands for", () => {
    expect(listYes({}, { ageYears: 10 })).toEqual(["juvenile decides"]);
    expect(listYes({ juvenile: "yes" }, { ageYears: 10 })).toEqual(["juvenile decides"]);
    expect(listYes({}, { ageYears: 79 })).toEqual(["elderly decides"]);
    expect(listYes({ refractory: "yes" }, { ageYears: 79 })).toEqual(["refractory decides", "elderly refines"]);
  });
});

describe("a concept stated twice", () => {
  test("is one aspect, named by the diagnosis, and the patient has it under both names", () => {
    const both = read({ amyopathic: "yes" }, { diagnosis: "CADM" });
    expect(both.stated).toEqual(["diagnosis"]);
    expect(both.traits.has("amyopathic") && both.traits.has("CADM")).toBe(true);
    expect(read({ amyopathic: "yes" }).stated).toEqual(["amyopathic"]);
    expect(read({ amyopathic: "yes" }).traits).toEqual(both.traits);
  });

  test("a no beside the diagnosis stays seen", () => {
    const denied = read({ amyopathic: "no" }, { diagnosis: "CADM" });
    expect(denied.aspects.filter(({ trait }) => trait === "amyopathic")).toMatchObject([{ answer: "no" }]);
    expect(denied.contradictions).toHaveLength(1);
  });
});

test("a case is empty until something is entered, if only a weight", () => {
  expect(readCase(emptyProfile)).toMatchObject({ isEmpty: true, aspects: [], stated: [], answers: {}, implied: {} });
  expect(read({}, { weightKg: 60 }).isEmpty).toBe(false);
  expect(read({ ild: "no" }).isEmpty).toBe(false);
});

test("the diagnosis of a case that has none has no name", () => {
  expect(getSubject({ diagnosis: "PM" }, "diagnosis")).toEqual({ diagnosis: "PM" });
  expect(getSubject(emptyProfile, "ild")).toBe("ild");
  expect(() => getSubject(emptyProfile, "diagnosis")).toThrow(RangeError);
});
