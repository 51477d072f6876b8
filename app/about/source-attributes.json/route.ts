import { getSourceAttributes } from "@/lib/methods/source-attributes";
import { loadLibrary } from "@/lib/study/load";

export const dynamic = "force-static";

/** The 13 source attributes as the page "About" shows them. */
export function GET(): Response {
  const library = loadLibrary();
  return Response.json({ library: library.version, attributes: getSourceAttributes(library) });
}
