import { largestBody, readEvidenceRequest, tooLarge } from "@/lib/api/evidence";
import { assemble } from "@/lib/evidence/assemble";
import { prepareLibrary } from "@/lib/evidence/library";
import { loadLibrary } from "@/lib/study/load";

const library = prepareLibrary(loadLibrary());

/** A profile in, the whole result out. Nothing is kept and no body is logged. */
export async function POST(request: Request): Promise<Response> {
  // The announced length is looked at first, so that an oversize body is not read at all.
  const isAnnouncedTooLarge = Number(request.headers.get("content-length") ?? 0) > largestBody;
  const read = isAnnouncedTooLarge ? tooLarge : readEvidenceRequest(await request.text());
  const headers = { "cache-control": "no-store" };
  if (!read.ok) return Response.json({ errors: read.errors }, { status: read.status, headers });
  return Response.json(assemble(read.profile, library), { headers });
}
