import { describe, expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import { describeCertainty } from "./certainty";
import { createFigure, formatTextResult, getPlainWords, isCounted } from "./figure";
import { getFigure, getResult } from "./result";

const trial = { design: { type: "randomised-controlled-trial", controlled: true } } as const satisfies SheetPart;
const resultOf = (part: SheetPart, profile: Profile = emptyProfile) =>
  getResult(readCase(profile).traits, createStudy(part), "response", "wilson");
const figureOf = (part: SheetPart, profile?: Profile) => getFigure(resultOf(part, profile));

describe("two arms", () => {
  const compared = (
    comparator: { events: number; total: number },
    part: SheetPart = {},
    outcome: Parameters<typeof createOutcome>[0] = {},
  ) =>
    figureOf({
      ...trial,
      participants: { treated: 47, enrolled: 95 },
      outcomes: [
        createOutcome({
          events: 37,
          total: 47,
          comparator: { label: "Placebo", ...comparator },
          p: "0.0008",
          ...outcome,
        }),
      ],
      ...part,
    })?.comparison;

  test("a randomised trial gets its difference with Newcombe's interval and a number needed to treat", () => {
    const comparison = compared({ events: 21, total: 48 });
    expect(comparison).toMatchObject({
      label: "placebo",
      events: 21,
      total: 48,
      p: "0.0008",
      note: null,
      numberNeeded: { number: 3, direction: "benefit" },
    });
    expect(comparison?.difference?.low).toBeCloseTo(0.155, 3);
    expect(comparison?.difference?.high).toBeCloseTo(0.51, 3);
  });

  test("no number needed where the interval holds zero", () => {
    const comparison = compared({ events: 35, total: 48 });
    expect(comparison?.difference).not.toBeNull();
    expect(comparison?.numberNeeded).toBeNull();
  });

  test("groups not formed at random are not subtracted, and the figure states it", () => {
    const comparison = compared(
      { events: 21, total: 48 },
      { design: { type: "non-randomised-controlled", controlled: true } },
    );
    expect(comparison).toMatchObject({ events: 21, total: 48, difference: null, numberNeeded: null });
    expect(comparison?.note).toMatch(/random/);
  });

  test("patients who are in both arms are not subtracted from themselves", () => {
    const comparison = compared(
      { events: 3, total: 11 },
      { participants: { treated: 12, enrolled: 15 } },
      { events: 9, total: 12 },
    );
    expect(comparison?.difference).toBeNull();
    expect(comparison?.note).toMatch(/both groups/);
  });

  test("a trial that does not say how many it enrolled is not described as a crossover", () => {
    const comparison = compared({ events: 21, total: 48 }, { participants: { treated: null, enrolled: null } });
    expect(comparison?.note ?? "").not.toMatch(/Some patients are counted in both groups/);
  });
});

describe("which result is given", () => {
  const outcomes = [
    createOutcome({ id: "all", events: 7, total: 19 }),
    createOutcome({ id: "cancer", events: 0, total: 4, subgroup: "malignancy" }),
  ];

  test("the headline, unless the patient is of a part that is counted apart", () => {
    expect(figureOf({ outcomes })).toMatchObject({ outcome: "all", events: 7, total: 19, subgroup: null });
    expect(figureOf({ outcomes }, { ...emptyProfile, features: { malignancy: "no" } })?.outcome).toBe("all");
    const cancer = figureOf({ outcomes }, { ...emptyProfile, features: { malignancy: "yes" } });
    expect(cancer).toMatchObject({ outcome: "cancer", events: 0, total: 4, subgroup: "malignancy" });
  });

  test("nothing where there is no headline, words where there is no count", () => {
    expect(resultOf({ outcomes, headline: { response: null } })).toEqual({ kind: "none" });
    const narrative = createOutcome({ result: { kind: "narrative", text: "Most improved." } });
    expect(resultOf({ outcomes: [narrative] })).toEqual({
      kind: "text",
      text: {
        label: narrative.label,
        plain: "example of response",
        text: "Most improved.",
        population: "all treated",
        locator: "abstract, results",
      },
    });
  });

  test("a count worked out says how", () => {
    const derived = createOutcome({
      result: { kind: "proportion", events: 1, total: 4, reportedPercent: null, derived: true, how: "4 had it" },
    });
    expect(figureOf({ outcomes: [{ ...derived, degree: "any" }] })?.derived).toBe("4 had it");
    expect(figureOf({ outcomes })?.derived).toBeNull();
  });
});

test.each([
  [{ kind: "narrative", text: "Some improved." }, "Some improved."],
  [{ kind: "change", measure: "MMT", before: 100, after: 120, unit: "points" }, "MMT: 100 points before, 120 after"],
  [
    { kind: "change", measure: "patients with dysphagia", before: 40, after: 18.4, unit: "%" },
    "patients with dysphagia: 40% before, 18.4% after",
  ],
  [{ kind: "effect", measure: "odds ratio", value: 2, ciLow: 1.1, ciHigh: 3.5 }, "odds ratio: 2 (95% CI 1.1 to 3.5)"],
  [{ kind: "effect", measure: "odds ratio", value: 2, ciLow: null, ciHigh: 3.5 }, "odds ratio: 2"],
  [
    { kind: "time", statistic: "median", value: 6.2, min: 1, max: 15, unit: "months", from: "the last course" },
    "median 6.2 (1 to 15) months from the last course",
  ],
] as const)("%j in words", (result, words) => {
  expect(formatTextResult(createOutcome({ result }))).toBe(words);
});

describe("certainty in words, from design and numbers, never from the result", () => {
  test.each<[string, SheetPart, number, RegExp]>([
    ["one patient", { design: { type: "case-report" } }, 1, /^one patient$/],
    ["a small trial", { ...trial, participants: { treated: 95, enrolled: 95 } }, 47, /^small randomised trial$/],
    ["a trial of 400", { ...trial, participants: { treated: 400, enrolled: 400 } }, 200, /^randomised trial$/],
    ["a series", {}, 27, /^no comparison group$/],
    ["a controlled cohort", { design: { type: "retrospective-cohort", controlled: true } }, 27, /not formed at random/],
  ])("%s", (_, part, total, words) => {
    expect(describeCertainty(createStudy(part), total, true)).toMatch(words);
  });

  test("no bare GRADE letter, no word of the result", () => {
    const [good, bad] = [10, 0].map(
      (events) => figureOf({ outcomes: [createOutcome({ events, total: 10 })] })?.certainty,
    );
    expect(good).toBe(bad);
    expect(good).not.toMatch(/\b[ABCD]\b|GRADE/);
  });
});

describe("a figure, whole", () => {
  const make = (outcome: ReturnType<typeof createOutcome>, part: SheetPart = {}) => {
    const study = createStudy({ outcomes: [createOutcome({ id: "first" }), outcome], ...part });
    if (!isCounted(outcome)) throw new Error("The outcome is no count");
    return createFigure(study, outcome, "wilson");
  };

  test("has all that its sheet says", () => {
    const outcome = createOutcome({
      id: "late",
      domain: "relapse",
      timing: "on-treatment",
      criterion: "enzyme",
      organ: "muscle",
      of: "first",
      subgroup: "ild",
      label: "Late relapse",
      plain: "relapsed late",
      definition: "a raised enzyme",
      population: "Responders",
      events: 3,
      total: 6,
    });
    const pubmed = { label: "PMID 123", url: "https://pubmed.ncbi.nlm.nih.gov/123/" };
    const figure = make(outcome, { citation: { pmid: "123" }, participants: { treated: 20 } });
    expect(figure).toEqual({
      id: "late",
      domain: "relapse",
      outcome: "late",
      label: "Late relapse",
      plain: "relapsed late",
      of: "first",
      criterion: "enzyme",
      harm: null,
      organ: "muscle",
      degree: null,
      timing: "on-treatment",
      direction: "harm",
      events: 3,
      total: 6,
      population: "responders",
      subgroup: "ild",
      definition: "a raised enzyme",
      interval: { low: expect.closeTo(0.188, 3), high: expect.closeTo(0.812, 3), method: "wilson" },
      derived: null,
      certainty: "very few patients, no comparison group",
      comparison: null,
      locator: "abstract, results",
      source: pubmed,
    });
  });

  test("has nothing where its sheet says nothing", () => {
    const outcome = createOutcome({ id: "harm", domain: "adverse-event", harm: "headache", organ: null });
    expect(make(outcome)).toMatchObject({
      plain: "example of adverse-event",
      of: null,
      criterion: null,
      harm: "headache",
      organ: "global",
      degree: null,
      timing: null,
      subgroup: null,
      definition: null,
    });
    expect(make(createOutcome({ id: "much", degree: "major" })).degree).toBe("major");
    expect(make(createOutcome({ id: "other", domain: "adverse-event" })).harm).toBeNull();
  });

  test("says how a count was worked out only where it was", () => {
    const derive = (derived: boolean) =>
      make({
        ...createOutcome({ id: "worked-out" }),
        result: { kind: "proportion", events: 1, total: 4, reportedPercent: null, derived, how: "From 25% of 4" },
      }).derived;
    expect(derive(true)).toBe("from 25% of 4");
    expect(derive(false)).toBeNull();
  });

  test("is called certain by whether its comparison stands beside it", () => {
    const design = { participants: { treated: 10, enrolled: 20 }, ...trial };
    const comparator = { label: "Placebo", events: 1, total: 10 };
    expect(make(createOutcome({ id: "both", comparator }), design).certainty).toBe("small randomised trial");
    expect(make(createOutcome({ id: "one" }), design).certainty).toBe(
      "from a randomised trial, without its comparison group",
    );
  });

  describe("with a second arm", () => {
    const comparator = { label: "Placebo", events: 1, total: 10 };
    const compare = (outcome: Parameters<typeof createOutcome>[0], enrolled: number | null = 20) =>
      make(createOutcome({ id: "compared", events: 9, total: 10, comparator, ...outcome }), {
        ...trial,
        participants: { treated: 10, enrolled },
      }).comparison;

    test("has its counts, its interval and the difference", () => {
      expect(compare({ p: "<0.001" })).toEqual({
        label: "placebo",
        events: 1,
        total: 10,
        // R: prop.test(1, 10, correct = FALSE)
        interval: { low: expect.closeTo(0.018, 3), high: expect.closeTo(0.404, 3), method: "wilson" },
        p: "<0.001",
        difference: {
          value: expect.closeTo(0.8, 9),
          low: expect.any(Number),
          high: expect.any(Number),
          method: "newcombe",
        },
        numberNeeded: { number: 2, direction: "benefit" },
        note: null,
      });
    });

    test("of harm has a difference, and no number needed", () => {
      for (const direction of ["harm", "neutral"] as const) {
        const comparison = compare({ domain: "adverse-event", direction });
        expect(comparison).toMatchObject({ numberNeeded: null, note: null });
        expect(comparison?.difference?.value).toBeCloseTo(0.8, 9);
      }
    });

    test("is not subtracted where patients may be in both", () => {
      const none = { difference: null, numberNeeded: null };
      expect(compare({}, 19)).toMatchObject({
        ...none,
        note: "Some patients are counted in both groups, so no difference is worked out.",
      });
      expect(compare({}, null)).toMatchObject({
        ...none,
        note: "How many were randomised is not reported, so patients may be counted in both groups and no difference is worked out.",
      });
    });
  });
});

test("what was counted, in the plainest words", () => {
  expect(getPlainWords({ plain: "skin clear", label: "IGA 0 or 1" })).toBe("skin clear");
  expect(getPlainWords({ plain: null, label: "Skin clear" })).toBe("skin clear");
  expect(getPlainWords({ label: "IGA 0 or 1" })).toBe("IGA 0 or 1");
});

test.each([
  [{ kind: "proportion", events: 6, total: 10, reportedPercent: null, derived: false }, "6 of 10"],
  [
    { kind: "time", statistic: "mean", value: 3, min: null, max: 9, unit: "weeks", from: "the start" },
    "mean 3 weeks from the start",
  ],
  [
    { kind: "time", statistic: "mean", value: 3, min: 1, max: null, unit: "weeks", from: "the start" },
    "mean 3 weeks from the start",
  ],
  [{ kind: "effect", measure: "odds ratio", value: 2, ciLow: 1.1, ciHigh: null }, "odds ratio: 2"],
  [
    { kind: "change", measure: "on steroid", before: 80, after: 20, unit: "% of patients" },
    "on steroid: 80% of patients before, 20% after",
  ],
] as const)("a result that is %j in words", (result, words) => {
  expect(formatTextResult({ ...createOutcome({ domain: "other" }), result })).toBe(words);
});
