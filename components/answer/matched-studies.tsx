import { useMemo } from "react";
import { StudiesTable } from "@/components/library/studies-table";
import { toRows } from "@/components/library/study-row";
import { Section } from "@/components/ui/section";
import { type Answer, listSheets } from "@/lib/answer/answer";
import { pluralise } from "@/lib/format/text";
import { groups } from "@/lib/match/match";
import { groupNames } from "@/lib/wording/group-names";
import { answerSections } from "./answer-nav";

/** Studies of other patients are folded away, and general evidence where something nearer exists, whatever it found. */
function listTableGroups({ studies }: Answer) {
  const hasNearer = studies.some(({ group }) => group === "this-patient" || group === "part");
  return groups.map((id) => ({ id, ...groupNames[id], isFolded: id === "other" || (id === "general" && hasNearer) }));
}

/** Every treatment study in its group; those that are folded away with their number. */
export function MatchedStudies({ answer }: { answer: Answer }) {
  const rows = useMemo(() => toRows(answer.studies, answer.facts.profile), [answer]);
  const sheets = useMemo(() => new Map(listSheets(answer).map((study) => [study.id, study])), [answer]);
  const { patients, studies } = answer.library;
  const counts = `${pluralise(patients, "patient", "patients")} in ${pluralise(studies, "study", "studies")}, each patient once`;
  return (
    <Section
      anchor="studies"
      title={answerSections.studies.title}
      aside={<p className="text-sm text-quiet">{counts}</p>}
    >
      <StudiesTable
        caption="Treatment studies, matched to the case"
        rows={rows}
        groups={listTableGroups(answer)}
        groupBy="group"
        studies={sheets}
      />
    </Section>
  );
}
