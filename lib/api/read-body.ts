/**
 * Reads a request body as text, and stops as soon as it is longer than allowed: an oversize body is never kept in memory.
 * @param limit the most bytes that are read
 * @returns the text, or null where the body is longer
 */
export async function readBody(request: Request, limit: number): Promise<string | null> {
  if (!request.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > limit) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
