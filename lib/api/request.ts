import { z } from "zod";
import { ageYears, diagnosis, spelledAnswers, weightKg } from "@/lib/case/profile-schema";
import type { Profile } from "@/lib/case/schema";
import { explainRepeatedKey, findRepeatedKeys } from "@/lib/format/repeated-keys";

/** What a record system sends: the profile, every part of it optional. */
export const evidenceRequest = z.strictObject(
  {
    features: z.optional(spelledAnswers),
    diagnosis: z.optional(z.nullable(diagnosis)),
    ageYears: z.optional(z.nullable(ageYears)),
    weightKg: z.optional(z.nullable(weightKg)),
  },
  { error: (issue) => (issue.code === "invalid_type" ? "The body is a JSON object." : undefined) },
);

/** One thing that is wrong with a request, and where: "features.ild". */
export type RequestFault = { path: string; message: string };

export type ReadRequest = { ok: true; profile: Profile } | { ok: false; status: 400 | 413; errors: RequestFault[] };

/**
 * Reads a request body, all of it or nothing: every fault is listed with its place, and nothing is half applied.
 * @param body the text, or null where it was longer than allowed
 */
export function readEvidenceRequest(body: string | null): ReadRequest {
  if (body === null) return tooLarge;
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { ok: false, status: 400, errors: [{ path: "", message: "The body is not JSON." }] };
  }
  const repeated = findRepeatedKeys(body).map((path) => ({ path, message: explainRepeatedKey(path) }));
  const parsed = evidenceRequest.safeParse(value);
  if (!parsed.success || repeated.length > 0) {
    return { ok: false, status: 400, errors: [...repeated, ...(parsed.error?.issues.flatMap(listFaults) ?? [])] };
  }
  const { features = {}, diagnosis = null, ageYears = null, weightKg = null } = parsed.data;
  return { ok: true, profile: { features, diagnosis, weightKg, ageYears } };
}

const tooLarge: ReadRequest & { ok: false } = {
  ok: false,
  status: 413,
  errors: [{ path: "", message: "The body is larger than 64 kB." }],
};

/** zod puts all unknown keys of one object in one issue; each gets a line of its own here. */
function listFaults(issue: z.core.$ZodIssue): RequestFault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: `Unknown key "${key}".` }));
  }
  return [{ path: issue.path.join("."), message: issue.message }];
}
