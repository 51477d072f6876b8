import { CaseLink } from "@/components/state/case-link";
import { Section } from "@/components/ui/section";
import type { Answer } from "@/lib/answer/answer";
import { pluralise } from "@/lib/format/text";
import type { Group } from "@/lib/match/match";
import { groupNames } from "@/lib/wording/group-names";
import { answerSections } from "./answer-nav";
import { reportColumns } from "./report-columns";
import { ReportTable } from "./report-table";
import { besideLook, ShownOnDemand } from "./shown-on-demand";

/** The groups that no other part of the page shows. */
const otherGroups = ["general", "other"] as const satisfies readonly Group[];

/**
 * The way to the whole table, and the studies of neither this patient nor a part of it, by group with their number: folded
 * away by the same rule whatever they found.
 */
export function MatchedStudies({ answer }: { answer: Answer }) {
  const { patients, studies } = answer.library;
  const others = answer.guidelines.length + answer.reviews.length + answer.background.length;
  const all = `All ${studies + others} fact sheets: ${pluralise(studies, "treatment study", "treatment studies")}, ${others} reviews, guidelines and background studies`;
  const counts = `${pluralise(patients, "patient", "patients")} in ${pluralise(studies, "study", "studies")}, each patient once`;
  return (
    <Section
      anchor="studies"
      title={answerSections.studies.title}
      aside={<p className="text-sm text-quiet">{counts}</p>}
    >
      <CaseLink href="/studies" className="font-semibold">
        {answer.facts.isEmpty ? all : `${all}, matched to this case`}
      </CaseLink>
      <div className={besideLook}>
        {otherGroups.map((group) => {
          const found = answer.studies.filter((study) => study.group === group);
          const { title, meaning } = groupNames[group];
          return (
            found.length > 0 && (
              <ShownOnDemand key={group} title={`${title}: ${pluralise(found.length, "study", "studies")}`}>
                {() => (
                  <>
                    <p className="text-sm text-quiet">{meaning}</p>
                    <ReportTable
                      caption={title}
                      columns={[reportColumns.response, reportColumns.later, reportColumns.harm]}
                      parts={[{ title: null, studies: found }]}
                      hasPins
                    />
                  </>
                )}
              </ShownOnDemand>
            )
          );
        })}
      </div>
    </Section>
  );
}
