import type { Work } from "@/lib/api/limit-work";
import { readBody } from "@/lib/api/read-body";
import { busy } from "@/lib/api/responses";
import { type Refusal, refuse } from "@/lib/cds/outcome";
import { findService, type Service } from "@/lib/cds/services";
import { readSettings, type Settings } from "./settings";
import { isTrusted } from "./verify-client";

/** Bytes of a call that are read: a whole record as prefetch, and no more. */
export const MAX_CALL_BYTES = 4_000_000;

/** Browsers of record systems call from other addresses. Nothing here depends on who is logged in, so any may. */
const crossOrigin = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, OPTIONS",
  "access-control-allow-headers": "Authorization, Content-Type",
  "access-control-max-age": "600",
};

/** The reply to the question of a browser whether it may call. */
export function answerPreflight(): Response {
  return new Response(null, { status: 204, headers: crossOrigin });
}

/** A reply as JSON, which no cache keeps. */
export function reply(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });
}

/** Where the body was not read to its end, the server would take no other request from the connection. */
const unread = { connection: "close" };
const refusalHeaders: Partial<Record<Refusal["status"], Record<string, string>>> = {
  401: { "www-authenticate": "Bearer" },
  408: unread,
  413: unread,
  415: unread,
  503: busy.headers,
};

/** A refusal with its reasons. */
export function replyRefusal({ status, outcome }: Refusal): Response {
  return reply(outcome, status, refusalHeaders[status]);
}

/** The refusal while too many others are being answered. */
export function replyBusy(): Response {
  return replyRefusal(refuse(503, busy.message));
}

/** A call from a client that may call. */
type Call = { settings: Settings };

/** Answers a call of a trusted client, and refuses any other without saying why. */
export async function answerCall(request: Request, answer: (call: Call) => ReturnType<Work>): Promise<Response> {
  const settings = readSettings();
  const response = (await isTrusted(request, settings))
    ? await answer({ settings })
    : replyRefusal(refuse(401, "The call was not accepted."));
  for (const [name, value] of Object.entries(crossOrigin)) response.headers.set(name, value);
  return response;
}

/** Answers a call of the service of this id; there is none of any other. */
export function answerService(
  request: Request,
  id: string,
  answer: (call: Call & { service: Service }) => ReturnType<Work>,
): Promise<Response> {
  return answerCall(request, (call) => {
    const service = findService(id);
    return service
      ? answer({ ...call, service })
      : replyRefusal(refuse(404, "There is no service of this name. The list is at /cds-services."));
  });
}

/** The same with the text of its body. */
export function answerBody(
  request: Request,
  id: string,
  answer: (call: Call & { service: Service; body: string }) => ReturnType<Work>,
): Promise<Response> {
  return answerService(request, id, async (call) => {
    const body = await readBody(request, MAX_CALL_BYTES);
    if (body.ok) return answer({ ...call, body: body.text });
    const [first = "The body could not be read.", ...others] = body.errors.map(({ message }) => message);
    return replyRefusal(refuse(body.status, first, ...others));
  });
}
