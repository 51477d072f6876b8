import { useMemo } from "react";
import type { StudyRow } from "@/components/study/columns";
import { StudiesTable } from "@/components/study/studies-table";
import { Section } from "@/components/ui/section";
import type { EvidenceView } from "@/lib/evidence/schema";
import { groups } from "@/lib/match/match";
import { groupNames } from "@/lib/present/groups";
import type { StudyRecord } from "@/lib/study/record";
import { counted } from "@/lib/terms/phrases";
import { parts } from "./parts";

const tableGroups = groups.map((id) => ({ id, ...groupNames[id], isFolded: id === "other" }));

type Props = { view: EvidenceView; studies: ReadonlyMap<string, StudyRecord>; fragment: string };

const groupOf = ({ view }: StudyRow) => view.group;

/** Every treatment study in its group; only studies of other patients are folded away, with their number. */
export function MatchedStudies({ view, studies, fragment }: Props) {
  const rows = useMemo(
    () =>
      view.studies.flatMap((found) => {
        const study = studies.get(found.id);
        return study ? [{ study, view: found, profile: view.profile }] : [];
      }),
    [view, studies],
  );
  const { patients, studies: held } = view.library;
  const counts = `${counted(patients, "patient", "patients")} in ${counted(held, "study", "studies")}, each patient once`;
  return (
    <Section anchor="studies" title={parts.studies.title} aside={<p className="text-sm text-quiet">{counts}</p>}>
      <StudiesTable
        caption="Treatment studies, matched to the case"
        rows={rows}
        groups={tableGroups}
        groupOf={groupOf}
        studies={studies}
        fragment={fragment}
      />
    </Section>
  );
}
