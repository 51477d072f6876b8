import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { ErrorCode } from "@modelcontextprotocol/sdk/types.js";
import { limitWork } from "@/lib/api/limit-work";
import { readBody } from "@/lib/api/read-body";
import { busy } from "@/lib/api/responses";
import { explainRepeatedKey, findRepeatedKeys } from "@/lib/format/repeated-keys";
import type { AssistantLibrary } from "./assistant-library";
import { createMcpServer } from "./create-server";
import { createRateLimit } from "./rate-limit";
import type { McpSettings } from "./settings";

/** Requests that are answered in a minute, those of all who ask together. */
export const REQUESTS_PER_MINUTE = 120;

const minute = 60_000;

/** What an endpoint works with. */
type Endpoint = {
  /** read for each request: where an app is built says nothing of where it runs */
  readSettings: () => McpSettings;
  /** asked for with the first request that is answered */
  getLibrary: () => AssistantLibrary;
  /** the time now, ms */
  readClock: () => number;
};

/**
 * The endpoint of the tools over HTTP ("streamable HTTP" without sessions): each request stands alone, so that any
 * number of servers can answer. Nothing of a request is kept or logged.
 * @returns the answer to one request: 404 where the tools are off, 403 for a page of a site that is not named, 405 for
 *   another method than POST, 400, 408, 413 and 415 for a body that cannot be read, 429 for too many requests a minute,
 *   503 for too many at once
 */
export function createMcpEndpoint({
  readSettings,
  getLibrary,
  readClock,
}: Endpoint): (request: Request) => Promise<Response> {
  const takeTurn = createRateLimit(REQUESTS_PER_MINUTE, minute);
  return async (request) => {
    const { isOn, origins } = readSettings();
    if (!isOn) {
      return refuse(404, "This server does not answer assistants. Its operator can turn that on: MYOMATCH_MCP=on.");
    }
    const origin = request.headers.get("origin");
    // Programs send no origin; a page of another site in somebody's browser cannot leave it out.
    if (origin !== null && !origins.includes(origin)) {
      return refuse(403, `Pages of ${origin} may not ask here. The operator names sites in MYOMATCH_MCP_ORIGINS.`);
    }
    const share = (reply: Response) => (origin === null ? reply : allowOrigin(reply, origin));
    if (request.method === "OPTIONS") return share(new Response(null, { status: 204, headers: notKept }));
    if (request.method !== "POST") {
      return share(refuse(405, "Send a POST: there are no sessions and no streams here.", { allow: "POST, OPTIONS" }));
    }
    const wait = takeTurn(readClock());
    if (wait > 0) {
      const text = `More than ${REQUESTS_PER_MINUTE} requests a minute. Ask again in ${wait} s.`;
      return share(refuse(429, text, { "retry-after": `${wait}` }));
    }
    return share(await answerBody(request, getLibrary));
  };
}

async function answerBody(request: Request, getLibrary: Endpoint["getLibrary"]): Promise<Response> {
  const body = await readBody(request);
  if (!body.ok) {
    const text = body.errors.map(({ message }) => message).join(" ");
    // Where the body was not read to its end, the server would take no other request from the connection.
    return refuse(body.status, text, body.status === 400 ? {} : { connection: "close" });
  }
  let message: unknown;
  try {
    message = JSON.parse(body.text);
  } catch {
    return refuse(400, "The body is no message in JSON.", {}, ErrorCode.ParseError);
  }
  // The protocol has had no batches since its edition of 2025-06-18, and one would get round the limit.
  if (Array.isArray(message)) return refuse(400, "Send one message at a time.", {}, ErrorCode.InvalidRequest);
  const [repeated] = findRepeatedKeys(body.text);
  if (repeated !== undefined) {
    return refuse(400, `${repeated}: ${explainRepeatedKey(repeated)}`, {}, ErrorCode.InvalidRequest);
  }
  return limitWork(
    () => answerMessage(request, message, getLibrary()),
    () => refuse(503, busy.message, busy.headers),
  );
}

async function answerMessage(request: Request, message: unknown, library: AssistantLibrary): Promise<Response> {
  const server = createMcpServer(library);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  const reply = await transport.handleRequest(request, { parsedBody: message });
  // Read to its end before the server that gives it is closed.
  const text = await reply.text();
  await server.close();
  const headers = new Headers(reply.headers);
  headers.set("cache-control", "no-store");
  return new Response(text === "" ? null : text, { status: reply.status, headers });
}

const notKept = { "cache-control": "no-store" };

/** A refusal in the form of the protocol, for a request of which nothing is known yet. */
function refuse(
  status: number,
  message: string,
  headers: Record<string, string> = {},
  code: number = ErrorCode.InvalidRequest,
): Response {
  const body = { jsonrpc: "2.0", error: { code, message }, id: null };
  return Response.json(body, { status, headers: { ...notKept, ...headers } });
}

/** The headers that a browser asks for before it hands a reply to a page of another site. */
function allowOrigin(reply: Response, origin: string): Response {
  reply.headers.set("access-control-allow-origin", origin);
  reply.headers.set("access-control-allow-methods", "POST, OPTIONS");
  reply.headers.set("access-control-allow-headers", "Content-Type, Accept, Mcp-Protocol-Version");
  reply.headers.append("vary", "Origin");
  return reply;
}
