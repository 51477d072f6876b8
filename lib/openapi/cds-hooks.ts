import { z } from "zod";
import type { ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from "zod-openapi";
import { statusMeanings } from "./errors";

// The forms of CDS Hooks 2.0.1 (https://cds-hooks.hl7.org/2.0/), as far as this server sends or reads them.

const text = z.string().min(1);

const service = z.strictObject({
  id: text,
  hook: z.enum(["patient-view", "order-select"]),
  hookVersion: text,
  version: text,
  title: text,
  description: text,
  prefetch: z.record(z.string(), text),
  usageRequirements: text,
});

const hookRequest = z.looseObject({
  hook: text,
  hookInstance: z.guid(),
  fhirServer: z.url().optional(),
  fhirAuthorization: z.looseObject({ access_token: text, token_type: z.literal("Bearer") }).optional(),
  context: z.looseObject({ patientId: text }),
  prefetch: z.record(z.string(), z.unknown()).nullable().optional(),
});

/** One card at most, which informs and suggests nothing. */
const card = z.strictObject({
  uuid: text,
  summary: text.max(139),
  detail: text,
  indicator: z.literal("info"),
  source: z.strictObject({ label: text, url: z.url().optional() }),
  links: z
    .array(z.strictObject({ label: text, url: z.url(), type: z.literal("absolute") }))
    .min(1)
    .optional(),
});

const feedback = z.looseObject({
  feedback: z
    .array(z.looseObject({ card: text, outcome: z.enum(["accepted", "overridden"]), outcomeTimestamp: text }))
    .min(1),
});

const outcome = z.strictObject({
  resourceType: z.literal("OperationOutcome"),
  issue: z.array(z.strictObject({ severity: z.literal("error"), code: text, diagnostics: text })).min(1),
});

const meanings = {
  400: "The body is not of the form that CDS Hooks asks for.",
  401: "The call does not come from a trusted client.",
  404: "There is no service of this name.",
  408: statusMeanings[408],
  412: "Neither the prefetch nor the FHIR server gives the conditions of the patient.",
  413: "The body is too large.",
  415: statusMeanings[415],
  503: statusMeanings[503],
} as const;

/** Refusals as FHIR says them. */
function describeRefusals(...statuses: (keyof typeof meanings)[]): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    statuses.map((status) => [
      `${status}`,
      { description: meanings[status], content: { "application/json": { schema: outcome } } },
    ]),
  );
}

const requestParams = {
  path: z.object({ id: text.meta({ description: "The id of a service", example: "myomatch-patient-view" }) }),
};
const tags = ["CDS Hooks"];
const counts = z.strictObject({ accepted: z.int().min(0), overridden: z.int().min(0) });

/** The services that a record system calls. */
export const cdsHooksPaths: ZodOpenApiPathsObject = {
  "/cds-services": {
    get: {
      operationId: "listServices",
      summary: "The services of CDS Hooks",
      tags,
      responses: {
        "200": {
          description: "Each service with what it asks of the record",
          content: { "application/json": { schema: z.strictObject({ services: z.array(service) }) } },
        },
        ...describeRefusals(401),
      },
    },
  },
  "/cds-services/{id}": {
    post: {
      operationId: "callService",
      summary: "A card with the evidence for the patient of a record",
      description:
        "At most one card. A patient without myositis gets an empty list. What the record does not say is unknown, and never no. Nothing of the body is kept or logged.",
      tags,
      requestParams,
      requestBody: { required: true, content: { "application/json": { schema: hookRequest } } },
      responses: {
        "200": {
          description: "The cards",
          content: { "application/json": { schema: z.strictObject({ cards: z.array(card).max(1) }) } },
        },
        ...describeRefusals(400, 401, 404, 408, 412, 413, 415, 503),
      },
    },
  },
  "/cds-services/{id}/feedback": {
    post: {
      operationId: "sendFeedback",
      summary: "What became of a card",
      description: "Only the number of cards that were accepted and overridden is kept, until the server stops.",
      tags,
      requestParams,
      requestBody: { required: true, content: { "application/json": { schema: feedback } } },
      responses: {
        "200": { description: "Taken", content: { "application/json": { schema: z.strictObject({}) } } },
        ...describeRefusals(400, 401, 404, 408, 413, 415),
      },
    },
    get: {
      operationId: "countFeedback",
      summary: "How many cards were accepted and overridden",
      tags,
      requestParams,
      responses: {
        "200": { description: "Since the server started", content: { "application/json": { schema: counts } } },
        ...describeRefusals(401, 404),
      },
    },
  },
};
