import { StudyLink } from "@/components/library/study-link";
import { useBottomLines } from "@/components/state/use-bottom-lines";
import type { StudyAnswer } from "@/lib/answer/study-answer";

/** Studies whose bottom lines are read at once; of more, each stands in the study's own row. */
const MAX_STUDIES = 3;

/** What one to three studies found, each in the sentence of its sheet. Nothing where more describe the patient. */
export function BottomLines({ studies }: { studies: readonly StudyAnswer[] }) {
  // Asked for whatever the number of studies, so that the request tells nothing of the case.
  const lines = useBottomLines();
  if (studies.length === 0 || studies.length > MAX_STUDIES || lines === "failed") return null;
  return (
    <ul className="space-y-2 text-sm">
      {studies.map(({ study }) => (
        // As many lines as most of them take are kept free until they are there, so that nothing below moves.
        <li key={study.id} className={lines === "loading" ? "min-h-32 @2xl:min-h-11" : undefined}>
          <StudyLink study={study} />: {lines === "loading" ? "…" : lines[study.id]}
        </li>
      ))}
    </ul>
  );
}
