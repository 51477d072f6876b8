import { z } from "zod";
import { bodyFaults } from "@/lib/format/request-text";
import { type Refusal, refuse } from "./outcome";
import type { Service } from "./services";

/** An id of FHIR: it becomes part of an address, so nothing else is taken. */
const fhirId = z
  .string()
  .regex(/^[A-Za-z0-9.-]{1,64}$/, "Use an id of FHIR: 1 to 64 letters, digits, dots and hyphens.");

const webAddress = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    "Use an address that begins with https.",
  );

const context = z.looseObject({
  patientId: fhirId,
  selections: z.optional(z.array(z.string(), "Use a list of references.")),
  draftOrders: z.optional(z.looseObject({ resourceType: z.literal("Bundle", "Use a Bundle.") }, "Use a Bundle.")),
});

/** What is read of a request; members that are not known are left alone, as the standard asks. */
const hookRequest = z.looseObject(
  {
    hook: z.string("Name the hook."),
    hookInstance: z.guid("Use a UUID."),
    fhirServer: z.optional(webAddress),
    fhirAuthorization: z.optional(
      z.looseObject({
        access_token: z
          .string()
          .min(1, "Use a token.")
          .regex(/^[\x21-\x7e]+$/, "Use a token without blanks."),
        token_type: z.literal("Bearer", "Use Bearer."),
        patient: z.optional(fhirId),
      }),
    ),
    context,
    prefetch: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  },
  bodyFaults.notObject,
);

export type HookRequest = z.infer<typeof hookRequest>;

/** Reads the body of a call, all of it or nothing. */
export function readHookRequest(body: string, service: Service): { ok: true; request: HookRequest } | Refusal {
  const value = parseJson(body);
  if (value === undefined) return refuse(400, bodyFaults.notJson);
  const parsed = hookRequest.safeParse(value);
  if (!parsed.success) {
    const [first = "The body is not a request of CDS Hooks.", ...others] = parsed.error.issues.map(describeIssue);
    return refuse(400, first, ...others);
  }
  const fault = findFault(parsed.data, service);
  return fault === null ? { ok: true, request: parsed.data } : refuse(400, fault);
}

/** What is wrong between the parts of a request, as a sentence; null where nothing is. */
function findFault({ hook, fhirServer, fhirAuthorization, context }: HookRequest, service: Service): string | null {
  if (hook !== service.hook) return `hook: this service answers ${service.hook}.`;
  if (fhirAuthorization && fhirServer === undefined)
    return "fhirServer: it is needed where fhirAuthorization is given.";
  if (fhirAuthorization?.patient !== undefined && fhirAuthorization.patient !== context.patientId)
    return "fhirAuthorization.patient: the token is for another patient than context.patientId.";
  if (hook === "order-select" && context.draftOrders === undefined)
    return "context.draftOrders: it is needed for order-select.";
  return null;
}

/** The value of a JSON text; undefined where it is none, or nested too deeply to be read. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** "context.patientId: Use an id of FHIR." The value itself is not repeated. */
export function describeIssue({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}
