import { useMemo } from "react";
import { StudiesTable } from "@/components/library/studies-table";
import { Section } from "@/components/ui/section";
import type { EvidenceView } from "@/lib/answer/wire";
import { pluralise } from "@/lib/format/text";
import { groups } from "@/lib/match/match";
import type { StudySummary } from "@/lib/study/summary";
import { groupNames } from "@/lib/wording/group-names";
import { answerSections } from "./answer-nav";

const tableGroups = groups.map((id) => ({ id, ...groupNames[id], isFolded: id === "other" }));

type Props = { view: EvidenceView; studies: ReadonlyMap<string, StudySummary> };

/** Every treatment study in its group; only studies of other patients are folded away, with their number. */
export function MatchedStudies({ view, studies }: Props) {
  const rows = useMemo(
    () =>
      view.studies.flatMap((found) => {
        const study = studies.get(found.id);
        return study ? [{ study, view: found, profile: view.profile }] : [];
      }),
    [view, studies],
  );
  const { patients, studies: held } = view.library;
  const counts = `${pluralise(patients, "patient", "patients")} in ${pluralise(held, "study", "studies")}, each patient once`;
  return (
    <Section
      anchor="studies"
      title={answerSections.studies.title}
      aside={<p className="text-sm text-quiet">{counts}</p>}
    >
      <StudiesTable
        caption="Treatment studies, matched to the case"
        rows={rows}
        groups={tableGroups}
        groupBy="group"
        studies={studies}
      />
    </Section>
  );
}
