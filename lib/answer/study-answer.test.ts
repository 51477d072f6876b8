import { expect, test } from "vitest";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import type { Figure, OtherResult } from "./reply";
import { answerTo, createLibrary } from "./small-library.arbitrary";

const study = createStudy({
  citation: { authors: ["Bounfour T"], year: 2014 },
  features: { ild: { share: "some" }, pregnancy: { share: "none" } },
  participants: { treated: 20, enrolled: 30 },
  outcomes: [
    createOutcome({ id: "overall", events: 12, total: 20 }),
    createOutcome({ id: "of-lung", events: 3, total: 8, subgroup: "ild" }),
    createOutcome({ id: "early", domain: "relapse", timing: "on-treatment", events: 1, total: 12 }),
    createOutcome({ id: "late", domain: "relapse", of: "overall", events: 5, total: 12 }),
    createOutcome({ id: "alive", domain: "survival", events: 20, total: 20 }),
    createOutcome({ id: "headache", domain: "adverse-event", harm: "headache", events: 4, total: 20 }),
    createOutcome({
      id: "passed",
      domain: "adverse-event",
      harm: "headache",
      direction: "benefit",
      events: 4,
      total: 4,
    }),
    createOutcome({ id: "clot", domain: "adverse-event", harm: "thrombosis", events: 1, total: 20 }),
    createOutcome({ id: "of-all", domain: "adverse-event", harm: "any", events: 9, total: 21 }),
    createOutcome({ id: "born", domain: "pregnancy-outcome", events: 1, total: 1 }),
    createOutcome({ id: "told", domain: "pregnancy-outcome", result: { kind: "narrative", text: "All are well." } }),
  ],
  headline: { relapse: "late" },
  treatment: {
    regimen: { gPerKgPerCourse: 2, gPerKgPerDay: null, days: null, intervalWeeks: 4, text: "2 g/kg a course" },
  },
});
const library = createLibrary([study]);

function findAnswer(features: Profile["features"], part: Partial<Profile> = {}, method?: "wilson" | "exact") {
  const [found] = answerTo({ ...emptyProfile, features, ...part }, library, method).studies;
  if (!found) throw new Error("The library has no study");
  return found;
}

const listIds = (figures: readonly Figure[]) => figures.map(({ id }) => id);
const nameResults = (results: readonly OtherResult[]) =>
  results.map((result) => (result.kind === "count" ? result.figure.id : result.text.text));
const getResponse = ({ results: { response } }: ReturnType<typeof findAnswer>) =>
  response.kind === "count" ? response.figure : null;

test("a study as tables name it, with what it lacks in words, in one order", () => {
  const found = findAnswer({ calcinosis: "yes", pregnancy: "yes", ild: "yes" });
  expect(found).toMatchObject({ name: "Bounfour 2014", group: "part", missing: ["pregnancy", "calcinosis"], level: 4 });
  expect(found.missingText).toEqual(["nobody pregnant", "calcinosis not in the abstract"]);
  expect(found.study.id).toBe(study.id);
  // That a patient with lung disease has not skin disease alone follows.
  expect(found.reasons.map(({ feature }) => feature)).toEqual(["pregnancy", "skinOnly", "ild", "calcinosis"]);
});

test("its results, the other counts of the same domains, and every relapse, the leading one first", () => {
  const found = findAnswer({});
  expect(getResponse(found)?.id).toBe("overall");
  expect(listIds(found.otherFigures)).toEqual(["of-lung", "early"]);
  expect(listIds(found.relapses)).toEqual(["late", "early"]);
  expect(found.results.survival).toMatchObject({ kind: "count", figure: { id: "alive" } });
  expect(found.nested.map((chain) => chain.map(({ outcome }) => outcome))).toEqual([["overall", "late"]]);
});

test("harm in its order, of which only what harmed the treated is counted as harm", () => {
  const found = findAnswer({});
  expect(nameResults(found.harms)).toEqual(["clot", "headache", "passed", "of-all"]);
  expect(listIds(found.harmCounts)).toEqual(["clot", "headache"]);
  expect(nameResults(found.pregnancy)).toEqual(["born", "All are well."]);
});

test("a patient of a part that is counted apart has the figure of that part, and the next patient has it not", () => {
  expect(getResponse(findAnswer({ ild: "yes" }))).toMatchObject({ id: "of-lung", events: 3, total: 8 });
  expect(getResponse(findAnswer({ ild: "no" }))).toMatchObject({ id: "overall", events: 12, total: 20 });
  expect(getResponse(findAnswer({ ild: "yes", malignancy: "yes" }))?.id).toBe("of-lung");
  expect(listIds(findAnswer({ ild: "yes" }).otherFigures)).toEqual(["overall", "early"]);
});

test("the intervals are those of the method that was asked for", () => {
  expect(getResponse(findAnswer({}))?.interval.method).toBe("wilson");
  expect(getResponse(findAnswer({}, {}, "exact"))?.interval.method).toBe("exact");
  expect(getResponse(findAnswer({}))?.interval.method).toBe("wilson");
  const harm = findAnswer({}, {}, "exact").harmCounts[0];
  expect(harm?.interval.method).toBe("exact");
});

test("the dose is worked out for a weight, and for that only", () => {
  const reported = { regimen: "2 g/kg a course", arithmetic: null, note: null };
  expect(findAnswer({}).dose).toEqual(reported);
  expect(findAnswer({}, { weightKg: 60 }).dose?.arithmetic).toBe("2 g/kg a course: 2 × 60 kg = 120 g a course");
  expect(findAnswer({}).dose).toEqual(reported);
});

test("what a study does not say is nothing, and no zero", () => {
  const silent: SheetPart = { id: "silent", outcomes: [createOutcome({ domain: "other" })] };
  const [found] = answerTo(emptyProfile, createLibrary([createStudy(silent)])).studies;
  expect(found).toMatchObject({
    otherFigures: [],
    relapses: [],
    harms: [],
    harmCounts: [],
    pregnancy: [],
    nested: [],
    dose: null,
    missingText: [],
  });
  expect(found?.results).toEqual({ response: { kind: "none" }, relapse: { kind: "none" }, survival: { kind: "none" } });
});
