import { createEvidenceBundle, evidenceMediaType } from "@/lib/evidence-export/bundle";
import { loadLibrary } from "@/lib/study/load";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return loadLibrary().studies.map(({ id }) => ({ id }));
}

/** The results of one fact sheet as FHIR resources. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/studies/[id]/evidence.json">,
): Promise<Response> {
  const { id } = await params;
  const { version, studies } = loadLibrary();
  const study = studies.find((sheet) => sheet.id === id);
  // Only the ids above are ever asked for.
  if (!study) return new Response(null, { status: 404 });
  return Response.json(createEvidenceBundle(study, version), { headers: { "content-type": evidenceMediaType } });
}
