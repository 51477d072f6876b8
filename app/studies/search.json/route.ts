import { getNotesText } from "@/lib/browse/search";
import { loadLibrary } from "@/lib/study/load";

export const dynamic = "force-static";

/** What the search looks through beside the summaries that every page has: notes, labels and authors of each sheet. */
export function GET(): Response {
  const { version, studies } = loadLibrary();
  const notes = Object.fromEntries(studies.map((study) => [study.id, getNotesText(study)]));
  return Response.json({ library: version, notes });
}
