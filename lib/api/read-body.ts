/** The largest body that is read, bytes. */
export const MAX_BODY_BYTES = 64_000;

/**
 * Reads a request body as text, and stops as soon as it is longer than allowed: an oversize body is never kept in memory.
 * @returns the text, or null where the body is longer than MAX_BODY_BYTES
 */
export async function readBody(request: Request): Promise<string | null> {
  if (!request.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
