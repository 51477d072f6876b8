import type { RequestFault } from "./request";

/** What is answered about one patient is kept by no cache. */
const notKept = { "cache-control": "no-store" };

/** The reply to a request that could be read: `body` as JSON. */
export function createReply(body: unknown): Response {
  return Response.json(body, { headers: notKept });
}

/**
 * The reply to a request that could not be read: every fault, with its place.
 * After 413 the connection is closed: the rest of the body was not read, and the server would take no other request
 * from that connection.
 */
export function createRefusal({ status, errors }: { status: 400 | 413; errors: RequestFault[] }): Response {
  const headers = status === 413 ? { ...notKept, connection: "close" } : notKept;
  return Response.json({ errors }, { status, headers });
}
