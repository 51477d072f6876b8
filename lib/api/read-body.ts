import type { Refusal } from "./responses";

/** The largest body that is read, bytes. */
export const MAX_BODY_BYTES = 64_000;
/** How long a body may take to arrive, ms: one that trickles holds its connection and memory. */
export const BODY_DEADLINE_MS = 10_000;

export type ReadBody = { ok: true; text: string } | Refusal;

/**
 * Reads a request body as text, and stops as soon as it is larger than allowed or takes too long: such a body is never
 * kept in memory.
 * @returns the text; or the refusal of a body that is no JSON in UTF-8 by its headers (415), is larger than
 * MAX_BODY_BYTES (413), has not arrived within BODY_DEADLINE_MS (408), or was broken off (400)
 */
export async function readBody(request: Request): Promise<ReadBody> {
  if (!isPlainJson(request.headers)) return refuse(415, "Send JSON in UTF-8: content-type application/json.");
  if (!request.body) return { ok: true, text: "" };
  const reader = request.body.getReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), BODY_DEADLINE_MS);
  });
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  try {
    for (;;) {
      const read = await Promise.race([reader.read(), deadline]);
      if (read === "late") return refuse(408, "The body did not arrive within 10 seconds.");
      if (read.done) return { ok: true, text: text + decoder.decode() };
      length += read.value.length;
      if (length > MAX_BODY_BYTES) return refuse(413, "The body is larger than 64 kB.");
      text += decoder.decode(read.value, { stream: true });
    }
  } catch {
    // Whoever broke it off is gone; thrown on, it would write a line to the log for each.
    return refuse(400, "The body was broken off.");
  } finally {
    clearTimeout(timer);
    // What is left of the body is not wanted; of one that was broken off there is nothing to leave.
    reader.cancel().catch(() => undefined);
  }
}

function refuse(status: Refusal["status"], message: string): Refusal {
  return { ok: false, status, errors: [{ path: "", message }] };
}

/** Whether a body is JSON in UTF-8 and not compressed, as far as its headers say. */
function isPlainJson(headers: Headers): boolean {
  const [type = "", ...parameters] = (headers.get("content-type") ?? "").toLowerCase().split(";");
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("charset="));
  return (
    /^application\/([\w.-]+\+)?json$/.test(type.trim()) &&
    (charset === undefined || /^charset="?utf-8"?$/.test(charset)) &&
    (headers.get("content-encoding") ?? "identity").toLowerCase() === "identity"
  );
}
