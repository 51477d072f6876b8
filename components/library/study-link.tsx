import { CaseLink } from "@/components/state/case-link";
import { getShortName } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";

type Props = {
  study: Pick<StudySummary, "id" | "citation">;
  /** stands by itself, not within a line of text, and so is tall enough for a finger */
  isAlone?: boolean;
};

/** A study by its short name, linked to its fact sheet. */
export function StudyLink({ study, isAlone = false }: Props) {
  return (
    <CaseLink
      href={`/studies/${study.id}`}
      isAlone={false}
      className={`inline-flex ${isAlone ? "min-h-11" : "min-h-6"} items-center font-semibold wrap-anywhere`}
    >
      {getShortName(study)}
    </CaseLink>
  );
}
