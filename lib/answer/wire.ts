import { z } from "zod";
import { answer } from "@/lib/case/schema";
import { groups } from "@/lib/match/match";
import { safetyItem } from "@/lib/study/safety";
import { outcome, share, study } from "@/lib/study/schema";
import { diagnoses, features } from "@/lib/vocabulary/feature";

const outcomeShape = outcome.shape;
const proportion = z.number().min(0).max(1);
const count = z.int().min(0);
const aspect = z.enum([...features, "diagnosis"]);
const feature = z.enum(features);
const certain = z.enum(["yes", "no"]);

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

const inWords = z.strictObject({ label: z.string(), text: z.string(), population: z.string(), locator: z.string() });

const reason = z.strictObject({
  feature: aspect,
  patient: answer,
  study: share,
  relation: z.enum(["same", "mostly", "partly", "mostly-differs", "differs", "not-reported", "depends"]),
  count: z.strictObject({ n: count, of: count }).nullable(),
});

const studyView = z.strictObject({
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
  response: figure.nullable(),
  relapse: figure.nullable(),
  survival: figure.nullable(),
  /** where the source gives a result in words and not as a count */
  inWords: z.strictObject({ response: inWords.nullable(), relapse: inWords.nullable(), survival: inWords.nullable() }),
  others: z.array(figure),
  dose: z.strictObject({ regimen: z.string(), arithmetic: z.string().nullable() }).nullable(),
});

const poolShape = {
  domain: z.enum(["response", "relapse"]),
  organ: outcomeShape.organ,
  degree: outcomeShape.degree.unwrap().nullable(),
  timing: outcomeShape.timing.unwrap().nullable(),
  arms: z.enum(["randomised", "uncontrolled"]),
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
  status: z.enum(["pooled", "summed", "not-converged"]),
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
      z.strictObject({ status: z.literal("not-converged"), events: count, total: count }),
    ])
    .nullable(),
  reason: z.string().nullable(),
});

const aside = z.array(z.strictObject({ id: z.string(), group: z.enum(groups), lacks: z.array(aspect) }));

/** The whole answer to one case: what every screen, print and reply is made of. */
export const evidenceView = z.strictObject({
  library: z.strictObject({ version: z.string(), studies: count, patients: count, searched: z.iso.date() }),
  profile: z.strictObject({
    features: z.partialRecord(feature, certain),
    implied: z.partialRecord(feature, certain),
    diagnosis: z.enum(diagnoses).nullable(),
    weightKg: z.number().nullable(),
    contradictions: z.array(
      z.strictObject({ features: z.array(z.enum([...features, "diagnosis", "age"])), text: z.string() }),
    ),
  }),
  verdict: z.strictObject({
    text: z.string().min(1),
    sentences: z.array(z.string().min(1)).min(1),
    describing: count,
    patients: count,
  }),
  /** how sure the whole answer can be, in words */
  certainty: z.string().min(1),
  studies: z.array(studyView),
  sets: z.array(set),
  pools: z.array(pooled),
  gap: z.strictObject({
    described: z.boolean(),
    text: z.string().min(1),
    nearest: z.array(z.strictObject({ id: z.string(), lacks: z.array(aspect) })),
    combinations: z.array(
      z.strictObject({ features: z.array(aspect), studies: count, patients: count, uncounted: count }),
    ),
  }),
  guidelines: aside,
  reviews: aside,
  background: aside,
  safety: z.array(safetyItem.extend({ because: z.array(feature) })),
  ask: z.strictObject({ feature, decides: count }).nullable(),
});

export type EvidenceView = z.infer<typeof evidenceView>;
export type StudyView = z.infer<typeof studyView>;
export type Pooled = z.infer<typeof pooled>;
