import { z } from "zod";
import { diagnoses, features } from "@/lib/vocabulary/feature";
import { criteria, degrees, harms, organs, outcomeDomains, timeOrigins, timings } from "@/lib/vocabulary/outcomes";
import { result } from "./result";
import { count, words } from "./values";

const comparator = z
  .strictObject({ label: words, events: count, total: z.int().min(1) })
  .refine(({ events, total }) => events <= total, { path: ["events"], message: "More events than the total." });

/** Characters of the words for the largest type: more do not fit one line of a phone. */
const MAX_PLAIN = 45;

/** What was counted, in words that stand in the middle of a sentence: "skin clear or almost clear". */
const plain = words
  .max(MAX_PLAIN)
  .refine((text) => !text.endsWith("."), "Without a full stop.")
  // "IVIG" may begin it, "Improved" may not.
  .refine((text) => !/^\p{Lu}\p{Ll}/u.test(text), "Begin in lower case.");

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
    plain: plain.nullable().optional(),
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
    const fault = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    const isCount = result.kind === "proportion";
    if ((domain === "response" && isCount) !== (degree !== undefined)) {
      fault("degree", "Response proportions, and only they, carry a degree.");
    }
    if ((domain === "relapse") !== (timing !== undefined)) {
      fault("timing", "Relapses, and only they, carry a timing.");
    }
    if (harm && domain !== "adverse-event") fault("harm", "Only adverse events say what kind of harm they are.");
    if (criterion && domain !== "relapse") fault("criterion", "Only relapses say what tells them.");
    if (months && domain !== "relapse" && domain !== "response" && result.kind !== "time") {
      fault("months", "Only relapses, responses and times say of what time they speak.");
    }
    if (isCount && domain === "survival" && direction === "neutral") {
      fault("direction", "A survival count is of survivors (benefit) or of deaths (harm).");
    }
    if (comparator && !isCount) fault("comparator", "Only a count has another count to compare with.");
  });

export type Outcome = z.infer<typeof outcome>;

/**
 * What is wrong with the outcome that `of` names, as a sentence; null where nothing is, or where it names none.
 * @param byId every outcome of the sheet
 */
export function findOfFault({ id, of, result }: Outcome, byId: ReadonlyMap<string, Outcome>): string | null {
  if (!of) return null;
  if (result.kind !== "proportion") return "Only a count has a total that is another outcome's events.";
  if (of === id) return "An outcome cannot be counted of itself.";
  const counted = byId.get(of);
  if (!counted) return `Names the outcome "${of}", which the sheet does not have.`;
  if (counted.result.kind !== "proportion") return `Names "${of}", which is no count.`;
  return counted.result.events === result.total
    ? null
    : `"${of}" has ${counted.result.events} events, which are not the total of ${result.total}.`;
}
