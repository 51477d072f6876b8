import Link from "next/link";
import { getShortName } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";

/**
 * A study by its short name, linked to its fact sheet; the case travels along in the fragment. The sheet is not
 * fetched ahead: which sheets come into view would tell the server what the case is.
 */
export function StudyLink({ study, fragment }: { study: Pick<StudySummary, "id" | "citation">; fragment: string }) {
  return (
    <Link
      href={`/studies/${study.id}${fragment}`}
      prefetch={false}
      className="inline-flex min-h-6 items-center font-semibold wrap-anywhere"
    >
      {getShortName(study)}
    </Link>
  );
}
