import { describe, expect, test } from "vitest";
import { systems } from "./codes";
import { code, find, list, observation, read, words } from "./fixtures";

const mda5 = code("82424-3", systems.loinc);
const jo1 = code("8076-2", systems.loinc);
const positive = code("10828004");
const negative = code("260385009");

describe("a result", () => {
  test.each<[unknown, "yes" | "no" | null]>([
    ["positive", "yes"],
    [" Strong positive ", "yes"],
    ["weak positive", "yes"],
    ["Detected", "yes"],
    ["reactive", "yes"],
    ["negative", "no"],
    [" Not detected ", "no"],
    ["absent", "no"],
    ["nonreactive", "no"],
    ["non-reactive", "no"],
    // What says more than the one word is not taken apart.
    ["not positive", null],
    ["xpositive", null],
    ["positive?", null],
    ["positive control failed", null],
    ["never negative", null],
    ["xnegative", null],
    ["negative?", null],
    ["negative control failed", null],
    ["", null],
  ])("in words, %j", (valueString, value) => {
    expect(list(observation(mda5, { valueString }))).toEqual(value === null ? [] : [`antiMda5 ${value} recorded`]);
  });

  test.each<[string, { [key: string]: unknown }, "yes" | "no" | null]>([
    ["true", { valueBoolean: true }, "yes"],
    ["false", { valueBoolean: false }, "no"],
    ["a coded positive", { valueCodeableConcept: positive }, "yes"],
    ["a coded negative", { valueCodeableConcept: negative }, "no"],
    ["a code of something else", { valueCodeableConcept: code("40739000") }, null],
    [
      "a code of something else beside one that says it",
      { valueCodeableConcept: { coding: [...code("40739000").coding, ...positive.coding] } },
      "yes",
    ],
    ["two that differ", { valueBoolean: true, interpretation: [negative] }, null],
    ["two that agree", { valueBoolean: false, interpretation: [negative] }, "no"],
  ])("in another form, %s", (_, more, value) => {
    expect(list(observation(mda5, more))).toEqual(value === null ? [] : [`antiMda5 ${value} recorded`]);
  });

  test("is named with its day", () => {
    const found = read(observation(mda5, { valueCodeableConcept: positive })).proposals;
    expect(found[0]?.reason).toBe("The result of 2026-11-01 is positive.");
    expect(found[0]?.sources).toMatchObject([{ resourceType: "Observation", code: "82424-3", date: "2026-11-01" }]);
    expect(find("antiMda5", observation(mda5, { valueBoolean: false }))[0]?.reason).toBe(
      "The result of 2026-11-01 is negative.",
    );
  });

  test("without a day, or that is not final, is to be confirmed", () => {
    for (const [more, reason] of [
      [{ effectiveDateTime: undefined }, "The record gives no date for it: to be confirmed."],
      [{ status: "registered" }, "The result is not final: to be confirmed."],
    ] as const) {
      expect(find("antiMda5", observation(mda5, { valueBoolean: true, ...more }))).toMatchObject([
        { value: "yes", status: "mentioned", reason },
      ]);
    }
  });
});

describe("a result that sets nothing says why", () => {
  const unclear = "Its result does not say whether the antibody is present.";
  const others = "It is absent, and another antisynthetase antibody can be present.";
  test.each<[string, object, string, string]>([
    ["a number", observation(mda5, { valueQuantity: { value: 80 } }), "antiMda5", unclear],
    ["one of several that is absent", observation(jo1, { valueString: "negative" }), "antisynthetase", others],
    ["the same, coded", observation(jo1, { valueCodeableConcept: negative }), "antisynthetase", others],
    ["the same, as no", observation(jo1, { valueBoolean: false }), "antisynthetase", others],
    ["the same, in words", observation(words("Anti-PL-7"), { valueString: "absent" }), "antisynthetase", others],
    [
      "one that was cancelled",
      observation(mda5, { valueBoolean: true, status: "cancelled" }),
      "antiMda5",
      "It was cancelled.",
    ],
    [
      "one that was entered in error",
      observation(mda5, { valueBoolean: true, status: "entered-in-error" }),
      "antiMda5",
      "It was entered in error.",
    ],
    [
      "one of tomorrow",
      observation(mda5, { valueBoolean: true, effectiveDateTime: "2026-11-27" }),
      "antiMda5",
      "It is dated after the day of this case.",
    ],
  ])("%s", (_, resource, aspect, reason) => {
    const { proposals, notCounted } = read(resource);
    expect(proposals).toEqual([]);
    expect(notCounted).toMatchObject([{ aspect, reason }]);
    expect(notCounted).toHaveLength(1);
  });
});

describe("the name of a test", () => {
  test.each([
    ["Anti-SRP", "antiSrp"],
    ["SRP antibody", "antiSrp"],
    ["HMGCR IgG", "antiHmgcr"],
    ["Anti-HMG-CoA reductase", "antiHmgcr"],
    ["Jo-1 Ab", "antisynthetase"],
    ["TIF1-gamma antibodies", "antiTif1"],
  ])("in words is a mention: %s", (text, antibody) => {
    expect(list(observation(words(text), { valueString: "positive" }))).toEqual([`${antibody} yes mentioned`]);
  });

  test("in words counts for nothing where a code gives it", () => {
    const named = observation(code("82424-3", systems.loinc, "Anti-MDA5 Ab, Anti-SRP Ab"), { valueString: "positive" });
    expect(list(named)).toEqual(["antiMda5 yes recorded"]);
    expect(find("antiMda5", named)[0]?.sources).toHaveLength(1);
  });

  test.each([
    ["SRP gene", words("SRP gene")],
    ["a disease", code("40739000", systems.snomed, "Dysphagia")],
    ["the diagnosis itself", code("396230008", systems.snomed, "Dermatomyositis")],
    ["blood pressure", code("85354-9", systems.loinc, "Blood pressure")],
    ["nothing", {}],
  ])("is none, and so the entry is no matter: %s", (_, concept) => {
    const { proposals, notCounted, myositis } = read(observation(concept, { valueString: "positive" }));
    expect(proposals).toEqual([]);
    expect(notCounted).toEqual([]);
    expect(myositis.status).toBe("none");
  });

  test("of a panel is that of each part, and what is no part is passed over", () => {
    const panel = observation(words("Myositis panel"), {
      component: [null, "negative", { code: mda5, valueString: "positive" }, 7],
    });
    expect(list(panel)).toEqual(["antiMda5 yes recorded"]);
  });
});
