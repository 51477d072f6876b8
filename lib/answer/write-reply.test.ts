import { describe, expect, test } from "vitest";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import { evidenceReply } from "./reply";
import { answerTo, createLibrary, getReply } from "./small-library.arbitrary";

const lung: Profile = { ...emptyProfile, features: { ild: "yes" } };
const sheet = (id: string, part: SheetPart = {}) =>
  createStudy({ id, features: { ild: { share: "all" } }, outcomes: [createOutcome()], ...part });
/** A series in which so many of so many responded. */
const counting = (id: string, events: number, total: number) =>
  sheet(id, { participants: { treated: total }, outcomes: [createOutcome({ events, total })] });

test("a study in the names of the reply", () => {
  const study = sheet("example", {
    cohort: "same",
    features: { ild: { share: "all" }, malignancy: { share: "most" } },
    outcomes: [
      createOutcome({ plain: "better" }),
      createOutcome({ id: "skin", organ: "skin", plain: "clear" }),
      createOutcome({ id: "told", domain: "survival", result: { kind: "narrative", text: "All lived." } }),
      createOutcome({ id: "late", domain: "relapse", of: "response", events: 2, total: 6, plain: "relapsed" }),
      createOutcome({ id: "clot", domain: "adverse-event", harm: "thrombosis", events: 0 }),
      createOutcome({ id: "born", domain: "pregnancy-outcome", events: 1, total: 1 }),
    ],
    treatment: {
      regimen: { gPerKgPerCourse: 2, gPerKgPerDay: null, days: null, intervalWeeks: 4, text: "2 g/kg" },
    },
  });
  const { studies } = getReply({ ...lung, features: { ild: "yes", pregnancy: "yes" } }, createLibrary([study]));
  expect(studies).toMatchObject([
    {
      id: "example",
      group: "part",
      lacks: ["pregnancy"],
      lacking: ["pregnancy not in the abstract"],
      level: 4,
      design: "case-series",
      treated: 10,
      cohort: "same",
      response: { id: "response", events: 6, total: 10 },
      relapse: { id: "late", events: 2, total: 6 },
      survival: null,
      inWords: { response: null, relapse: null, survival: { text: "All lived." } },
      others: [{ id: "skin" }],
      harms: [{ kind: "count", figure: { id: "clot" } }],
      pregnancy: [{ kind: "count", figure: { id: "born" } }],
      nested: [
        [
          { outcome: "response", plain: "better", events: 6, total: 10 },
          { outcome: "late", plain: "relapsed", events: 2, total: 6 },
        ],
      ],
      traits: [{ feature: "malignancy", share: "most" }],
      dose: { regimen: "2 g/kg", arithmetic: null, note: null },
    },
  ]);
  expect(studies[0]?.reasons.map(({ feature }) => feature)).toContain("ild");
});

test("the case as it was understood, and the library", () => {
  const { profile, library } = getReply(
    {
      ...emptyProfile,
      features: { pregnancy: "yes", skinOnly: "yes", ild: "yes" },
      ageYears: 70,
      weightKg: 60,
      diagnosis: "DM",
    },
    createLibrary([counting("a", 1, 5), counting("b", 1, 7)]),
  );
  expect(library).toEqual({ version: "example", studies: 2, patients: 12, searched: "2026-11-22" });
  expect(profile).toMatchObject({
    features: { pregnancy: "yes", skinOnly: "yes", ild: "yes", juvenile: "no", elderly: "yes" },
    diagnosis: "DM",
    weightKg: 60,
  });
  expect(profile.contradictions.length).toBeGreaterThan(0);
  for (const { features, text, remedies } of profile.contradictions) {
    expect(features.length).toBeGreaterThan(1);
    expect(text).toMatch(/\.$/);
    expect(remedies.length).toBeGreaterThan(0);
  }
});

describe("a set and its pool", () => {
  const replyOf = (...studies: ReturnType<typeof counting>[]) => getReply(lung, createLibrary(studies));
  const shape = {
    domain: "response",
    organ: "global",
    degree: "any",
    timing: null,
    criterion: null,
    denominator: null,
    ages: "mixed-or-not-stated",
    kept: "made",
    arms: "uncontrolled",
  };

  test("have what is counted in common, and each its studies", () => {
    const { sets, pools } = replyOf(counting("a", 1, 5), counting("b", 2, 6), counting("c", 3, 7), counting("d", 1, 2));
    const [set] = sets;
    expect(sets).toHaveLength(1);
    expect(set).toMatchObject({ ...shape, studies: ["c", "b", "a", "d"], pooled: ["c", "b", "a"] });
    const found = set?.pool?.status === "pooled" ? set.pool : null;
    expect(pools).toEqual([
      {
        ...shape,
        studies: ["c", "b", "a"],
        events: 6,
        total: 18,
        pooled: found?.pooled,
        low: found?.low,
        high: found?.high,
        predictionLow: found?.predictionLow,
        predictionHigh: found?.predictionHigh,
        tau2: found?.tau2,
        status: "pooled",
      },
    ]);
    // Whatever the model: the share lies between the lowest and the highest, and within its limits.
    const [pool] = pools;
    expect(pool?.pooled).toBeGreaterThan(1 / 5);
    expect(pool?.pooled).toBeLessThan(3 / 7);
    expect(pool?.low).toBeLessThan(pool?.pooled ?? 0);
    expect(pool?.high).toBeGreaterThan(pool?.pooled ?? 1);
  });

  test("a summed pool is its share, with limits and without a prediction", () => {
    const { pools } = replyOf(counting("a", 0, 5), counting("b", 0, 6), counting("c", 0, 7));
    expect(pools).toMatchObject([
      {
        status: "summed",
        events: 0,
        total: 18,
        pooled: 0,
        low: 0,
        predictionLow: null,
        predictionHigh: null,
        tau2: null,
      },
    ]);
    expect(pools[0]?.high).toBeCloseTo(1 - 0.025 ** (1 / 18), 9);
    const all = replyOf(counting("a", 5, 5), counting("b", 6, 6), counting("c", 7, 7));
    expect(all.pools).toMatchObject([{ status: "summed", events: 18, total: 18, pooled: 1, high: 1 }]);
  });

  test("what is withheld has counts and no share, and what is not pooled has no pool", () => {
    expect(replyOf(counting("a", 0, 7), counting("b", 9, 9), counting("c", 4, 8)).pools).toEqual([
      {
        ...shape,
        studies: ["b", "c", "a"],
        events: 13,
        total: 24,
        pooled: null,
        low: null,
        high: null,
        predictionLow: null,
        predictionHigh: null,
        tau2: null,
        status: "too-unlike",
      },
    ]);
    const few = replyOf(counting("a", 1, 7));
    expect(few.pools).toEqual([]);
    expect(few.sets).toMatchObject([
      { pool: null, reason: expect.stringMatching(/^Not pooled/), studies: ["a"], pooled: [] },
    ]);
  });
});

test("a cell names its lead, its reports, and the lowest and the highest", () => {
  const trial = sheet("trial", {
    design: { type: "randomised-controlled-trial", controlled: true },
    participants: { treated: 9, enrolled: 20 },
    outcomes: [createOutcome({ events: 4, total: 9, comparator: { label: "Placebo", events: 1, total: 9 } })],
  });
  const silent = sheet("silent", { outcomes: [createOutcome({ domain: "other" })] });
  const { cells } = getReply(lung, createLibrary([counting("a", 1, 5), counting("b", 6, 6), trial, silent]));
  expect(cells.map(({ domain }) => domain)).toEqual(["response", "survival", "relapse", "harm"]);
  expect(cells[0]).toEqual({
    domain: "response",
    timing: null,
    lead: { id: "trial", outcome: "response", traits: [], events: 4, total: 9, rule: "trial", reports: ["trial"] },
    counting: 3,
    silent: 1,
    lowest: { id: "a", events: 1, total: 5 },
    highest: { id: "b", events: 6, total: 6 },
    trials: ["trial"],
  });
  expect(cells[1]).toEqual({
    domain: "survival",
    timing: null,
    lead: null,
    counting: 0,
    silent: 4,
    lowest: null,
    highest: null,
    trials: ["trial"],
  });
});

test("what is near, beside and missing is named by its id, with what it lacks", () => {
  const profile: Profile = { ...emptyProfile, features: { ild: "yes", pregnancy: "yes" } };
  const reply = getReply(
    profile,
    createLibrary([
      sheet("near"),
      sheet("guideline", { design: { type: "guideline" } }),
      sheet("review", { design: { type: "systematic-review" } }),
      sheet("background", { treatment: { agent: null }, features: {} }),
    ]),
  );
  expect(reply.gap).toMatchObject({
    described: false,
    text: expect.stringMatching(/^No published study/),
    nearest: [{ id: "near", lacks: ["pregnancy"] }],
    combinations: [{ features: ["pregnancy"] }, { features: ["ild"] }, { features: ["pregnancy", "ild"] }],
  });
  expect(reply.guidelines).toEqual([{ id: "guideline", group: "part", lacks: ["pregnancy"] }]);
  expect(reply.reviews).toEqual([{ id: "review", group: "part", lacks: ["pregnancy"] }]);
  expect(reply.background).toEqual([{ id: "background", group: "general", lacks: ["pregnancy", "ild"] }]);
  expect(reply.leaveOut).toEqual([{ feature: "pregnancy", describing: 1, patients: 10 }]);
  expect(reply).toMatchObject({ sure: 0, include: [], given: [], wanted: [], scope: { covered: true, text: null } });
});

test("the question to ask is named with what it decides, and with nothing else; none is null", () => {
  const library = createLibrary([createStudy({ features: { calcinosis: { share: "all" } } })]);
  expect(getReply(emptyProfile, library).ask).toEqual({ feature: "calcinosis", decides: 1 });
  expect(getReply(emptyProfile, createLibrary([])).ask).toBeNull();
});

test("what the answer holds is handed on as it is, and fits the schema", () => {
  const library = createLibrary([counting("a", 1, 5)]);
  const answer = answerTo(lung, library);
  const reply = getReply(lung, library);
  const { verdict, certainty, safety, scope, including, leaveOut, given, wanted, sure } = answer;
  expect(reply).toMatchObject({ verdict, certainty, safety, scope, include: including, leaveOut, given, wanted, sure });
  expect(evidenceReply.safeParse(reply).error).toBeUndefined();
});
