import { expect, test } from "vitest";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { toStudySummary } from "@/lib/study/summary";
import { describeProgressions } from "./progression";

type Part = Parameters<typeof createOutcome>[0];

const later: Part = { domain: "progression", direction: "harm", plain: "weakness came later", events: 6, total: 27 };

const describeOf = (...parts: Part[]) =>
  describeProgressions(
    toStudySummary(
      createStudy({
        participants: { treated: 27, enrolled: 27 },
        outcomes: [
          createOutcome({ id: "response", events: 19, total: 27 }),
          ...parts.map((part) => createOutcome(part)),
        ],
      }),
    ),
  );

test("of all patients of a study it is said in how many the disease went on", () => {
  expect(describeOf(later)).toEqual(["Weakness came later: 6 of 27 (22%)."]);
});

test.each<[string, Part]>([
  ["nobody", { ...later, events: 0 }],
  ["those counted apart", { ...later, subgroup: "ild" }],
  ["part of the patients", { ...later, events: 4, total: 8 }],
  ["those who did not respond", { ...later, of: "response", total: 19 }],
  ["patients in whom it stopped", { ...later, direction: "benefit" }],
  ["another domain", { ...later, domain: "other" }],
])("of %s nothing is said", (_, part) => {
  expect(describeOf(part)).toEqual([]);
});
