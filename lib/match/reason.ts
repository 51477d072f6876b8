import * as z from "zod/mini";
import { answer } from "@/lib/case/profile-schema";
import { aspects, shares } from "@/lib/vocabulary/feature";

/** How a patient's answer meets what a study says of its patients. */
export const relation = z.enum(["same", "mostly", "partly", "mostly-differs", "differs", "not-reported", "depends"]);
export type Relation = z.infer<typeof relation>;

/**
 * How a study is silent. What we did not read is never called "not reported"; a diagnosis whose patients may be counted
 * under another is "not split".
 */
export const silences = [
  "not in the abstract",
  "not reported",
  "not in what was read",
  "not split in what was read",
] as const;
export type Silence = (typeof silences)[number];

/** Why a study is where it is, for one aspect of the patient. `count` is of the patients given immunoglobulin. */
export const reason = z.strictObject({
  feature: z.enum(aspects),
  patient: answer,
  study: z.enum(shares),
  relation,
  /** how the study is silent about it, in words; null where it speaks */
  silence: z.nullable(z.enum(silences)),
  /** for what the patient's answer or the study's share follows by definition from another: why; null for what was said */
  definition: z.nullable(z.string()),
  /** how the answer is compared; null where the patient's answer is not stated */
  role: z.nullable(z.enum(["decides", "refines", "follows"])),
  count: z.nullable(z.strictObject({ n: z.int().check(z.gte(0)), of: z.int().check(z.gte(0)) })),
});
export type Reason = z.infer<typeof reason>;
