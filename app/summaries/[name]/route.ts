import { loadSummaryFile } from "@/lib/answer/load-summaries";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return [{ name: loadSummaryFile().name }];
}

/** The summaries that every page takes its studies from. The name changes with the content, so it is kept for good. */
export function GET(): Response {
  return new Response(loadSummaryFile().text, {
    headers: { "Content-Type": "application/json", "Cache-Control": "public, max-age=31536000, immutable" },
  });
}
