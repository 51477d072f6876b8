import { createOpenApiDocument } from "@/lib/openapi/document";

export const dynamic = "force-static";

/** Every endpoint of this server, described for programs. */
export function GET(): Response {
  return Response.json(createOpenApiDocument(), { headers: { "cache-control": "public, max-age=0, must-revalidate" } });
}
