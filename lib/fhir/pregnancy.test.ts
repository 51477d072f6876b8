import { describe, expect, test } from "vitest";
import { systems } from "./codes";
import {
  code,
  condition,
  dermatomyositis,
  find,
  leftOut,
  list,
  observation,
  pregnancyStatus,
  read,
  verificationStatus,
  words,
} from "./fixtures";

const pregnant = (on: string | undefined) => pregnancyStatus(code("77386006"), { effectiveDateTime: on });
const birth = (on: string | undefined, more: { [key: string]: unknown } = {}) =>
  condition(code("169826009"), { id: "birth", onsetDateTime: on, ...more });
const pregnancy = (more: { [key: string]: unknown }, status = "resolved") =>
  condition(code("72892002"), { onsetDateTime: "2025-07-01", ...more }, status);
const expected = (on: string, more: { [key: string]: unknown } = {}) =>
  observation(code("11778-8", systems.loinc), { id: "due", valueDateTime: on, ...more });

describe("a birth after a recorded pregnancy", () => {
  test("ends it, and the record says so", () => {
    const { proposals, notCounted } = read(pregnant("2026-05-01"), birth("2026-08-01"));
    expect(proposals).toMatchObject([
      { aspect: "postpartum", value: "yes", status: "recorded", reason: expect.stringContaining("2026-08-01") },
    ]);
    expect(notCounted).toMatchObject([
      {
        aspect: "pregnancy",
        source: { date: "2026-05-01", code: "77386006" },
        reason: "A birth, or the end of a pregnancy, is dated after it.",
      },
    ]);
  });

  test("changes no other answer of an earlier date, and no “not pregnant”", () => {
    const no = pregnancyStatus(code("60001007"), { effectiveDateTime: "2026-11-01" });
    expect(list(no, dermatomyositis(), birth("2026-11-10"))).toEqual([
      "pregnancy no recorded",
      "postpartum yes recorded",
      "diagnosis DM recorded",
    ]);
    expect(leftOut(no, dermatomyositis(), birth("2026-11-10"))).toEqual([]);
  });

  test("on the same day leaves both to the reader", () => {
    expect(list(pregnant("2026-08-01"), birth("2026-08-01"))).toEqual([
      "pregnancy yes recorded",
      "postpartum yes recorded",
    ]);
  });

  test.each([
    ["the birth has no day", pregnant("2026-08-10"), birth("2026-08")],
    ["the pregnancy has no day", pregnant("2026-08"), birth("2026-08-10")],
  ])("may have ended it where %s: then it is to be confirmed", (_, status, later) => {
    expect(list(status, later)).toEqual(["pregnancy yes mentioned", "postpartum yes recorded"]);
    expect(find("pregnancy", status, later)[0]?.reason).toBe(
      "A birth, or the end of a pregnancy, may be dated after it: to be confirmed.",
    );
  });

  test.each([
    ["an earlier birth", birth("2026-01-10"), "postpartum yes recorded"],
    ["a birth without a date", birth(undefined), "postpartum yes mentioned"],
  ])("is not %s", (_, other, after) => {
    expect(list(pregnant("2026-08-01"), other)).toEqual(["pregnancy yes recorded", after]);
  });

  test("of several births the latest counts, in whatever order they come", () => {
    const both = [birth("2026-09-01"), birth("2025-12-20", { id: "first" })];
    for (const births of [both, both.toReversed()]) {
      expect(list(pregnant("2026-08-01"), ...births)).toEqual(["postpartum yes recorded"]);
    }
  });

  test("an entry of something else with a later date ends no pregnancy", () => {
    const found = [pregnant("2026-08-01"), dermatomyositis({ onsetDateTime: "2026-10-01" })];
    expect(list(...found)).toEqual(["pregnancy yes recorded", "diagnosis DM recorded"]);
    expect(leftOut(...found)).toEqual([]);
  });
});

describe("for a year after the end", () => {
  test.each([
    ["care after a birth", condition(code("Z39.2", systems.icd10cm), { onsetDateTime: "2026-03-26" }), "recorded"],
    ["a birth a year ago to the day", birth("2025-11-26"), "recorded"],
    ["a pregnancy with an end", pregnancy({ abatementDateTime: "2026-03-26" }), "recorded"],
    [
      "a pregnancy with an end of its period",
      pregnancy({ abatementPeriod: { start: "2025-07-01", end: "2026-03-26" } }),
      "recorded",
    ],
    ["a birth without a date", birth(undefined), "mentioned"],
    ["a due date that has passed for fifteen days", expected("2026-11-11"), "mentioned"],
    ["a due date of a year ago", expected("2025-11-26"), "mentioned"],
  ])("%s is “after a pregnancy”", (_, resource, status) => {
    expect(list(resource)).toEqual([`postpartum yes ${status}`]);
  });

  test("the source is dated by the end, and the reason names it", () => {
    expect(find("postpartum", pregnancy({ abatementDateTime: "2026-03-26" }))).toMatchObject([
      {
        reason: "A pregnancy ended on 2026-03-26: within a year.",
        sources: [{ resourceType: "Condition", code: "72892002", date: "2026-03-26" }],
      },
    ]);
    expect(find("postpartum", expected("2026-10-01"))).toMatchObject([
      {
        reason: "A birth was expected on 2026-10-01: to be confirmed.",
        sources: [{ resourceType: "Observation", code: "11778-8", date: "2026-10-01" }],
      },
    ]);
  });

  test.each<[string, object, string]>([
    ["a birth of a year and a day", birth("2025-11-25"), "It is more than a year ago."],
    [
      "a pregnancy that ended two years ago",
      pregnancy({ abatementDateTime: "2024-03-26" }),
      "This pregnancy ended on 2024-03-26.",
    ],
    ["a pregnancy that ended on no day", pregnancy({}), "This pregnancy has ended."],
    [
      "a pregnancy that is over, with an end to come",
      pregnancy({ abatementDateTime: "2027-01-10" }),
      "This pregnancy has ended.",
    ],
    [
      "a pregnancy that was refuted",
      pregnancy({ abatementDateTime: "2026-03-26", verificationStatus: verificationStatus("refuted") }),
      "It was refuted.",
    ],
    ["a due date of a year and a day", expected("2025-11-25"), "The birth was expected on 2025-11-25."],
    [
      "a due date that was entered in error",
      expected("2026-10-01", { status: "entered-in-error" }),
      "It was entered in error.",
    ],
  ])("%s is none, and the record says why", (_, resource, reason) => {
    const { proposals, notCounted } = read(resource);
    expect(proposals).toEqual([]);
    expect(notCounted.map((one) => one.reason)).toEqual([reason]);
  });
});

describe("a pregnancy that goes on", () => {
  test.each<[string, object, string, string]>([
    [
      "as a condition",
      pregnancy({ onsetDateTime: "2026-06-01" }, "active"),
      "recorded",
      "A pregnancy on record since 2026-06-01.",
    ],
    [
      "for 300 days",
      pregnancy({ onsetDateTime: "2026-01-30" }, "active"),
      "recorded",
      "A pregnancy on record since 2026-01-30.",
    ],
    [
      "by its period",
      pregnancy({ onsetDateTime: undefined, onsetPeriod: { start: "2026-06-01" } }, "active"),
      "recorded",
      "A pregnancy on record since 2026-06-01.",
    ],
    [
      "with an end to come",
      pregnancy({ onsetDateTime: "2026-06-01", abatementDateTime: "2027-03-01" }, "active"),
      "recorded",
      "A pregnancy on record since 2026-06-01.",
    ],
    [
      "of no date",
      pregnancy({ onsetDateTime: undefined }, "active"),
      "mentioned",
      "The record gives no date for it: to be confirmed.",
    ],
    [
      "of no status",
      pregnancy({ onsetDateTime: "2026-06-01", clinicalStatus: undefined }),
      "mentioned",
      "It has no status: to be confirmed.",
    ],
    [
      "by a code that is not verified",
      condition(code("O09.0", systems.icd10cm), { onsetDateTime: "2026-06-01" }),
      "mentioned",
      "The meaning of the code is not verified: to be confirmed.",
    ],
    [
      "in words",
      condition(words("Pregnancy"), { onsetDateTime: "2026-06-01" }),
      "mentioned",
      "Named in words, without a verified code: to be confirmed.",
    ],
    ["as a status", pregnant("2026-11-01"), "recorded", "Pregnant by the status of 2026-11-01."],
    ["as a status of 270 days ago", pregnant("2026-03-01"), "recorded", "Pregnant by the status of 2026-03-01."],
    [
      "as a status beside a code of something else",
      pregnancyStatus({ coding: [...code("10828004").coding, ...code("77386006").coding] }),
      "recorded",
      "Pregnant by the status of 2026-11-01.",
    ],
    ["with a due date", expected("2027-02-01"), "recorded", "A birth is expected on 2027-02-01."],
    ["with a due date in 300 days", expected("2027-09-22"), "recorded", "A birth is expected on 2027-09-22."],
    ["14 days after the due date", expected("2026-11-12"), "recorded", "A birth is expected on 2026-11-12."],
  ])("%s", (_, resource, status, reason) => {
    expect(read(resource).proposals).toMatchObject([{ aspect: "pregnancy", value: "yes", status, reason }]);
    expect(leftOut(resource)).toEqual([]);
  });

  test("“not pregnant” is said with its date", () => {
    const no = pregnancyStatus(code("60001007"), { effectiveDateTime: "2026-10-27" });
    expect(find("pregnancy", no)).toMatchObject([{ value: "no", reason: "Not pregnant by the status of 2026-10-27." }]);
  });

  test.each<[string, object, string]>([
    ["a status of 271 days ago", pregnant("2026-02-28"), "It is of 2026-02-28, and holds for 270 days."],
    [
      "“not pregnant” 31 days ago",
      pregnancyStatus(code("60001007"), { effectiveDateTime: "2026-10-26" }),
      "It is of 2026-10-26, and holds for 30 days.",
    ],
    [
      "an active pregnancy of 301 days",
      pregnancy({ onsetDateTime: "2026-01-29" }, "active"),
      "It began on 2026-01-29, too long ago for a pregnancy.",
    ],
    ["a due date in 301 days", expected("2027-09-23"), "A birth expected on 2027-09-23 is too far ahead."],
    ["a due date that is none", expected("in spring"), "It has no date that can be read."],
  ])("is not shown by %s, and the record says why", (_, resource, reason) => {
    const { proposals, notCounted } = read(resource);
    expect(proposals).toEqual([]);
    expect(notCounted).toMatchObject([{ aspect: "pregnancy", reason }]);
    expect(notCounted).toHaveLength(1);
  });
});
