import { expect, test } from "vitest";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { toStudySummary } from "@/lib/study/summary";
import { describeProgressions } from "./progression";

type Part = Parameters<typeof createOutcome>[0];

const later: Part = { domain: "progression", direction: "harm", plain: "weakness came later", events: 6, total: 27 };

const describeOf = (...parts: Part[]) => describeOfTreated(27, parts);

const describeOfTreated = (treated: number, parts: Part[]) =>
  describeProgressions(
    toStudySummary(
      createStudy({
        participants: { treated, enrolled: treated },
        outcomes: [
          createOutcome({ id: "response", events: 1, total: treated }),
          ...parts.map((part) => createOutcome(part)),
        ],
      }),
    ),
  );

test("of all patients of a study it is said in how many the disease went on", () => {
  expect(describeOf(later)).toEqual(["Weakness came later: 6 of 27 (22%)."]);
});

test("of the one patient of a report nothing is said, and of both of two it is", () => {
  expect(describeOfTreated(1, [{ ...later, events: 1, total: 1 }])).toEqual([]);
  expect(describeOfTreated(2, [{ ...later, events: 1, total: 2 }])).toEqual(["Weakness came later: 1 of 2."]);
});

test.each<[string, Part]>([
  ["nobody", { ...later, events: 0 }],
  ["those counted apart", { ...later, subgroup: "ild" }],
  ["part of the patients", { ...later, events: 4, total: 8 }],
  ["those who did not respond", { ...later, of: "response", events: 1, total: 1 }],
  ["patients in whom it stopped", { ...later, direction: "benefit" }],
  ["another domain", { ...later, domain: "other" }],
])("of %s nothing is said", (_, part) => {
  expect(describeOf(part)).toEqual([]);
});
