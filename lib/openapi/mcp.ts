import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { statusMeanings } from "./errors";

const id = z.union([z.string(), z.number()]).nullable();

/** A message of JSON-RPC 2.0 that asks for something: what the protocol's own schema says in full. */
const message = z.looseObject({ jsonrpc: z.literal("2.0"), method: z.string() });
const reply = z.looseObject({ jsonrpc: z.literal("2.0"), id });
const refusal = z.strictObject({
  jsonrpc: z.literal("2.0"),
  error: z.looseObject({ code: z.int(), message: z.string() }),
  id,
});

const refusals = {
  400: "The body is no message of the protocol, or more than one.",
  403: "The request comes from a page of a site that the operator has not named.",
  404: "The operator has not turned the tools on.",
  408: statusMeanings[408],
  413: statusMeanings[413],
  415: statusMeanings[415],
  429: "Too many requests a minute. Retry-After says when to ask again.",
  503: statusMeanings[503],
} as const;

const notAllowed = {
  "405": { description: "There are no sessions and no streams.", content: { "application/json": { schema: refusal } } },
  "404": { description: refusals[404], content: { "application/json": { schema: refusal } } },
};

/** The tools for assistants. Their own forms are asked for with the method tools/list. */
export const mcpPaths: ZodOpenApiPathsObject = {
  "/mcp": {
    post: {
      operationId: "callTools",
      summary: "Tools for AI assistants",
      description:
        "The Model Context Protocol over streamable HTTP, without sessions: match_patient, get_study, search_studies, list_gaps. Off unless the operator turns it on. A case that is sent reaches this server; nothing of it is kept or logged.",
      tags: ["Assistants"],
      requestBody: { required: true, content: { "application/json": { schema: message } } },
      responses: {
        "200": { description: "The reply to a request", content: { "application/json": { schema: reply } } },
        "202": { description: "A notification was taken" },
        ...Object.fromEntries(
          Object.entries(refusals).map(([status, description]) => [
            status,
            { description, content: { "application/json": { schema: refusal } } },
          ]),
        ),
      },
    },
    get: { operationId: "openNoStream", summary: "Not offered", tags: ["Assistants"], responses: notAllowed },
    delete: { operationId: "endNoSession", summary: "Not offered", tags: ["Assistants"], responses: notAllowed },
  },
};
