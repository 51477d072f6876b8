import { toLibraryFile } from "@/lib/citations/export/json";
import { loadLibrary } from "@/lib/study/load";

export const dynamic = "force-static";

/**
 * Every fact sheet in one file. An export of some studies is cut from it in the browser, so that the server cannot tell
 * which studies were taken.
 */
export function GET(): Response {
  const library = loadLibrary();
  return Response.json(toLibraryFile(library, library.studies));
}
