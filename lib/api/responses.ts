/** What is answered about one patient is kept by no cache. */
const notKept = { "cache-control": "no-store" };

/** One thing that is wrong with a request, and where: "features.ild". */
export type RequestFault = { path: string; message: string };

/** A request that is not answered, and why. */
export type Refusal = { ok: false; status: 400 | 408 | 413 | 415; errors: RequestFault[] };

/** The most faults that one reply lists, and the most letters of one: a reply is not to be longer than what was sent. */
export const MAX_FAULTS = 20;
const MAX_LETTERS = 300;

/** The reply to a request that could be read: `body` as JSON. */
export function createReply(body: unknown): Response {
  return Response.json(body, { headers: notKept });
}

/**
 * The reply to a request that could not be read: its faults with their places, at most MAX_FAULTS lines.
 * Where the body was not read to its end the connection is closed: the server would take no other request from it.
 */
export function createRefusal({ status, errors }: Pick<Refusal, "status" | "errors">): Response {
  const shown = errors.length > MAX_FAULTS ? errors.slice(0, MAX_FAULTS - 1) : errors;
  const left = errors.length - shown.length;
  const more = left > 0 ? [{ path: "", message: `There are ${left} more faults.` }] : [];
  const headers = status === 400 ? notKept : { ...notKept, connection: "close" };
  return Response.json({ errors: [...shown, ...more].map(shorten) }, { status, headers });
}

/** A key that was sent stands in its fault, however long it is. */
function shorten({ path, message }: RequestFault): RequestFault {
  const cut = (text: string) => (text.length > MAX_LETTERS ? `${text.slice(0, MAX_LETTERS - 1)}…` : text);
  return { path: cut(path), message: cut(message) };
}

/** What every route says while too many others are being answered, and when to ask again, each in its own form. */
export const busy = {
  message: "The server is answering many requests. Try again in a second.",
  headers: { "retry-after": "1" },
} as const;

/** The reply while too many others are being answered. */
export function createBusyReply(): Response {
  const errors: RequestFault[] = [{ path: "", message: busy.message }];
  return Response.json({ errors }, { status: 503, headers: { ...notKept, ...busy.headers } });
}
