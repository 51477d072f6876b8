import { z } from "zod";
import { bodyFaults } from "@/lib/format/request-text";
import { readJsonBody } from "./json-body";
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
  const read = readJsonBody(body, hookRequest);
  if (!read.ok) return read;
  const fault = findFault(read.value, service);
  return fault === null ? { ok: true, request: read.value } : refuse(400, fault);
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
