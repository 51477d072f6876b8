/** What went wrong, in the form in which FHIR says it. */
export type OperationOutcome = {
  resourceType: "OperationOutcome";
  issue: {
    severity: "error";
    code: (typeof codes)[Refusal["status"]];
    diagnostics: string;
  }[];
};

/** A request that is not answered: its status, and every reason as a sentence. */
export type Refusal = { ok: false; status: 400 | 401 | 404 | 408 | 412 | 413 | 415 | 503; outcome: OperationOutcome };

const codes = {
  400: "invalid",
  401: "login",
  404: "not-found",
  408: "timeout",
  412: "incomplete",
  413: "too-long",
  415: "not-supported",
  503: "throttled",
} as const satisfies Record<Refusal["status"], string>;

/** Reasons that are listed: a reply is not to be longer than what was sent. */
const MAX_REASONS = 20;

/** A refusal with its reasons; what the request held of the patient is never repeated in them. */
export function refuse(status: Refusal["status"], ...reasons: [string, ...string[]]): Refusal {
  const issue = reasons
    .slice(0, MAX_REASONS)
    .map((diagnostics) => ({ severity: "error" as const, code: codes[status], diagnostics }));
  return { ok: false, status, outcome: { resourceType: "OperationOutcome", issue } };
}
