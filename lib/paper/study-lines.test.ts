import { expect, test } from "vitest";
import { answerTo, createLibrary, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { describeHarm, describeStudiesLeftOut } from "./study-lines";

/** Studies of lung disease in which so many of so many responded. */
const describeLeftOut = (counts: readonly (readonly [events: number, total: number])[]) => {
  const studies = counts.map(([events, total], index) =>
    createStudy({
      id: `s${index}-2001`,
      citation: { authors: [`Study${index} A`], year: 2001 },
      participants: { treated: total, enrolled: total },
      features: { ild: { share: "all" } },
      outcomes: [createOutcome({ events, total })],
    }),
  );
  const { describing } = answerTo({ ...emptyProfile, features: { ild: "yes" } }, createLibrary(studies));
  return describeStudiesLeftOut({ left: describing, unpinned: [] }, []).join(" ");
};

test("studies that are not on the page are counted, single cases apart, and their responses told by size", () => {
  expect(describeLeftOut([])).toBe("");
  expect(describeLeftOut([[3, 11]])).toBe(
    "1 more study stands on the case page. Response in the other: Study0 2001, 3 of 11.",
  );
  const many = describeLeftOut([
    [1, 1],
    [0, 1],
    [5, 5],
    [3, 6],
    [9, 9],
    [2, 8],
    [1, 2],
  ]);
  expect(many).toContain("7 more studies stand on the case page, 2 of them single cases.");
  expect(many).toContain("Of the 2 single cases among them that count a response, 1 responded and 1 did not.");
  expect(many).toMatch(/Response in the others: 2 of 8 to 9 of 9 in four series\. Study6 2001, 1 of 2\.$/);
});

test("where a response leads, its line tells what the others count, and their number is enough", () => {
  const { cells, describing } = answerTo(exampleCases.refractoryAdult.profile, realLibrary());
  expect(cells.some(({ domain, lead }) => domain === "response" && lead)).toBe(true);
  const text = describeStudiesLeftOut({ left: describing, unpinned: [] }, cells).join(" ");
  expect(text).toMatch(/^\d+ more studies stand on the case page, \d+ of them single cases\.$/);
});

test("a report lends its harm to another on the same patients only where both describe this patient", () => {
  const answerWith = (share: "all" | "none") => {
    const first = createStudy({ id: "first-2001", cohort: "same", features: { ild: { share: "all" } } });
    const harm = createOutcome({ domain: "adverse-event", direction: "harm", events: 1, total: 10 });
    const second = createStudy({ id: "second-2002", cohort: "same", features: { ild: { share } }, outcomes: [harm] });
    const profile = { ...emptyProfile, features: { ild: "yes" } } as const;
    const answer = answerTo(profile, createLibrary([first, second]));
    const found = answer.studies.find(({ study }) => study.id === first.id);
    if (!found) throw new Error("the first study is not in the answer");
    return describeHarm(found, answer, { studies: [found] });
  };
  expect(answerWith("all")?.report.study.id).toBe("second-2002");
  expect(answerWith("none")).toBe(null);
});
