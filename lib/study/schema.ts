import { z } from "zod";
import { countedDiagnoses } from "@/lib/vocabulary/feature";
import { designTypes, figureDomains, mapFigureDomains, sourceReads } from "@/lib/vocabulary/outcomes";
import { studyIdPattern } from "@/lib/vocabulary/study-id";
import { featureShares, findContraryShares, findShareFault } from "./feature-share";
import { findOfFault, outcome } from "./outcome";
import { regimen } from "./regimen";
import { count, refuseInvisible, webAddress, words } from "./values";

export { share } from "./feature-share";
export { type Outcome, outcome } from "./outcome";
export type { Proportion } from "./result";

const years = z.number().min(0).max(120);

/** "et al." hides the authors that it stands for: all are listed, or those that the page shows. */
const author = words.refine((name) => !/\bet al\b/i.test(name), 'List the authors: "et al." is no author.');

const citation = z.strictObject({
  authors: z.array(author),
  title: words,
  journal: words.nullable(),
  year: z.int().min(1950).max(2100).nullable(),
  /** behind the year, where another sheet has the same first author and year */
  letter: z
    .string()
    .regex(/^[a-z]$/, "One small letter.")
    .optional(),
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
    .check(refuseInvisible)
    .nullable(),
  pmcid: z
    .string()
    .regex(/^PMC\d+$/, "A PMCID is PMC and digits.")
    .nullable(),
});

const source = z.strictObject({
  url: webAddress.nullable(),
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
    for (const [index, { id, domain, plain }] of sheet.outcomes.entries()) {
      const first = plain && sheet.outcomes.find((other) => other.domain === domain && other.plain === plain);
      if (first && first.id !== id) {
        fault(["outcomes", index, "plain"], `"${first.id}" says the same: readers could not tell them apart.`);
      }
    }

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

    for (const [index, found] of sheet.outcomes.entries()) {
      const message = findOfFault(found, byId);
      if (message) fault(["outcomes", index, "of"], message);
    }

    for (const [feature, reported] of Object.entries(sheet.features)) {
      const message = reported && findShareFault(reported, sheet.participants.treated);
      if (message) fault(["features", feature, "n"], message);
    }
    for (const [feature, other] of findContraryShares(sheet.features)) {
      fault(["features", other], `All or most cannot have this where all or most have "${feature}".`);
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

export type Study = z.infer<typeof study>;
