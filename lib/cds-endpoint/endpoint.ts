import type { Work } from "@/lib/api/limit-work";
import { readBody } from "@/lib/api/read-body";
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

/** A refusal with its reasons. Where the body was not read to its end the connection is closed. */
export function replyRefusal({ status, outcome }: Refusal): Response {
  const isUnread = status === 408 || status === 413 || status === 415;
  const headers: Record<string, string> =
    status === 401 ? { "www-authenticate": "Bearer" } : isUnread ? { connection: "close" } : {};
  return reply(outcome, status, headers);
}

/** A call from a client that may call, with the public address of this app. */
type Call = { settings: Settings; baseUrl: string };

/** Answers a call of a trusted client, and refuses any other without saying why. */
export async function answerCall(request: Request, answer: (call: Call) => ReturnType<Work>): Promise<Response> {
  const settings = readSettings();
  const called = new URL(request.url);
  const baseUrl = settings.baseUrl ?? called.origin;
  const isKnown = await isTrusted(request, `${baseUrl}${called.pathname}`, settings);
  const response = isKnown
    ? await answer({ settings, baseUrl })
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
