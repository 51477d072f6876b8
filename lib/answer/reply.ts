import { z } from "zod";
import { profile } from "@/lib/case/profile-schema";
import { groups } from "@/lib/match/match";
import { reason } from "@/lib/match/reason";
import { safetyItem } from "@/lib/study/safety";
import { outcome, study } from "@/lib/study/schema";
import { wantedReport } from "@/lib/study/wanted";
import { aspects, features, patientDiagnoses } from "@/lib/vocabulary/feature";
import { cellDomains, comparedDomains, criteria, harms, mapFigureDomains } from "@/lib/vocabulary/outcomes";

const outcomeShape = outcome.shape;
const proportion = z.number().min(0).max(1);
const count = z.int().min(0);
const aspect = z.enum(aspects);
const feature = z.enum(features);
const yesNo = z.enum(["yes", "no"]);

const interval = z.strictObject({ low: proportion, high: proportion, method: z.enum(["wilson", "exact"]) });

const comparison = z.strictObject({
  label: z.string(),
  events: count,
  total: count.min(1),
  interval,
  p: z.string().nullable(),
  difference: z
    .strictObject({
      value: z.number().min(-1).max(1),
      low: z.number().min(-1).max(1),
      high: z.number().min(-1).max(1),
      method: z.literal("newcombe"),
    })
    .nullable(),
  numberNeeded: z.strictObject({ number: count.min(1), direction: z.enum(["benefit", "harm"]) }).nullable(),
  note: z.string().nullable(),
});

const figure = z.strictObject({
  id: z.string(),
  domain: outcomeShape.domain,
  outcome: z.string(),
  label: z.string().min(1),
  /** what was counted, in the plainest words the sheet has */
  plain: z.string().min(1),
  /** the outcome whose events are this one's total; null where the total is no other outcome */
  of: z.string().nullable(),
  criterion: z.enum(criteria).nullable(),
  harm: z.enum(harms).nullable(),
  organ: outcomeShape.organ.unwrap(),
  degree: outcomeShape.degree.unwrap().nullable(),
  timing: outcomeShape.timing.unwrap().nullable(),
  direction: outcomeShape.direction,
  events: count,
  total: count.min(1),
  population: z.string().min(1),
  subgroup: outcomeShape.subgroup.unwrap().nullable(),
  definition: z.string().nullable(),
  interval,
  derived: z.string().nullable(),
  certainty: z.string().min(1),
  comparison: comparison.nullable(),
  locator: z.string().min(1),
  source: z.strictObject({ label: z.string().min(1), url: z.url().nullable() }),
});

const textResult = z.strictObject({
  label: z.string(),
  plain: z.string(),
  text: z.string(),
  population: z.string(),
  locator: z.string(),
});

/** A result of a domain that has no leading figure: a count, or words. */
const otherResult = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("count"), figure }),
  z.strictObject({ kind: z.literal("text"), text: textResult, harm: z.enum(harms).nullable() }),
]);

/** Counts each of which is of the events of the one before: of 27, 19 responded; of these, 10 relapsed. */
const nestedCounts = z.array(z.strictObject({ outcome: z.string(), plain: z.string(), events: count, total: count }));

const dose = z.strictObject({
  regimen: z.string(),
  arithmetic: z.string().nullable(),
  /** why nothing is worked out, or what guidelines say of such a weight; null where there is nothing to say */
  note: z.string().nullable(),
});

/** What the patients of a study were given. */
const given = z.strictObject({
  id: z.string(),
  route: z.enum(["intravenous", "subcutaneous"]),
  frequency: z.string().nullable(),
  courses: z.string().nullable(),
  alongside: z.string().nullable(),
  dose: dose.nullable(),
});

const specialTrait = z.strictObject({ feature, share: z.enum(["all", "most"]) });

const studyReply = z.strictObject({
  id: z.string(),
  group: z.enum(groups),
  reasons: z.array(reason),
  lacks: z.array(aspect),
  /** what it lacks, in words, in the order of `lacks` */
  lacking: z.array(z.string()),
  level: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  design: study.shape.design.shape.type,
  treated: count.nullable(),
  cohort: z.string().nullable(),
  // response, relapse, survival: null where the source gives no count
  ...mapFigureDomains(() => figure.nullable()),
  /** where the source gives a result in words and not as a count */
  inWords: z.strictObject(mapFigureDomains(() => textResult.nullable())),
  others: z.array(figure),
  /** adverse events, in the order in which harm is shown */
  harms: z.array(otherResult),
  /** what became of a pregnancy and the child */
  pregnancy: z.array(otherResult),
  nested: z.array(nestedCounts),
  /** what all or most of its patients have and the patient was not said to have */
  traits: z.array(specialTrait),
  dose: dose.nullable(),
});

/** Whom the total of a relapse counts. */
export const denominators = ["responders", "all-treated", "other"] as const;
export const ageGroups = ["children", "adults", "mixed-or-not-stated"] as const;
export const keptKinds = ["made", "kept", "some-kept"] as const;

/** Where figures come from: trials, or series and groups that were not formed at random. */
const arms = z.enum(["randomised", "uncontrolled"]);

const poolShape = {
  domain: z.enum(comparedDomains),
  organ: outcomeShape.organ,
  degree: outcomeShape.degree.unwrap().nullable(),
  timing: outcomeShape.timing.unwrap().nullable(),
  criterion: z.enum(criteria).nullable(),
  denominator: z.enum(denominators).nullable(),
  ages: z.enum(ageGroups),
  /** whether the patients were on immunoglobulin before, so that a response was kept and not made */
  kept: z.enum(keptKinds),
  arms,
  studies: z.array(z.string()),
};

const pooled = z.strictObject({
  ...poolShape,
  events: count,
  total: count.min(1),
  pooled: proportion.nullable(),
  low: proportion.nullable(),
  high: proportion.nullable(),
  predictionLow: proportion.nullable(),
  predictionHigh: proportion.nullable(),
  tau2: z.number().min(0).nullable(),
  status: z.enum(["pooled", "summed", "too-unlike", "not-converged"]),
});

const set = z.strictObject({
  ...poolShape,
  pooled: z.array(z.string()),
  pool: z
    .discriminatedUnion("status", [
      z.strictObject({
        status: z.literal("pooled"),
        events: count,
        total: count,
        pooled: proportion,
        low: proportion,
        high: proportion,
        predictionLow: proportion,
        predictionHigh: proportion,
        tau2: z.number().min(0),
        logLikelihood: z.number(),
      }),
      z.strictObject({
        status: z.literal("summed"),
        method: z.literal("exact"),
        events: count,
        total: count,
        low: proportion,
        high: proportion,
      }),
      z.strictObject({ status: z.enum(["too-unlike", "not-converged"]), events: count, total: count }),
    ])
    .nullable(),
  reason: z.string().nullable(),
});

const relatedSheets = z.array(z.strictObject({ id: z.string(), group: z.enum(groups), lacks: z.array(aspect) }));

/** A combination of stated features: the studies that describe it, their patients, and how many give no number. */
const combination = z.strictObject({ features: z.array(aspect), studies: count, patients: count, uncounted: count });

/** The open question whose answer would change the result most, and the studies whose group turns on it. */
const nextQuestion = z.strictObject({ feature, decides: count });

const namedCount = z.strictObject({ id: z.string(), events: count, total: count });

/** What leads in one domain, and how the other studies that describe the patient stand to it. */
const cell = z.strictObject({
  domain: z.enum(cellDomains),
  /** of relapses: each timing has a cell of its own */
  timing: outcomeShape.timing.unwrap().nullable(),
  /** null where no study that describes the patient counts it */
  lead: z
    .strictObject({
      id: z.string(),
      outcome: z.string(),
      traits: z.array(z.enum(features)),
      events: count,
      total: count,
      /** by which rule it leads */
      rule: z.enum(["trial", "series", "few", "single-cases"]),
      /** the reports that were added up; one, but for single cases */
      reports: z.array(z.string()),
    })
    .nullable(),
  counting: count,
  silent: count,
  lowest: namedCount.nullable(),
  highest: namedCount.nullable(),
  trials: z.array(z.string()),
});

/** A study that meets every deciding answer, one of them in some of its patients only. */
const including = z.strictObject({ id: z.string(), aspect, n: count, of: count });

/** An answer without which studies describe the patient. */
const leaveOut = z.strictObject({ feature: aspect, describing: count, patients: count });

/** The answer in a few sentences: the first says who describes this patient, or that nobody does. */
const verdict = z.strictObject({
  text: z.string().min(1),
  sentences: z.array(z.string().min(1)).min(1),
  describing: count,
  patients: count,
});

/**
 * The reply of POST /api/evidence: the contract with other programs, and the only schema of what an answer holds. Types
 * that the answer shares with it are inferred from here, so that the two cannot differ.
 */
export const evidenceReply = z.strictObject({
  library: z.strictObject({ version: z.string(), studies: count, patients: count, searched: z.iso.date() }),
  profile: z.strictObject({
    features: z.partialRecord(feature, yesNo),
    implied: z.partialRecord(feature, yesNo),
    diagnosis: z.enum(patientDiagnoses).nullable(),
    weightKg: z.number().nullable(),
    contradictions: z.array(
      z.strictObject({
        features: z.array(z.enum([...features, "diagnosis", "age"])),
        text: z.string(),
        /** the ways out, each as the profile to send instead */
        remedies: z.array(z.strictObject({ label: z.string(), profile })),
      }),
    ),
  }),
  verdict,
  /** how sure the whole answer can be, in words; of a disease that is not covered, the sentence that says so */
  certainty: z.string().min(1),
  studies: z.array(studyReply),
  sets: z.array(set),
  pools: z.array(pooled),
  gap: z.strictObject({
    described: z.boolean(),
    text: z.string().min(1),
    nearest: z.array(z.strictObject({ id: z.string(), lacks: z.array(aspect) })),
    combinations: z.array(combination),
  }),
  guidelines: relatedSheets,
  reviews: relatedSheets,
  background: relatedSheets,
  safety: z.array(safetyItem.extend({ because: z.array(feature) })),
  ask: nextQuestion.nullable(),
  scope: z.strictObject({ covered: z.boolean(), text: z.string().nullable() }),
  cells: z.array(cell),
  include: z.array(including),
  leaveOut: z.array(leaveOut),
  given: z.array(given),
  /** known reports of such patients that are not in the library */
  wanted: z.array(wantedReport),
  sure: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
});

export type EvidenceReply = z.infer<typeof evidenceReply>;

/** One counted result as every output shows it: events of total, population, interval, and where it was read. */
export type Figure = z.infer<typeof figure>;
/** A second arm of the same study. `difference` is null, with the reason in `note`, where it would mislead. */
export type Comparison = z.infer<typeof comparison>;
/** A result that its source gives in words, or as a change, and not as a count of patients. */
export type TextResult = z.infer<typeof textResult>;
/** A regimen as reported, and worked out for one weight; `arithmetic` is null where a number is missing. */
export type Dose = z.infer<typeof dose>;
export type OtherResult = z.infer<typeof otherResult>;
export type NestedCounts = z.infer<typeof nestedCounts>;
export type Given = z.infer<typeof given>;
export type Cell = z.infer<typeof cell>;
export type Including = z.infer<typeof including>;
export type LeaveOut = z.infer<typeof leaveOut>;
export type Sure = EvidenceReply["sure"];
export type Denominator = (typeof denominators)[number];
export type AgeGroup = (typeof ageGroups)[number];
export type Kept = (typeof keptKinds)[number];
export type Arms = z.infer<typeof arms>;
export type Combination = z.infer<typeof combination>;
export type NextQuestion = z.infer<typeof nextQuestion>;
export type Verdict = z.infer<typeof verdict>;
