import fc from "fast-check";
import {
  countedDiagnoses,
  diagnoses,
  type Feature,
  features,
  mainFeatures,
  type Share,
} from "@/lib/vocabulary/feature";
import {
  criteria,
  designTypes,
  harms,
  mapFigureDomains,
  outcomeDomains,
  timeOrigins,
  timings,
} from "@/lib/vocabulary/outcomes";
import { findContraryShares } from "./feature-share";
import { completeStudy } from "./fixtures";
import type { Outcome, Study } from "./schema";

const counted = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((total) =>
    fc.record({
      events: fc.oneof(fc.constant(0), fc.constant(total), fc.nat(total)),
      total: fc.constant(total),
    }),
  );

/** A count of patients: often very few, often nobody or everybody, now and then thousands. */
const anyCount = fc.oneof(counted(4), counted(30), counted(30), counted(5000));

const anyResult: fc.Arbitrary<Outcome["result"]> = fc.oneof(
  {
    weight: 6,
    arbitrary: anyCount.map((count) => ({
      kind: "proportion" as const,
      ...count,
      reportedPercent: null,
      derived: false,
    })),
  },
  {
    weight: 1,
    arbitrary: anyCount.map((count) => ({
      kind: "proportion" as const,
      ...count,
      reportedPercent: null,
      derived: true,
      how: "from the text",
    })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "narrative" as const, text: "Some improved." }) },
  {
    weight: 1,
    arbitrary: fc.constant({
      kind: "time" as const,
      statistic: "median",
      value: 6.2,
      min: null,
      max: null,
      unit: "months",
      from: "last course",
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({ kind: "change" as const, measure: "strength", before: 10, after: 20, unit: "points" }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({ kind: "effect" as const, measure: "hazard ratio", value: 0.5, ciLow: null, ciHigh: null }),
  },
);

const anyDomain = fc.oneof(
  { weight: 4, arbitrary: fc.constant("response" as const) },
  { weight: 3, arbitrary: fc.constant("relapse" as const) },
  { weight: 1, arbitrary: fc.constant("survival" as const) },
  { weight: 1, arbitrary: fc.constantFrom(...outcomeDomains) },
);

const anyMonths = fc.record({
  value: fc.constantFrom(0, 1, 6.2, 24),
  from: fc.constantFrom(null, ...timeOrigins),
});

const anyOutcome: fc.Arbitrary<Outcome> = fc
  .record({
    domain: anyDomain,
    result: anyResult,
    degree: fc.constantFrom("any" as const, "any" as const, "major" as const, "complete" as const, "other" as const),
    timing: fc.constantFrom(...timings),
    subgroup: fc.option(fc.constantFrom(...mainFeatures, "malignancy" as const, ...diagnoses), { freq: 6 }),
    organ: fc.constantFrom(null, "global" as const, "muscle" as const, "skin" as const),
    comparator: fc.option(anyCount, { freq: 4 }),
    isBenefit: fc.boolean(),
    p: fc.constantFrom(null, "0.03", "not significant"),
    // null and left out mean the same, and a sheet may hold either
    plain: fc.constantFrom(undefined, null, "skin clear or almost clear", "IVIG stopped"),
    harm: fc.constantFrom(undefined, null, ...harms),
    criterion: fc.constantFrom(undefined, null, ...criteria),
    months: fc.oneof(fc.constantFrom(undefined, null), anyMonths),
  })
  .map(({ domain, result, degree, timing, subgroup, organ, comparator, isBenefit, p, ...more }) => {
    const { plain, harm, criterion, months } = more;
    const isCount = result.kind === "proportion";
    const hasMonths = domain === "relapse" || domain === "response" || result.kind === "time";
    return {
      id: "",
      domain,
      ...(domain === "response" && isCount && { degree }),
      ...(domain === "relapse" && { timing }),
      ...(subgroup && { subgroup }),
      organ,
      label: `Counted as ${domain}`,
      ...(plain !== undefined && { plain }),
      ...(harm !== undefined && domain === "adverse-event" && { harm }),
      ...(criterion !== undefined && domain === "relapse" && { criterion }),
      ...(months !== undefined && hasMonths && { months }),
      definition: null,
      direction: domain === "response" || isBenefit ? ("benefit" as const) : ("harm" as const),
      population: "those who were followed",
      result,
      comparator: comparator && isCount ? { label: "Placebo", ...comparator } : null,
      p,
      locator: "abstract, results",
    };
  });

/** Some outcomes of one sheet, each with an id; now and then the later counts are of those whom the first one counts. */
const anyOutcomes: fc.Arbitrary<Outcome[]> = fc
  .tuple(fc.array(anyOutcome, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([outcomes, isNested]) => {
    const named = outcomes.map((outcome, index) => ({
      ...outcome,
      id: `outcome-${index + 1}`,
      ...(outcome.plain && { plain: `${outcome.plain}, ${index + 1}` }),
    }));
    const [first, ...later] = named;
    if (!isNested || first?.result.kind !== "proportion" || first.result.events === 0) return named;
    const { id: of, result } = first;
    return [first, ...later.map((outcome) => countAmong(outcome, of, result.events))];
  });

/** The outcome counted among the patients of another; what is no count stays as it is. */
function countAmong(outcome: Outcome, of: string, total: number): Outcome {
  const { result } = outcome;
  if (result.kind !== "proportion") return outcome;
  return { ...outcome, of, result: { ...result, total, events: Math.min(result.events, total) } };
}

/** A share with a count that fits it, or without one. */
function anyShare(treated: number | null): fc.Arbitrary<{ share: Share; n: number | null; note: null }> {
  return fc
    .tuple(fc.constantFrom<Share[]>("all", "all", "most", "some", "none", "unclear"), fc.boolean(), fc.nat(1000))
    .map(([wished, isCounted, draw]) => {
      const size = treated ?? 10;
      const half = Math.floor(size / 2);
      // Most or some of one patient is nobody: such a sheet leaves it open.
      const share = (wished === "most" && size < 3) || (wished === "some" && size < 2) ? "unclear" : wished;
      const counts: Record<Share, number | null> = {
        all: size,
        most: half + 1 + (draw % Math.max(1, size - half - 1)),
        some: 1 + (draw % Math.max(1, half)),
        none: 0,
        unclear: null,
      };
      return { share, n: isCounted && (treated !== null || share === "none") ? counts[share] : null, note: null };
    });
}

const otherFeatures = features.filter((feature) => !(mainFeatures as readonly Feature[]).includes(feature));

function anyFeatures(treated: number | null): fc.Arbitrary<Study["features"]> {
  const shares = (named: readonly Feature[], isAlways: boolean) =>
    named.map((feature) =>
      (isAlways ? anyShare(treated) : fc.option(anyShare(treated), { freq: 1 })).map(
        (reported) => [feature, reported] as const,
      ),
    );
  return fc.tuple(...shares(mainFeatures, true), ...shares(otherFeatures, false)).map((entries) => {
    const reported = Object.fromEntries(entries.filter(([, share]) => share !== null)) as Study["features"];
    const unclear = { share: "unclear" as const, n: null, note: null };
    const withdrawn = findContraryShares(reported).map(([, feature]) => [feature, unclear] as const);
    return { ...reported, ...Object.fromEntries(withdrawn) };
  });
}

const anyDiagnoses = fc.oneof(
  fc.constant({}),
  fc.dictionary(fc.constantFrom(...countedDiagnoses), fc.option(fc.nat(20)), { maxKeys: 3, noNullPrototype: true }),
);

const anyRegimen = fc.constantFrom<Study["treatment"]["regimen"][]>(
  null,
  {
    gPerKgPerCourse: 2,
    gPerKgPerDay: null,
    days: null,
    intervalWeeks: 4,
    text: "2 g/kg, later 1 g/kg on one day",
    phases: [
      { gPerKgPerCourse: 2, days: null, everyWeeks: 4, when: "start" },
      { gPerKgPerCourse: 1, days: 1, everyWeeks: null, when: "from month 4" },
    ],
  },
  { gPerKgPerCourse: 2, gPerKgPerDay: 1, days: 2, intervalWeeks: 4, text: "2 g/kg over two days" },
  { gPerKgPerCourse: 2, gPerKgPerDay: null, days: null, intervalWeeks: 4, text: "2 g/kg" },
  { gPerKgPerCourse: null, gPerKgPerDay: 0.4, days: 5, intervalWeeks: null, text: "0.4 g/kg on five days" },
  { gPerKgPerCourse: null, gPerKgPerDay: 0.4, days: null, intervalWeeks: null, text: "0.4 g/kg a day" },
  { gPerKgPerCourse: null, gPerKgPerDay: null, days: null, intervalWeeks: null, text: "high dose" },
);

const anyGuideline = fc.constantFrom<Study["guideline"][]>(
  undefined,
  null,
  { status: null, by: null },
  { status: "current", by: null },
  { status: "replaced", by: "The next edition" },
  { status: "retired", by: null },
);

const anyCitation = fc.record({
  authors: fc.constantFrom(
    [],
    ["Müller-Lüdenscheidt K"],
    Array.from({ length: 9 }, (_, index) => `Author${index} A`),
  ),
  journal: fc.constantFrom(null, "J Examples"),
  year: fc.option(fc.integer({ min: 1950, max: 2030 })),
  pmid: fc.option(fc.integer({ min: 1, max: 99_999_999 }).map(String)),
  doi: fc.constantFrom(null, "10.1000/example(1)"),
});

const anySources = fc.array(
  fc.record({
    url: fc.constantFrom(null, "https://journal.example/paper", "https://mirror.example/copy"),
    kind: fc.constantFrom("abstract" as const, "full-text" as const, "secondary" as const),
    official: fc.boolean(),
  }),
  { minLength: 1, maxLength: 2 },
);

/** Any sheet that the schema takes, the odd ones too: nobody counted, no diagnosis, no date, no address, no headline. */
export const anyStudy: fc.Arbitrary<Study> = fc
  .option(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.nat(60)), { freq: 5 })
  .chain((treated) =>
    fc
      .record({
        type: fc.oneof(
          fc.constantFrom(...designTypes),
          fc.constantFrom("case-report" as const, "case-series" as const, "randomised-controlled-trial" as const),
        ),
        controlled: fc.boolean(),
        cohort: fc.constantFrom(null, null, null, "first-cohort", "second-cohort"),
        enrolled: fc.constantFrom(null, 0, 3, 200),
        features: anyFeatures(treated),
        diagnoses: anyDiagnoses,
        citation: anyCitation,
        sources: anySources,
        agent: fc.constantFrom("IVIG" as const, "IVIG" as const, "IVIG" as const, "SCIG" as const, null),
        regimen: anyRegimen,
        outcomes: anyOutcomes,
        guideline: anyGuideline,
        isHeadlined: fc.boolean(),
      })
      .map(
        ({
          type,
          controlled,
          cohort,
          enrolled,
          features,
          diagnoses,
          citation,
          sources,
          agent,
          regimen,
          outcomes,
          guideline,
          isHeadlined,
        }) =>
          completeStudy({
            design: { type, controlled },
            cohort,
            participants: { treated, enrolled: enrolled === null ? null : enrolled + (treated ?? 0), diagnoses },
            features,
            citation,
            sources,
            treatment: { agent, regimen },
            outcomes,
            ...(type === "guideline" && guideline !== undefined && { guideline }),
            ...(!isHeadlined && { headline: mapFigureDomains(() => null) }),
          }),
      ),
  );

/** A library of up to this many sheets, each with an id of its own that its place does not give away. */
export const anyStudies = (most: number): fc.Arbitrary<Study[]> =>
  fc
    .tuple(fc.array(anyStudy, { maxLength: most }), fc.nat(6))
    .map(([sheets, offset]) => sheets.map((sheet, index) => ({ ...sheet, id: `study-${(index * 5 + offset) % 97}` })));
