import { expect, test } from "vitest";
import { createStudy } from "./fixtures";
import { formatPatientNumber } from "./format";

const trial = { type: "randomised-controlled-trial" as const, controlled: true };

test.each([
  ["given immunoglobulin", createStudy({ participants: { treated: 27, enrolled: 30 } }), "27 patients"],
  ["one", createStudy({ participants: { treated: 1, enrolled: 1 } }), "1 patient"],
  [
    "of a trial that does not say it, randomised",
    createStudy({ design: trial, participants: { treated: null, enrolled: 26 } }),
    "26 randomised",
  ],
  [
    "nothing of those enrolled in a series, of whom not all were treated",
    createStudy({ participants: { treated: null, enrolled: 631 } }),
    null,
  ],
])("how many patients: %s", (_, study, expected) => expect(formatPatientNumber(study)).toBe(expected));
