import { CaseLink } from "@/components/state/case-link";
import { getShortName } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";

type Props = {
  study: Pick<StudySummary, "id" | "citation">;
  /** stands by itself, not within a line of text, and so is tall enough for a finger */
  isAlone?: boolean;
};

/**
 * A study by its short name, linked to its fact sheet. The sheet is not fetched ahead: which sheets come into view would
 * reveal the case to the server.
 */
export function StudyLink({ study, isAlone = false }: Props) {
  return (
    <CaseLink
      href={`/studies/${study.id}`}
      isPrefetched={false}
      isAlone={false}
      className={`inline-flex ${isAlone ? "min-h-11" : "min-h-6"} items-center font-semibold wrap-anywhere`}
    >
      {getShortName(study)}
    </CaseLink>
  );
}
