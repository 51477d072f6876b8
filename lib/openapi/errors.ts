import { z } from "zod";
import type { ZodOpenApiResponsesObject } from "zod-openapi";

/** What every endpoint that reads a body answers where it cannot take it: each fault, and where in the body it is. */
export const requestErrors = z.strictObject({
  errors: z
    .array(
      z.strictObject({
        path: z.string().meta({ description: 'Where in the body: "features.ild". Empty for the body as a whole.' }),
        message: z.string().min(1).meta({ description: "What is wrong, as a sentence." }),
      }),
    )
    .min(1),
});

/** What a refusal means, whatever the endpoint. */
export const statusMeanings = {
  400: "The body is not of the form described. Its faults are listed with their places, and nothing was answered.",
  408: "The body did not arrive in time.",
  413: "The body is larger than 64 kB. The connection is closed.",
  415: "The body is not sent as JSON in UTF-8: application/json.",
  503: "The server is answering as many requests as it can. Retry-After says when to ask again.",
} as const;

/** The refusals of an endpoint that reads a body, all in one form. */
export function describeErrors(): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    Object.entries(statusMeanings).map(([status, description]) => [
      status,
      { description, content: { "application/json": { schema: requestErrors } } },
    ]),
  );
}
