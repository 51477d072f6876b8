import { z } from "zod";
import {
  countedDiagnoses,
  diagnoses,
  type Feature,
  features,
  type MainFeature,
  mainFeatures,
  type Share,
  shares,
} from "@/lib/vocabulary/feature";
import {
  criteria,
  degrees,
  designTypes,
  figureDomains,
  harms,
  mapFigureDomains,
  organs,
  outcomeDomains,
  sourceReads,
  timeOrigins,
  timings,
} from "@/lib/vocabulary/outcomes";
import { studyIdPattern } from "@/lib/vocabulary/study-id";
import { todoMessage } from "./draft";

const words = z
  .string()
  .trim()
  .min(1)
  // The open mark of a draft: see ./draft.
  .regex(/^(?!OPEN:)/, todoMessage);
const count = z.int().min(0);
const years = z.number().min(0).max(120);

/** "et al." hides the authors that it stands for: all are listed, or those that the page shows. */
const author = words.refine((name) => !/\bet al\b/i.test(name), 'List the authors: "et al." is no author.');

const citation = z.strictObject({
  authors: z.array(author),
  title: words,
  journal: words.nullable(),
  year: z.int().min(1950).max(2100).nullable(),
  volume: words.nullable(),
  issue: words.nullable(),
  pages: words.nullable(),
  pmid: z
    .string()
    .regex(/^\d{1,8}$/, "A PMID is 1 to 8 digits.")
    .nullable(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, "A DOI begins with 10. and holds a slash.")
    .nullable(),
  pmcid: z
    .string()
    .regex(/^PMC\d+$/, "A PMCID is PMC and digits.")
    .nullable(),
});

const source = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).nullable(),
  kind: z.enum(sourceReads),
  /** false for a copy: where a figure was read, named and never linked */
  official: z.boolean(),
});

const design = z.strictObject({
  type: z.enum(designTypes),
  controlled: z.boolean(),
  blinding: z.enum(["none", "single", "double"]).nullable(),
  centres: z.enum(["single", "multi"]).nullable(),
  countries: z.array(words),
  period: words.nullable(),
  followUp: z
    .strictObject({
      value: z.number().positive(),
      unit: z.enum(["weeks", "months", "years"]),
      statistic: z.enum(["mean", "median", "minimum", "fixed", "maximum"]),
    })
    .nullable(),
});

const participants = z.strictObject({
  enrolled: count.nullable(),
  /** given immunoglobulin; null where the source does not say how many */
  treated: count.nullable(),
  female: count.nullable(),
  male: count.nullable(),
  age: z.strictObject({
    group: z.enum(["adult", "juvenile", "mixed", "unclear"]),
    mean: years.nullable(),
    median: years.nullable(),
    sd: years.nullable(),
    min: years.nullable(),
    max: years.nullable(),
  }),
  /** patients of each diagnosis; null where it is named without a count */
  diagnoses: z.partialRecord(z.enum(countedDiagnoses), count.nullable()),
});

/** How many of the patients given immunoglobulin have a feature: "most" is over half, "unclear" is not reported. */
export const share = z.enum(shares);

const featureShare = z.strictObject({ share, n: count.nullable(), note: words.nullable() });

const featureShares = z.strictObject(
  Object.fromEntries(
    features.map((feature) => [
      feature,
      (mainFeatures as readonly Feature[]).includes(feature) ? featureShare : featureShare.optional(),
    ]),
  ) as Record<MainFeature, typeof featureShare> &
    Record<Exclude<Feature, MainFeature>, z.ZodOptional<typeof featureShare>>,
);

const dose = z.number().positive();

/** A part of a regimen whose dose differs from the part before. */
const phase = z.strictObject({
  gPerKgPerCourse: dose.nullable(),
  days: z.int().positive().nullable(),
  everyWeeks: z.number().positive().nullable(),
  when: words,
});

const regimen = z
  .strictObject({
    gPerKgPerCourse: dose.nullable(),
    gPerKgPerDay: dose.nullable(),
    days: z.int().positive().nullable(),
    intervalWeeks: z.number().positive().nullable(),
    text: words,
    /** where the dose changes with time: its parts, in order */
    phases: z.array(phase).min(2, "A regimen that does not change has no phases.").nullable().optional(),
  })
  .superRefine(({ gPerKgPerCourse, days, phases }, ctx) => {
    const fault = (path: (string | number)[], message: string) => ctx.addIssue({ code: "custom", path, message });
    const [first] = phases ?? [];
    if (!phases || !first) return;
    if (first.gPerKgPerCourse !== gPerKgPerCourse || first.days !== days) {
      fault(["phases", 0], "The first phase has the dose and the days of the regimen itself.");
    }
    let latest = 0;
    for (const [index, { when }] of phases.entries()) {
      const start = readStartInWeeks(when);
      if (start === null) continue;
      if (start < latest) fault(["phases", index, "when"], "This phase begins before the one above it.");
      latest = start;
    }
  });

const WEEKS_PER_MONTH = 52 / 12;

/** The week in which a phase begins, from its words: "weeks 3 and 6" 3, "from month 4" 17.3; null without one. */
function readStartInWeeks(when: string): number | null {
  if (/^start\b/i.test(when)) return 0;
  const found = /\b(week|month)s? (\d+)/i.exec(when);
  if (!found) return null;
  return Number(found[2]) * (found[1]?.toLowerCase() === "month" ? WEEKS_PER_MONTH : 1);
}

const treatment = z.strictObject({
  agent: z.enum(["IVIG", "SCIG"]).nullable(),
  role: z.enum(["first-line", "add-on", "monotherapy", "salvage", "maintenance", "mixed"]).nullable(),
  regimen: regimen.nullable(),
  courses: z
    .strictObject({
      mean: z.number().positive().nullable(),
      median: z.number().positive().nullable(),
      min: count.nullable(),
      max: count.nullable(),
    })
    .nullable(),
  concomitant: words.nullable(),
  comparator: words.nullable(),
});

/** A count of patients (or of infusions, where the population says so): events of total. */
const proportion = z
  .strictObject({
    kind: z.literal("proportion"),
    events: count,
    total: z.int().min(1),
    /** as printed in the source, 0 to 100 */
    reportedPercent: z.number().min(0).max(100).nullable(),
    /** true where the count was worked out from what the source prints; `how` says how */
    derived: z.boolean(),
    how: words.optional(),
  })
  .superRefine(({ events, total, reportedPercent, derived, how }, ctx) => {
    if (events > total) {
      ctx.addIssue({
        code: "custom",
        path: ["events"],
        message: `${events} events are more than the total of ${total}.`,
      });
    }
    if (reportedPercent !== null && !printsAs(events / total, reportedPercent)) {
      const percent = ((100 * events) / total).toFixed(1);
      const message = `The source prints ${reportedPercent}%, but ${events} of ${total} is ${percent}%.`;
      ctx.addIssue({ code: "custom", path: ["reportedPercent"], message });
    }
    if (derived && how === undefined) {
      ctx.addIssue({ code: "custom", path: ["how"], message: "A derived count says how it was worked out." });
    }
  });

/** A percentage fits if it is the count rounded or cut off in its last printed place; some sources cut off. */
function printsAs(proportion: number, percent: number): boolean {
  const scale = 10 ** (`${percent}`.split(".")[1]?.length ?? 0);
  const exact = 100 * proportion * scale;
  const printed = Math.round(percent * scale);
  // A hair's breadth, so that 12.5 of 100 rounds either way, as printers do.
  return Math.abs(exact - printed) <= 0.5 + 1e-9 || Math.floor(exact + 1e-9) === printed;
}

const result = z.discriminatedUnion("kind", [
  proportion,
  z.strictObject({
    kind: z.literal("time"),
    statistic: words,
    value: z.number(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    unit: words,
    from: words,
  }),
  z.strictObject({ kind: z.literal("change"), measure: words, before: z.number(), after: z.number(), unit: words }),
  z.strictObject({
    kind: z.literal("effect"),
    measure: words,
    value: z.number(),
    ciLow: z.number().nullable(),
    ciHigh: z.number().nullable(),
  }),
  z.strictObject({ kind: z.literal("narrative"), text: words.regex(/[.!?]["”)]?$/, "End the text with a full stop.") }),
]);

const comparator = z
  .strictObject({ label: words, events: count, total: z.int().min(1) })
  .refine(({ events, total }) => events <= total, { path: ["events"], message: "More events than the total." });

/** Characters of the words for the largest type: more do not fit one line of a phone. */
const MAX_PLAIN = 45;

/** One outcome of a study: what was counted, in which patients, and where it was read. */
export const outcome = z
  .strictObject({
    id: words,
    domain: z.enum(outcomeDomains),
    /** how much improvement counts as a response; on response proportions only */
    degree: z.enum(degrees).optional(),
    /** when relapses are counted; on relapses only */
    timing: z.enum(timings).optional(),
    /** the feature or diagnosis that every patient of this outcome's population has, where it counts a part of the study */
    subgroup: z.enum([...features, ...diagnoses]).optional(),
    organ: z.enum(organs).nullable(),
    label: words,
    /** what was counted, for the largest type on the screen */
    plain: words
      .max(MAX_PLAIN, `At most ${MAX_PLAIN} characters.`)
      .refine((text) => !text.endsWith("."), "Without a full stop.")
      .nullable()
      .optional(),
    /** what kind of harm is counted; on adverse events only */
    harm: z.enum(harms).nullable().optional(),
    /** the outcome whose events are this one's total */
    of: words.nullable().optional(),
    /** what tells a relapse; on relapses only */
    criterion: z.enum(criteria).nullable().optional(),
    /** the time that a count or a median speaks of */
    months: z
      .strictObject({ value: z.number().min(0), from: z.enum(timeOrigins).nullable() })
      .nullable()
      .optional(),
    definition: words.nullable(),
    direction: z.enum(["benefit", "harm", "neutral"]),
    population: words,
    result,
    comparator: comparator.nullable(),
    p: words.nullable(),
    locator: words,
  })
  .superRefine(({ domain, degree, timing, harm, criterion, months, direction, result, comparator }, ctx) => {
    const needsDegree = domain === "response" && result.kind === "proportion";
    if (needsDegree !== (degree !== undefined)) {
      ctx.addIssue({
        code: "custom",
        path: ["degree"],
        message: "Response proportions, and only they, carry a degree.",
      });
    }
    if ((domain === "relapse") !== (timing !== undefined)) {
      ctx.addIssue({ code: "custom", path: ["timing"], message: "Relapses, and only they, carry a timing." });
    }
    const fault = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    if (harm && domain !== "adverse-event") fault("harm", "Only adverse events say what kind of harm they are.");
    if (criterion && domain !== "relapse") fault("criterion", "Only relapses say what tells them.");
    if (months && domain !== "relapse" && domain !== "response" && result.kind !== "time") {
      fault("months", "Only relapses, responses and times say of what time they speak.");
    }
    if (result.kind === "proportion" && domain === "survival" && direction === "neutral") {
      const message = "A survival count is of survivors (benefit) or of deaths (harm).";
      ctx.addIssue({ code: "custom", path: ["direction"], message });
    }
    if (comparator && result.kind !== "proportion") {
      ctx.addIssue({
        code: "custom",
        path: ["comparator"],
        message: "Only a count has another count to compare with.",
      });
    }
  });

const extraction = z
  .strictObject({
    readers: z.union([z.literal(1), z.literal(2)]),
    figuresCompared: count,
    figuresAgreed: count,
    adjudicated: z.boolean(),
  })
  .refine(({ figuresCompared, figuresAgreed }) => figuresAgreed <= figuresCompared, {
    path: ["figuresAgreed"],
    message: "More figures agreed than were compared.",
  });

/** One fact sheet: everything the library knows of one publication. Field by field in data/README.md. */
export const study = z
  .strictObject({
    id: z
      .string()
      .regex(studyIdPattern, "An id is ASCII, lower case, with hyphens, at most 64 characters: surname-year."),
    citation,
    sources: z.array(source).min(1),
    design,
    /** shared by reports of the same patients, who are counted once */
    cohort: words.nullable(),
    participants,
    features: featureShares,
    treatment,
    outcomes: z.array(outcome).min(1),
    /** the outcome that leads in each figure domain; a domain left out has none, like null */
    headline: z.strictObject(mapFigureDomains(() => words.nullable().default(null))),
    bottomLine: words,
    /** on guidelines: whether it still holds, and what took its place */
    guideline: z
      .strictObject({ status: z.enum(["current", "replaced", "retired"]).nullable(), by: words.nullable() })
      .nullable()
      .optional(),
    limitations: z.array(words),
    reads: z.enum(sourceReads),
    extraction,
    unclear: z.array(words),
  })
  .superRefine((sheet, ctx) => {
    const fault = (path: (string | number)[], message: string) => ctx.addIssue({ code: "custom", path, message });
    const byId = new Map(sheet.outcomes.map((found) => [found.id, found]));
    if (byId.size !== sheet.outcomes.length) fault(["outcomes"], "Two outcomes have the same id.");

    for (const domain of figureDomains) {
      const id = sheet.headline[domain];
      if (id === null) continue;
      const named = byId.get(id);
      if (!named) fault(["headline", domain], `Names the outcome "${id}", which the sheet does not have.`);
      else if (domain === "response" && named.result.kind === "proportion" && named.direction !== "benefit")
        fault(["headline", domain], `Names "${id}", which does not count patients who responded.`);
      else if (named.domain !== domain)
        fault(["headline", domain], `Names "${id}", an outcome of domain ${named.domain}.`);
    }

    for (const [index, { id, of, result }] of sheet.outcomes.entries()) {
      if (!of) continue;
      const path = ["outcomes", index, "of"];
      const counted = byId.get(of);
      if (result.kind !== "proportion") fault(path, "Only a count has a total that is another outcome's events.");
      else if (of === id) fault(path, "An outcome cannot be counted of itself.");
      else if (!counted) fault(path, `Names the outcome "${of}", which the sheet does not have.`);
      else if (counted.result.kind !== "proportion") fault(path, `Names "${of}", which is no count.`);
      else if (counted.result.events !== result.total) {
        fault(path, `"${of}" has ${counted.result.events} events, which are not the total of ${result.total}.`);
      }
    }

    for (const [feature, reported] of Object.entries(sheet.features)) {
      if (reported)
        for (const message of findShareFaults(reported, sheet.participants.treated))
          fault(["features", feature, "n"], message);
    }

    const { skinOnly, ild, muscle } = sheet.features;
    if (skinOnly.share === "all" && (ild.share === "all" || ild.share === "most")) {
      fault(["features", "ild"], "Everybody has skin disease only, so most cannot have lung disease.");
    }
    if (skinOnly.share === "all" && (muscle?.share === "all" || muscle?.share === "most")) {
      fault(["features", "muscle"], "Everybody has skin disease only, so most cannot have muscle disease.");
    }

    for (const [feature, other] of exclusivePairs) {
      const shares = [sheet.features[feature]?.share, sheet.features[other]?.share];
      if (shares.includes("all") && shares.every((found) => found === "all" || found === "most")) {
        fault(["features", other], `All or most cannot have this where all or most have "${feature}".`);
      }
    }

    const { treated, enrolled } = sheet.participants;
    if (treated !== null && enrolled !== null && treated > enrolled) {
      fault(["participants", "treated"], `${treated} treated are more than ${enrolled} enrolled.`);
    }

    if (sheet.guideline && sheet.design.type !== "guideline") {
      fault(["guideline"], "Only a guideline can be current, replaced or retired.");
    }
    if (sheet.guideline?.by && sheet.guideline.status !== "replaced") {
      fault(["guideline", "by"], "Only a replaced guideline names what took its place.");
    }

    const { gPerKgPerCourse, gPerKgPerDay, days } = sheet.treatment.regimen ?? {};
    if (gPerKgPerCourse && gPerKgPerDay && days && Math.abs(gPerKgPerDay * days - gPerKgPerCourse) > 0.01) {
      const message = `${gPerKgPerDay} g/kg on each of ${days} days is not ${gPerKgPerCourse} g/kg a course.`;
      fault(["treatment", "regimen"], message);
    }
  });

/** Features that no patient has together; a sheet that says so of all or most is wrong. */
const exclusivePairs = [
  ["firstLine", "refractory"],
  ["firstLine", "steroidDependent"],
  ["juvenile", "elderly"],
] as const satisfies readonly (readonly [Feature, Feature])[];

export type Study = z.infer<typeof study>;
export type Outcome = Study["outcomes"][number];
export type Proportion = z.infer<typeof proportion>;

/** Where a feature's count does not fit its share, or the number treated. */
function findShareFaults({ share, n }: { share: Share; n: number | null }, treated: number | null): string[] {
  if (n === null) return [];
  const fits: Record<Share, boolean> = {
    all: treated === null || n === treated,
    most: treated === null || (n > treated / 2 && n < treated),
    some: n > 0 && (treated === null || n <= treated / 2),
    none: n === 0,
    unclear: false,
  };
  return fits[share]
    ? []
    : [`${n}${treated === null ? "" : ` of ${treated}`} patients does not fit the share "${share}".`];
}
