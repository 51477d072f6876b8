import { z } from "zod";
import { ageYears, diagnosis, spelledAnswers, weightKg } from "@/lib/case/profile-schema";
import type { Profile } from "@/lib/case/schema";
import { explainRepeatedKey, findRepeatedKeys } from "@/lib/format/repeated-keys";
import { bodyFaults } from "@/lib/format/request-text";
import type { Refusal, RequestFault } from "./responses";

/** What a record system sends: the profile, every part of it optional. */
export const evidenceRequest = z.strictObject(
  {
    features: z.optional(spelledAnswers),
    diagnosis: z.optional(z.nullable(diagnosis)),
    ageYears: z.optional(z.nullable(ageYears)),
    weightKg: z.optional(z.nullable(weightKg)),
  },
  { error: (issue) => (issue.code === "invalid_type" ? bodyFaults.notObject : undefined) },
);

export type ReadRequest = { ok: true; profile: Profile } | Refusal;

/** Reads a request body, all of it or nothing: every fault is listed with its place, and nothing is half applied. */
export function readEvidenceRequest(body: string): ReadRequest {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { ok: false, status: 400, errors: [{ path: "", message: bodyFaults.notJson }] };
  }
  const repeated = findRepeatedKeys(body).map((path) => ({ path, message: explainRepeatedKey(path) }));
  const parsed = evidenceRequest.safeParse(value);
  if (!parsed.success || repeated.length > 0) {
    return { ok: false, status: 400, errors: [...repeated, ...(parsed.error?.issues.flatMap(listFaults) ?? [])] };
  }
  return { ok: true, profile: toProfile(parsed.data) };
}

/** The profile of a request: what it leaves out is unknown. */
export function toProfile({
  features = {},
  diagnosis = null,
  ageYears = null,
  weightKg = null,
}: z.output<typeof evidenceRequest>): Profile {
  return { features, diagnosis, weightKg, ageYears };
}

/** zod puts all unknown keys of one object in one issue; each gets a line of its own here. */
function listFaults(issue: z.core.$ZodIssue): RequestFault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: `Unknown key "${key}".` }));
  }
  return [{ path: issue.path.join("."), message: issue.message }];
}
