import { describe, expect, test } from "vitest";
import { systems } from "./codes";
import { code, find, leftOut, list, observation, read, today, weight } from "./fixtures";

const ucum = "http://unitsofmeasure.org";
const quantity = (valueQuantity: unknown, more: { [key: string]: unknown } = {}) =>
  observation(code("29463-7", systems.loinc), { valueQuantity, ...more });

describe("the unit of a weight", () => {
  test.each<[string, object, number]>([
    ["by its code alone", { value: 62, code: "kg", system: ucum }, 62],
    ["by its name alone", { value: 62, unit: "kg" }, 62],
    ["by its code, whatever the name says", { value: 62_000, code: "g", unit: "kg", system: ucum }, 62],
    ["without a system", { value: 62, code: "kg" }, 62],
  ])("is read %s", (_, value, kg) => {
    expect(list(quantity(value))).toEqual([`weightKg ${kg} recorded`]);
  });
});

describe("a weight that is none", () => {
  const unknownUnit = "Its unit is not known here, and it is not guessed.";
  test.each<[string, object, string]>([
    ["in a unit of another system", quantity({ value: 62, code: "kg", unit: "kg", system: "urn:local" }), unknownUnit],
    ["in a code of another system", quantity({ value: 62, unit: "g", code: "kg", system: "urn:local" }), unknownUnit],
    ["without a unit", quantity({ value: 62 }), unknownUnit],
    ["in stones", weight(9, "[stone_av]"), unknownUnit],
    ["without a number", quantity({ value: "62", code: "kg" }), "It holds no number."],
    ["without a quantity", quantity(undefined), "It holds no number."],
    ["as a limit", quantity({ value: 62, comparator: "<", code: "kg" }), "It is a limit, and not a weight."],
    ["too small", weight(0.9, "kg"), "0.9 kg is no weight from 1 to 400 kg."],
    ["too large", weight(400.1, "kg"), "400.1 kg is no weight from 1 to 400 kg."],
    ["of tomorrow", weight(62, "kg", { effectiveDateTime: "2026-11-27" }), "It is dated after the day of this case."],
    ["entered in error", weight(62, "kg", { status: "entered-in-error" }), "It was entered in error."],
    ["cancelled", weight(62, "kg", { status: "cancelled" }), "It was cancelled."],
  ])("sets nothing, and the record says why: %s", (_, resource, reason) => {
    const { proposals, notCounted } = read(resource);
    expect(proposals).toEqual([]);
    expect(notCounted).toMatchObject([{ aspect: "weightKg", reason }]);
  });

  test.each([
    [1, "kg"],
    [400, "kg"],
  ])("is not %d %s: the smallest and the largest count", (value, unit) => {
    expect(list(weight(value, unit))).toEqual([`weightKg ${value} recorded`]);
  });
});

describe("the day of a weight", () => {
  test.each<[string, { [key: string]: unknown }, string, string]>([
    ["a day", {}, "recorded", "62 kg, measured on 2026-11-01."],
    ["this day", { effectiveDateTime: today }, "recorded", `62 kg, measured on ${today}.`],
    [
      "a moment",
      { effectiveDateTime: undefined, effectiveInstant: "2026-10-02T10:00:00Z" },
      "recorded",
      "62 kg, measured on 2026-10-02.",
    ],
    [
      "the end of a period",
      { effectiveDateTime: undefined, effectivePeriod: { start: "2026-09-01", end: "2026-09-03" } },
      "recorded",
      "62 kg, measured on 2026-09-03.",
    ],
    [
      "the start of a period that has no end",
      { effectiveDateTime: undefined, effectivePeriod: { start: "2026-09-01" } },
      "recorded",
      "62 kg, measured on 2026-09-01.",
    ],
    ["a year ago", { effectiveDateTime: "2025-11-26" }, "recorded", "62 kg, measured on 2025-11-26."],
    [
      "a year and a day ago",
      { effectiveDateTime: "2025-11-25" },
      "mentioned",
      "It was measured on 2025-11-25, more than 365 days ago: to be confirmed.",
    ],
    ["no day", { effectiveDateTime: undefined }, "mentioned", "The record gives no date for it: to be confirmed."],
    ["a result to come", { status: "preliminary" }, "mentioned", "The result is not final: to be confirmed."],
    ["a result of no status", { status: undefined }, "mentioned", "The result is not final: to be confirmed."],
    [
      "a code that is not verified",
      { code: code("3141-9", systems.loinc) },
      "mentioned",
      "The meaning of the code is not verified: to be confirmed.",
    ],
  ])("is named with it: %s", (_, more, status, reason) => {
    expect(read(weight(62, "kg", more)).proposals).toMatchObject([{ value: 62, status, reason }]);
    expect(leftOut(weight(62, "kg", more))).toEqual([]);
  });

  test.each([
    ["an older one", { effectiveDateTime: "2026-10-01" }],
    ["one of no day", { effectiveDateTime: undefined }],
  ])("chooses the latest, in whatever order they come: not %s", (_, more) => {
    const both = [weight(62, "kg"), weight(70, "kg", { id: "w2", ...more })];
    for (const weights of [both, both.toReversed()]) expect(list(...weights)).toEqual(["weightKg 62 recorded"]);
  });

  test("with six weights leaves the choice to the reader, and each names three of the others", () => {
    const six = [61, 62, 63, 64, 65, 66].map((kg) => weight(kg, "kg", { id: `w${kg}` }));
    const found = find("weightKg", ...six);
    expect(found.map(({ value, status }) => `${value} ${status}`)).toEqual(
      [61, 62, 63, 64, 65, 66].map((kg) => `${kg} contradicted`),
    );
    expect(found[0]?.reason).toBe("61 kg, measured on 2026-11-01. The record also says: 62, 63 and 64.");
    expect(found[5]?.reason).toBe("66 kg, measured on 2026-11-01. The record also says: 61, 62 and 63.");
  });
});
