import { answerCase } from "@/lib/answer/answer";
import { prepareLibrary } from "@/lib/answer/library";
import { writeReply } from "@/lib/answer/write-reply";
import { readBody } from "@/lib/api/body";
import { MAX_BODY_BYTES, readEvidenceRequest } from "@/lib/api/evidence";
import { readCase } from "@/lib/case/facts";
import { loadLibrary } from "@/lib/study/load";

const library = prepareLibrary(loadLibrary());

/** A profile in, the whole result out. Nothing is kept and no body is logged. */
export async function POST(request: Request): Promise<Response> {
  const read = readEvidenceRequest(await readBody(request, MAX_BODY_BYTES));
  const headers = { "cache-control": "no-store" };
  if (!read.ok) return Response.json({ errors: read.errors }, { status: read.status, headers });
  return Response.json(writeReply(answerCase(readCase(read.profile), library)), { headers });
}
