import Link from "next/link";
import { shortName } from "@/lib/study/cite";
import type { StudyRecord } from "@/lib/study/record";

/** A study by its short name, linked to its fact sheet; the case travels along in the fragment. */
export function StudyLink({ study, fragment }: { study: StudyRecord; fragment: string }) {
  return (
    <Link href={`/studies/${study.id}${fragment}`} className="font-semibold">
      {shortName(study)}
    </Link>
  );
}
