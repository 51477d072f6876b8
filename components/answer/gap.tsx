import { Section } from "@/components/ui/section";
import type { EvidenceView } from "@/lib/evidence/schema";
import type { StudyRecord } from "@/lib/study/record";
import { StudyLink } from "./study-link";

/** Nearest studies shown before the rest is left to the table. */
const mostNearest = 8;

type Props = { view: EvidenceView; studies: ReadonlyMap<string, StudyRecord>; fragment: string };

/** Where nobody describes the patient: who came nearest, and what each of them lacks. */
export function GapPanel({ view, studies, fragment }: Props) {
  const { gap } = view;
  if (gap.described || gap.nearest.length === 0) return null;
  const lacking = new Map(view.studies.map(({ id, lacking }) => [id, lacking]));
  const shown = gap.nearest.slice(0, mostNearest);
  return (
    <Section title="What nobody has studied, and who came nearest">
      <p className="mb-3">{gap.text}</p>
      <ol className="space-y-1">
        {shown.map(({ id }) => {
          const study = studies.get(id);
          return (
            study && (
              <li key={id}>
                <StudyLink study={study} fragment={fragment} />:{" "}
                {lacking.get(id)?.join("; ") || "only some of its patients"}
              </li>
            )
          );
        })}
      </ol>
      {gap.nearest.length > shown.length && (
        <p className="mt-2 text-sm text-quiet">
          {gap.nearest.length - shown.length} more stand in the table under “Describes part of this patient”.
        </p>
      )}
    </Section>
  );
}
