import { createDocument, type oas31, type ZodOpenApiPathsObject } from "zod-openapi";
import { evidenceReply } from "@/lib/answer/reply";
import { evidenceRequest } from "@/lib/api/request";
import { evidenceBundle } from "@/lib/evidence-export/schema";
import { study } from "@/lib/study/schema";
import { cdsHooksPaths } from "./cds-hooks";
import { describeErrors, requestErrors } from "./errors";
import { exampleProfile } from "./examples";
import { libraryFilePaths } from "./library-files";
import { mcpPaths } from "./mcp";

const evidencePaths: ZodOpenApiPathsObject = {
  "/api/evidence": {
    post: {
      operationId: "findEvidence",
      summary: "The evidence for a case",
      description:
        "Takes a patient profile and answers with everything that Myomatch shows of such a patient. What is absent is unknown, and never no. Nothing of the body is kept or logged.",
      tags: ["Evidence"],
      requestBody: {
        required: true,
        description: "The profile, at most 64 kB. Every part of it is optional.",
        content: { "application/json": { schema: evidenceRequest, example: exampleProfile } },
      },
      responses: {
        "200": {
          description: "The answer. A patient whom nobody studied gets one too: see gap.",
          content: { "application/json": { schema: evidenceReply } },
        },
        ...describeErrors(),
      },
    },
  },
};

/** Every endpoint in OpenAPI 3.1, made from the schemas that the endpoints themselves use. */
export function createOpenApiDocument(): oas31.OpenAPIObject {
  return createDocument({
    openapi: "3.1.1",
    info: {
      title: "Myomatch",
      version: "1.0.0",
      description:
        "Published studies of immunoglobulin in myositis, matched to one patient. It lists evidence and makes no recommendation. Not for emergencies.",
      license: { name: "Apache-2.0 (code), CC-BY-4.0 (fact sheets)" },
    },
    tags: [
      { name: "Evidence", description: "The answer to one case" },
      { name: "Library", description: "Files made when the app was built" },
      { name: "Assistants", description: "The same for assistants, where the operator turned it on" },
    ],
    paths: { ...evidencePaths, ...cdsHooksPaths, ...libraryFilePaths, ...mcpPaths },
    components: {
      schemas: {
        EvidenceRequest: evidenceRequest,
        EvidenceReply: evidenceReply,
        EvidenceBundle: evidenceBundle,
        Study: study,
        Errors: requestErrors,
      },
    },
  });
}
