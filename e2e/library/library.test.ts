import { describe, expect, test } from "vitest";
import { answerCase } from "@/lib/answer/answer";
import { prepareLibrary } from "@/lib/answer/library";
import { readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import { formatFault } from "@/lib/study/check";
import { getKind } from "@/lib/study/kind";
import { readLibrary } from "@/lib/study/load";
import { type Outcome, outcome, type Study } from "@/lib/study/schema";
import { toStudySummary } from "@/lib/study/summary";
import { features, shares } from "@/lib/vocabulary/feature";
import { kinds } from "@/lib/vocabulary/kind";
import { designTypes, outcomeDomains, timingNames } from "@/lib/vocabulary/outcomes";

const { faults, ...frozen } = readLibrary("e2e/library");
const { studies } = frozen;
const outcomes = studies.flatMap((study) => study.outcomes);

/** The values that at least one study or outcome has, each once. */
const found = <Item, Value>(items: Item[], value: (item: Item) => Value | Value[]) => new Set(items.flatMap(value));

test("the frozen library passes the check of the data", () => {
  expect(faults.map(formatFault)).toEqual([]);
});

describe("the frozen library covers", () => {
  test.each([
    ["kind", found(studies, getKind), kinds],
    ["design", found(studies, ({ design }) => design.type), designTypes],
    ["agent", found(studies, ({ treatment }) => treatment.agent), ["IVIG", "SCIG", null]],
    ["source", found(studies, ({ reads }) => reads), ["abstract", "full-text", "secondary"]],
    ["share of a feature", found(studies, listShares), shares],
    ["outcome domain", found(outcomes, ({ domain }) => domain), outcomeDomains],
    ["timing of relapse", found(outcomes, ({ timing }) => timing ?? []), Object.keys(timingNames)],
    ["degree of response", found(outcomes, ({ degree }) => degree ?? []), outcome.shape.degree.unwrap().options],
    ["kind of result", found(outcomes, ({ result }) => result.kind), listResultKinds()],
  ] as const)("every %s", (_, values: ReadonlySet<unknown>, wanted: readonly unknown[]) => {
    expect(wanted.length).toBeGreaterThan(1);
    expect(wanted.filter((value) => !values.has(value))).toEqual([]);
  });
});

const hasCount = ({ result }: Outcome) => result.kind === "proportion";

describe("the frozen library holds", () => {
  test.each<[string, (study: Study) => boolean]>([
    [
      "a trial with a comparison",
      ({ design, outcomes }) => design.controlled && outcomes.some(({ comparator }) => comparator),
    ],
    [
      "deaths",
      ({ outcomes }) => outcomes.some(({ domain, direction }) => domain === "survival" && direction === "harm"),
    ],
    [
      "survivors",
      ({ outcomes }) => outcomes.some(({ domain, direction }) => domain === "survival" && direction === "benefit"),
    ],
    ["results in words only", ({ outcomes }) => outcomes.every(({ result }) => result.kind === "narrative")],
    ["results of a subgroup", ({ outcomes }) => outcomes.some((outcome) => outcome.subgroup && hasCount(outcome))],
    ["a study without an author", ({ citation }) => citation.authors.length === 0],
    ["thirty authors", ({ citation }) => citation.authors.length >= 30],
    ["a study without a year", ({ citation }) => citation.year === null],
    ["a study without an address", ({ sources }) => sources.every(({ official }) => !official)],
    ["an unknown number of patients", ({ participants, treatment }) => !participants.treated && !!treatment.agent],
    ["a count under five without a percentage", ({ outcomes }) => outcomes.some(isSmallCount)],
  ])("%s", (_, holds) => {
    expect(studies.filter(holds)).not.toEqual([]);
  });

  test("the study of each source document", () => {
    const documents = Object.values(exampleCases).flatMap(({ study }) => study ?? []);
    expect(documents).toHaveLength(5);
    expect(studies.map(({ id }) => id)).toEqual(expect.arrayContaining(documents));
  });

  test("patients that several sheets report", () => {
    const cohorts = studies.flatMap(({ cohort }) => cohort ?? []);
    expect(cohorts.filter((cohort) => cohort === "proderm").length).toBeGreaterThan(2);
  });

  test("a set to pool, and a gap with nearest studies", () => {
    const library = prepareLibrary({ ...frozen, studies: studies.map(toStudySummary) });
    const nobody = answerCase(readCase(exampleCases.nothingStated.profile), library);
    expect(nobody.comparableSets.filter(({ pool }) => pool)).not.toEqual([]);
    const { isDescribed, nearest } = answerCase(readCase(exampleCases.pregnantWithLungDisease.profile), library).gap;
    expect(isDescribed).toBe(false);
    expect(nearest.length).toBeGreaterThan(5);
  });
});

function listShares(study: Study) {
  return features.flatMap((feature) => study.features[feature]?.share ?? []);
}

function isSmallCount({ result }: Outcome): boolean {
  return result.kind === "proportion" && result.total < 5;
}

/** The kinds of result that the schema knows. */
function listResultKinds(): string[] {
  return outcome.shape.result.options.map(({ shape }) => shape.kind.value);
}
