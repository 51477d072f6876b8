import { describe, expect, test } from "vitest";
import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import type { Outcome } from "@/lib/study/schema";
import type { Trait } from "@/lib/vocabulary/concepts";
import { mapFigureDomains } from "@/lib/vocabulary/outcomes";
import {
  getFigure,
  getResult,
  getText,
  isOfTreated,
  listCounts,
  listFigures,
  listNestedCounts,
  listOtherFigures,
  listOtherResults,
  listTexts,
  listTimes,
  toOtherResults,
} from "./result";

const nobody: ReadonlySet<Trait> = new Set();
const tell = (text: string): Outcome["result"] => ({ kind: "narrative", text });
const resultsOf = (part: SheetPart) => {
  const study = createStudy(part);
  return { study, results: mapFigureDomains((domain) => getResult(nobody, study, domain, "wilson")) };
};

describe("other results", () => {
  const outcomes = [
    createOutcome({ id: "headache", domain: "adverse-event", harm: "headache", events: 4, total: 10 }),
    createOutcome({ id: "some", domain: "adverse-event", result: tell("Some felt unwell."), plain: "felt unwell" }),
    createOutcome({ id: "clots", domain: "adverse-event", harm: "thrombosis", events: 1, total: 10 }),
    createOutcome({ id: "birth", domain: "pregnancy-outcome", events: 2, total: 2 }),
    createOutcome({ id: "rash", domain: "adverse-event", harm: "thrombosis", result: tell("No clot.") }),
  ];

  test("adverse events come in the order in which harm is shown, those of no kind last", () => {
    const study = createStudy({ outcomes, headline: { response: null } });
    const listed = listOtherResults(study, "adverse-event", "exact");
    expect(listed.map((one) => (one.kind === "count" ? one.figure.id : one.text.text))).toEqual([
      "clots",
      "No clot.",
      "headache",
      "Some felt unwell.",
    ]);
    expect(listed.map((one) => (one.kind === "text" ? one.harm : "counted"))).toEqual([
      "counted",
      "thrombosis",
      "counted",
      null,
    ]);
    expect(listCounts(listed).map(({ id, interval }) => [id, interval.method])).toEqual([
      ["clots", "exact"],
      ["headache", "exact"],
    ]);
    expect(listed[3]).toEqual({
      kind: "text",
      harm: null,
      text: {
        label: "Example of adverse-event",
        plain: "felt unwell",
        text: "Some felt unwell.",
        population: "all treated",
        locator: "abstract, results",
      },
    });
  });

  test("each domain has its own", () => {
    const study = createStudy({ outcomes, headline: { response: null } });
    expect(listCounts(listOtherResults(study, "pregnancy-outcome", "wilson")).map(({ id }) => id)).toEqual(["birth"]);
    expect(listOtherResults(study, "steroid-sparing", "wilson")).toEqual([]);
  });
});

test("a time is told of its own domain and timing only, and without a beginning that is not stated", () => {
  const time = (value: number, from: string): Outcome["result"] => ({
    kind: "time",
    statistic: "median",
    value,
    min: null,
    max: null,
    unit: "months",
    from,
  });
  const study = createStudy({
    outcomes: [
      createOutcome(),
      createOutcome({ id: "a", domain: "relapse", result: time(6, "the last course") }),
      createOutcome({ id: "b", domain: "relapse", result: time(7, "not stated") }),
      createOutcome({ id: "c", domain: "relapse", timing: "on-treatment", result: time(8, "the first course") }),
      createOutcome({ id: "d", domain: "response", result: time(9, "the first course") }),
      createOutcome({ id: "e", domain: "relapse", result: tell("Late.") }),
    ],
    headline: { relapse: null },
  });
  expect(listTimes(study, { domain: "relapse", timing: "after-stopping" })).toEqual([
    "median 6 months from the last course",
    "median 7 months",
  ]);
  expect(listTimes(study, { domain: "relapse", timing: "on-treatment" })).toEqual([
    "median 8 months from the first course",
  ]);
  expect(listTimes(study, { domain: "response", timing: null })).toEqual(["median 9 months from the first course"]);
  expect(listTimes(study, { domain: "survival", timing: null })).toEqual([]);
});

test("nested counts are told from the widest, each chain by itself, and no count alone", () => {
  const study = createStudy({
    participants: { treated: 30 },
    outcomes: [
      createOutcome({ id: "controlled", domain: "relapse", of: "relapsed", direction: "benefit", events: 3, total: 8 }),
      createOutcome({ id: "responded", events: 20, total: 30, plain: "responded" }),
      createOutcome({ id: "relapsed", domain: "relapse", of: "responded", events: 8, total: 20 }),
      createOutcome({ id: "alive", domain: "survival", events: 30, total: 30 }),
      createOutcome({ id: "kept", domain: "relapse", of: "responded", direction: "benefit", events: 12, total: 20 }),
    ],
    headline: { relapse: "relapsed" },
  });
  const chains = listNestedCounts(study);
  expect(chains.map((chain) => chain.map(({ outcome }) => outcome))).toEqual([
    ["responded", "relapsed", "controlled"],
    ["responded", "kept"],
  ]);
  expect(chains[0]?.[0]).toEqual({ outcome: "responded", plain: "responded", events: 20, total: 30 });
});

test("a total of more patients than were treated is not of the treated", () => {
  const figureOf = (total: number, treated: number | null) => {
    const { study, results } = resultsOf({
      participants: { treated, enrolled: 20 },
      outcomes: [createOutcome({ events: 1, total })],
    });
    const figure = getFigure(results.response);
    if (!figure) throw new Error("The study has no figure");
    return isOfTreated(study, figure);
  };
  expect(figureOf(10, 10)).toBe(true);
  expect(figureOf(11, 10)).toBe(false);
  expect(figureOf(11, null)).toBe(true);
});

describe("results of the leading domains", () => {
  const part: SheetPart = {
    outcomes: [
      createOutcome({ events: 6, total: 10 }),
      createOutcome({ id: "late", domain: "relapse", result: tell("Two relapsed.") }),
      createOutcome({ id: "skin", organ: "skin", events: 5, total: 10 }),
      createOutcome({ id: "early", domain: "relapse", events: 1, total: 10 }),
      createOutcome({ id: "fever", domain: "adverse-event", events: 1, total: 10 }),
    ],
    headline: { relapse: "late" },
  };

  test("are counts, words or nothing", () => {
    const { results } = resultsOf(part);
    expect(listFigures(results).map(({ id }) => id)).toEqual(["response"]);
    expect(listTexts(results).map(({ text }) => text)).toEqual(["Two relapsed."]);
    expect([getFigure(results.relapse), getText(results.response), getText(results.survival)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("leave the other counts of the same domains", () => {
    const { study, results } = resultsOf(part);
    expect(listOtherFigures(study, results, "wilson").map(({ id }) => id)).toEqual(["skin", "early"]);
  });

  test("become lists of one, or of none", () => {
    const { results } = resultsOf(part);
    expect(toOtherResults(results.survival)).toEqual([]);
    expect(toOtherResults(results.response)).toEqual([results.response]);
    expect(toOtherResults(results.relapse)).toEqual([{ ...results.relapse, harm: null }]);
  });
});

describe("the result of one domain", () => {
  const outcomes = [
    createOutcome({ id: "overall", events: 7, total: 19 }),
    createOutcome({ id: "cancer", events: 0, total: 4, subgroup: "malignancy" }),
    createOutcome({ id: "late", domain: "relapse", events: 2, total: 4, subgroup: "malignancy" }),
    createOutcome({
      id: "told",
      domain: "survival",
      result: tell("All lived."),
      population: "All treated",
      plain: "alive",
    }),
  ];
  const find = (traits: readonly Trait[], domain: "response" | "relapse" | "survival", part: SheetPart = {}) =>
    getResult(new Set(traits), createStudy({ outcomes, ...part }), domain, "exact");

  test("is that of the patient's part where it is counted apart, in its own domain", () => {
    expect(getFigure(find(["malignancy"], "response"))).toMatchObject({ id: "cancer", interval: { method: "exact" } });
    expect(getFigure(find([], "response"))?.id).toBe("overall");
    expect(getFigure(find(["ild"], "response"))?.id).toBe("overall");
    expect(getFigure(find(["malignancy"], "relapse", { headline: { relapse: null } }))?.id).toBe("late");
  });

  test("is none without a headline", () => {
    expect(find([], "response", { headline: { response: null } })).toEqual({ kind: "none" });
  });

  test("in words says of whom, within a sentence", () => {
    expect(getText(find([], "survival"))).toEqual({
      label: "Example of survival",
      plain: "alive",
      text: "All lived.",
      population: "all treated",
      locator: "abstract, results",
    });
  });
});
