import { loadLibrary } from "@/lib/study/load";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return loadLibrary().studies.map(({ id }) => ({ id }));
}

/** One fact sheet as it lies in the library. */
export async function GET(_request: Request, { params }: RouteContext<"/studies/[id]/sheet.json">): Promise<Response> {
  const { id } = await params;
  return Response.json(loadLibrary().studies.find((study) => study.id === id));
}
