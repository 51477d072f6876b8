import { loadLibrary } from "@/lib/study/load";

export const dynamic = "force-static";

/** The bottom line of every sheet in one file: asked for one by one, they would tell the server the case. */
export function GET(): Response {
  const { version, studies } = loadLibrary();
  return Response.json({
    library: version,
    bottomLines: Object.fromEntries(studies.map(({ id, bottomLine }) => [id, bottomLine])),
  });
}
