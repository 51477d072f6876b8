import { limitWork, type Work } from "./limit-work";
import { readBody } from "./read-body";
import { createBusyReply, createRefusal } from "./responses";

/**
 * Answers a POST of JSON: reads its body, refuses what cannot be read, and has the rest answered in turn.
 * @param answer what to reply to the text of the body; it is asked for nothing that was refused
 */
export async function answerPost(request: Request, answer: (body: string) => ReturnType<Work>): Promise<Response> {
  const body = await readBody(request);
  return body.ok ? limitWork(() => answer(body.text), createBusyReply) : createRefusal(body);
}
