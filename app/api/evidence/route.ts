import { assemble } from "@/lib/answer/assemble";
import { prepareLibrary } from "@/lib/answer/library";
import { readBody } from "@/lib/api/body";
import { largestBody, readEvidenceRequest } from "@/lib/api/evidence";
import { refuse, replyWith } from "@/lib/api/reply";
import { loadLibrary } from "@/lib/study/load";

const library = prepareLibrary(loadLibrary());

/** A profile in, the whole result out. Nothing is kept and no body is logged. */
export async function POST(request: Request): Promise<Response> {
  const read = readEvidenceRequest(await readBody(request, largestBody));
  return read.ok ? replyWith(assemble(read.profile, library)) : refuse(read);
}
