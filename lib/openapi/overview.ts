import { createOpenApiDocument } from "./document";

/** One operation in a line. */
export type Endpoint = { method: string; path: string; summary: string };

/** Every endpoint that answers something, in the order of the description: those that only refuse are left out. */
export function listEndpoints(): Endpoint[] {
  const { paths = {} } = createOpenApiDocument();
  return Object.entries(paths).flatMap(([path, { get, post }]) =>
    Object.entries({ GET: get, POST: post }).flatMap(([method, operation]) =>
      operation?.responses?.["200"] ? [{ method, path, summary: operation.summary ?? "" }] : [],
    ),
  );
}

/** The refusals of a POST with what each means. */
export function listFaults(path: string): { status: string; meaning: string }[] {
  const responses = createOpenApiDocument().paths?.[path]?.post?.responses ?? {};
  return Object.entries(responses).flatMap(([status, { description }]: [string, { description: string }]) =>
    Number(status) >= 400 ? [{ status, meaning: description }] : [],
  );
}
