import { describe, expect, test } from "vitest";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { loadLibrary } from "@/lib/study/load";
import type { Outcome, Study } from "@/lib/study/schema";
import { diagnoses, type Feature, features } from "@/lib/vocabulary/feature";
import { type ComparableSet, groupComparableResults } from "./comparable-results";
import { listGroup } from "./describing.arbitrary";
import { answerTo, realLibrary } from "./library.arbitrary";

// Every pool of every case with one or two answers, checked against the sheets themselves.

const library = realLibrary();
const sheets = new Map(loadLibrary().studies.map((study) => [study.id, study]));

/** The features of which most is published: pairs of them are the cases that have pools. */
const common: readonly Feature[] = ["juvenile", "skinOnly", "ild", "refractory", "firstLine", "steroidDependent"];

function listCases(): Profile[] {
  const answers = (given: Profile["features"], diagnosis: Profile["diagnosis"] = null) => ({
    ...emptyProfile,
    features: given,
    diagnosis,
  });
  const pairs = features.flatMap((first, index) =>
    features
      .slice(index + 1)
      .flatMap((second) => [
        answers({ [first]: "yes", [second]: "yes" }),
        ...(common.includes(second) || common.includes(first)
          ? [answers({ [first]: "yes", [second]: "no" }), answers({ [first]: "no", [second]: "yes" })]
          : []),
      ]),
  );
  return [
    ...features.flatMap((feature) => [answers({ [feature]: "yes" }), answers({ [feature]: "no" })]),
    // Of a case with no yes, the general evidence is compared.
    ...common.flatMap((first, index) =>
      common.slice(index + 1).map((second) => answers({ [first]: "no", [second]: "no" })),
    ),
    ...pairs,
    ...diagnoses.flatMap((diagnosis) => [
      answers({}, diagnosis),
      ...features.flatMap((feature) => [
        answers({ [feature]: "yes" }, diagnosis),
        ...(common.includes(feature) ? [answers({ [feature]: "no" }, diagnosis)] : []),
      ]),
    ]),
  ];
}

type Member = { sheet: Study; outcome: Outcome; events: number; total: number };

/** The members of a pool, with the outcomes that they are counted by, as the sheets have them. */
function listMembers({ counts, pooledIds }: ComparableSet): Member[] {
  return pooledIds.map((id) => {
    const sheet = sheets.get(id);
    const figure = counts.find(({ study }) => study.id === id)?.figure;
    const outcome = sheet?.outcomes.find((candidate) => candidate.id === figure?.id);
    if (!sheet || !outcome || outcome.result.kind !== "proportion") throw new Error(`${id} is pooled without a count`);
    return { sheet, outcome, events: outcome.result.events, total: outcome.result.total };
  });
}

const isOneOf = <Value>(values: readonly Value[]) => new Set(values).size === 1;

/** What the design asks of a pool, from the sheets alone. Returns what is wrong. */
function findFaults(set: ComparableSet): string[] {
  const members = listMembers(set);
  const of = <Value>(read: (member: Member) => Value) => members.map(read);
  const children = of(({ sheet }) => sheet.features.juvenile?.share ?? "unclear");
  const ages = of(({ sheet }) => sheet.participants.age.group);
  const onImmunoglobulin = of(({ sheet }) => sheet.features.onImmunoglobulin?.share ?? "unclear");
  const cohorts = of(({ sheet }) => sheet.cohort).filter((cohort) => cohort !== null);
  const kindsOfTotal = of(({ sheet, outcome, total }) =>
    outcome.of ? "responders" : total === sheet.participants.treated ? "all treated" : "other",
  );
  const isChildren = (index: number) =>
    children[index] === "all" || (children[index] === "unclear" && ages[index] === "juvenile");
  const isAdults = (index: number) =>
    children[index] === "none" || (children[index] === "unclear" && ages[index] === "adult");
  const places = [...members.keys()];
  const checks: [string, boolean][] = [
    ["fewer than three studies", members.length < 3],
    ["fewer than three patients", members.some(({ total }) => total < 3)],
    ["children with adults", places.some(isChildren) && places.some((index) => !isChildren(index))],
    ["adults with others", places.some(isAdults) && places.some((index) => !isAdults(index))],
    [
      "responses kept with responses made",
      onImmunoglobulin.includes("all") && onImmunoglobulin.some((share) => share !== "all"),
    ],
    ["some were on immunoglobulin", onImmunoglobulin.some((share) => share === "some" || share === "most")],
    ["two reports of one cohort", new Set(cohorts).size < cohorts.length],
    ["trials with series", !isOneOf(of(({ sheet }) => sheet.design.type === "randomised-controlled-trial"))],
    [
      "inclusion body myositis",
      members.some(
        ({ sheet, outcome }) => (sheet.participants.diagnoses.IBM ?? 0) !== 0 && outcome.subgroup === undefined,
      ),
    ],
    [
      "a diagnosis of inclusion body myositis without a number",
      members.some(({ sheet, outcome }) => sheet.participants.diagnoses.IBM === null && outcome.subgroup === undefined),
    ],
    [
      "patients not given immunoglobulin",
      members.some(({ sheet, total }) => sheet.participants.treated !== null && total > sheet.participants.treated),
    ],
    ["two domains", !isOneOf(of(({ outcome }) => outcome.domain))],
    ...(set.domain === "response"
      ? ([
          ["two organs", !isOneOf(of(({ outcome }) => outcome.organ ?? "global"))],
          ["two degrees", !isOneOf(of(({ outcome }) => outcome.degree))],
        ] satisfies [string, boolean][])
      : ([
          ["two timings", !isOneOf(of(({ outcome }) => outcome.timing))],
          ["two criteria of relapse", !isOneOf(of(({ outcome }) => outcome.criterion ?? null))],
          ["two kinds of total", !isOneOf(kindsOfTotal)],
        ] satisfies [string, boolean][])),
    [
      "another sum",
      set.pool?.events !== of(({ events }) => events).reduce((sum, events) => sum + events, 0) ||
        set.pool.total !== of(({ total }) => total).reduce((sum, total) => sum + total, 0),
    ],
    [
      "a pool wider than 80 points",
      set.pool?.status === "pooled" && set.pool.predictionHigh - set.pool.predictionLow > 0.8,
    ],
    ["withheld without a reason", set.pool?.status === "too-unlike" && !/^Too unlike to pool: /.test(set.reason ?? "")],
  ];
  return checks.flatMap(([fault, isFound]) => (isFound ? [fault] : []));
}

describe("every pool of every case with one or two answers", () => {
  test("holds only what counts the same thing in such patients", () => {
    const cases = listCases();
    const seen = { pools: 0, withheld: 0, sets: 0 };
    for (const profile of cases) {
      const isStated = profile.diagnosis !== null || Object.values(profile.features).includes("yes");
      const { found } = listGroup(profile, library, isStated ? "this-patient" : "general");
      for (const set of groupComparableResults(found)) {
        seen.sets += 1;
        if (!set.pool) {
          expect(set.pooledIds).toEqual([]);
          expect(set.reason).toMatch(/\S/);
          continue;
        }
        seen.pools += 1;
        seen.withheld += set.pool.status === "too-unlike" ? 1 : 0;
        expect([profile, set.pooledIds, findFaults(set)]).toEqual([profile, set.pooledIds, []]);
      }
    }
    expect(cases.length).toBeGreaterThan(800);
    expect(seen.sets).toBeGreaterThan(1000);
    expect(seen.pools).toBeGreaterThan(50);
  });

  test("and of everybody, where nothing is stated", () => {
    const { comparableSets } = answerTo(emptyProfile, library);
    const pools = comparableSets.filter(({ pool }) => pool !== null);
    expect(pools.length).toBeGreaterThan(0);
    for (const set of pools) expect(findFaults(set)).toEqual([]);
  });
});
