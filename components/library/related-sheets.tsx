import { CaseLink } from "@/components/state/case-link";
import { Section } from "@/components/ui/section";
import { pluralise } from "@/lib/format/text";
import { getShortName } from "@/lib/study/citation";
import type { Study } from "@/lib/study/schema";

type Props = { related: readonly Pick<Study, "id" | "citation" | "participants" | "bottomLine">[] };

/** The other sheets of one cohort: the same patients in other reports. */
export function RelatedSheets({ related }: Props) {
  return (
    <Section title="Other sheets of the same patients">
      <p className="mb-2 text-sm text-quiet">
        Patients of one cohort are counted once, in the report with most of them given immunoglobulin.
      </p>
      <ul className="space-y-2">
        {related.map((study) => (
          <li key={study.id} className="border-l-2 border-line pl-3">
            <CaseLink href={`/studies/${study.id}`}>{getShortName(study)}</CaseLink>
            {study.participants.treated !== null &&
              `, ${pluralise(study.participants.treated, "patient", "patients")} given immunoglobulin`}
            : {study.bottomLine}
          </li>
        ))}
      </ul>
    </Section>
  );
}
