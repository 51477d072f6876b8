import { describe, expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { emptyProfile } from "@/lib/case/schema";
import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import { getFigureParts, nameCountWithTime } from "./figure-parts";
import { getFigure, getResult } from "./result";

const trial = { design: { type: "randomised-controlled-trial", controlled: true } } as const satisfies SheetPart;
const { traits } = readCase(emptyProfile);

/** The parts of the response of a study with this outcome. */
function partsOf(outcome: Parameters<typeof createOutcome>[0], part: SheetPart = {}, method = "wilson" as const) {
  const figure = getFigure(
    getResult(traits, createStudy({ outcomes: [createOutcome(outcome)], ...part }), "response", method),
  );
  if (!figure) throw new Error("The study has no figure");
  return getFigureParts(figure);
}

test("each part of a counted response", () => {
  // Wilson: 51.5% to 84.1% (R: prop.test(19, 27, correct = FALSE))
  expect(
    partsOf({ events: 19, total: 27, definition: "complete clearing of the skin.", population: "all treated." }),
  ).toEqual({
    name: "Response",
    count: "19 of 27",
    percent: "70%",
    countWithPercent: "19 of 27 (70%)",
    limits: "52% to 84%",
    range: "52–84%",
    interval: "95% CI 52% to 84%",
    method: "Wilson",
    timing: null,
    comparison: null,
    denominator: "Who: all treated",
    definition: "Definition: complete clearing of the skin",
    derivation: null,
  });
});

test("of four patients there is no percentage, nowhere", () => {
  const parts = partsOf({ events: 1, total: 4 });
  expect(parts).toMatchObject({ count: "1 of 4", countWithPercent: "1 of 4", percent: null });
  expect(partsOf({ events: 1, total: 5 })).toMatchObject({ countWithPercent: "1 of 5 (20%)", percent: "20%" });
});

test("the words of a figure are made once", () => {
  const figure = getFigure(getResult(traits, createStudy({ outcomes: [createOutcome()] }), "response", "wilson"));
  if (!figure) throw new Error("The study has no figure");
  expect(getFigureParts(figure)).toBe(getFigureParts(figure));
});

test("a count that was worked out says how, and no definition is no definition", () => {
  const result = {
    kind: "proportion",
    events: 1,
    total: 4,
    reportedPercent: null,
    derived: true,
    how: "4 had it.",
  } as const;
  expect(partsOf({ result, degree: "any", definition: null })).toMatchObject({
    derivation: "How we got the number: 4 had it",
    definition: null,
  });
});

describe("two arms", () => {
  const compare = (
    comparator: { events: number; total: number },
    part: SheetPart = trial,
    p: string | null = "0.0008",
  ) =>
    partsOf(
      { events: 37, total: 47, comparator: { label: "Placebo", ...comparator }, p },
      { participants: { treated: 47, enrolled: 95 }, ...part },
    ).comparison;

  test("each part of the second arm and of the difference", () => {
    // R: prop.test for the arm; DescTools::BinomDiffCI(37, 47, 21, 48, method = "score") for the difference
    expect(compare({ events: 21, total: 48 })).toEqual({
      label: "placebo",
      count: "21 of 48",
      percent: "44%",
      countWithPercent: "21 of 48 (44%)",
      limits: "31% to 58%",
      range: "31–58%",
      interval: "95% CI 31% to 58%",
      method: "Wilson",
      difference: "difference 35 points, 95% CI 15.5 to 51.0 (Newcombe)",
      points: "35 points (15.5 to 51.0)",
      numberNeeded: "number needed to treat 3",
      p: "p as reported 0.0008",
      note: null,
    });
  });

  test("a difference that may be none has no number needed; no p is no p", () => {
    const parts = compare({ events: 35, total: 48 }, trial, null);
    expect(parts).toMatchObject({ numberNeeded: null, p: null });
  });

  test("where no difference is given, a note says why", () => {
    const parts = compare(
      { events: 21, total: 48 },
      { design: { type: "non-randomised-controlled", controlled: true } },
    );
    expect(parts).toMatchObject({ count: "21 of 48", difference: null, points: null, numberNeeded: null });
    expect(parts?.note).toMatch(/random/);
  });

  test("of fewer responses than without it, the number is needed to harm", () => {
    const { comparison } = partsOf(
      { events: 21, total: 47, comparator: { label: "Placebo", events: 37, total: 48 } },
      { participants: { treated: 47, enrolled: 95 }, ...trial },
    );
    // 37/48 - 21/47 = 0.324, and 1 / 0.324 = 3.1, rounded up
    expect(comparison?.numberNeeded).toBe("number needed to harm 4");
  });
});

test.each([
  ["response", "much better", "Much better at week 16 (primary outcome)", "much better at week 16"],
  ["response", "much better", "Much better by 9 weeks", "much better by 9 weeks"],
  // told already, or no time of the count
  ["response", "much better at six months", "Much better at week 26", "much better at six months"],
  ["response", "much better", "Much better", "much better"],
  // relapses and harm come with time: of what time stands beside whom they count
  ["relapse", "worse again", "Worse again at week 40", "worse again"],
] as const)("%s, %s, by its label %s: %s", (domain, plain, label, words) => {
  expect(nameCountWithTime({ domain, plain, label })).toBe(words);
});
