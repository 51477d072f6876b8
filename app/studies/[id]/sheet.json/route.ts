import { toLibraryFile } from "@/lib/citations/export/json";
import { loadLibrary } from "@/lib/study/load";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return loadLibrary().studies.map(({ id }) => ({ id }));
}

/** One fact sheet as it is in the library, in a file of the same form as that of the complete library. */
export async function GET(_request: Request, { params }: RouteContext<"/studies/[id]/sheet.json">): Promise<Response> {
  const { id } = await params;
  const library = loadLibrary();
  return Response.json(
    toLibraryFile(
      library,
      library.studies.filter((study) => study.id === id),
    ),
  );
}
