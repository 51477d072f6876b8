import { CaseLink } from "@/components/state/case-link";
import type { CaseChange } from "@/components/state/case-provider";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import type { Answer } from "@/lib/answer/answer";
import { leaveOut } from "@/lib/answer/leave-out";
import { getFigure } from "@/lib/answer/result";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { formatWantedReports } from "@/lib/answer/wanted-reports";
import { getSubject } from "@/lib/case/facts";
import { pluralise } from "@/lib/format/text";
import { formatPatientsWith, formatWith, toSubject } from "@/lib/vocabulary/phrases";
import { nameAspect } from "@/lib/wording/match-reasons";
import { answerSections } from "./answer-nav";
import { Block } from "./block";
import { reportColumns } from "./report-columns";
import { type ReportColumn, ReportTable } from "./report-table";

type Props = { answer: Answer; onLeaveOut: (removal: CaseChange) => void };

/** Whether there is anything else to look at. */
export function hasElsewhere(answer: Answer): boolean {
  return answer.including.length + selectOffered(answer).length > 0 || formatWantedReports(answer.wanted) !== null;
}

/**
 * Where few or none describe this patient: who treated such patients among others, which answer hides most studies, and
 * which known reports the library does not hold.
 */
export function Elsewhere({ answer, onLeaveOut }: Props) {
  const wanted = formatWantedReports(answer.wanted);
  const offered = selectOffered(answer);
  if (!hasElsewhere(answer)) return null;
  return (
    <Section anchor="elsewhere" title={answerSections.elsewhere.title}>
      <div className="space-y-4">
        {answer.including.length > 0 && <IncludingStudies answer={answer} />}
        {offered.length > 0 && <AnswersToLeaveOut answer={answer} onLeaveOut={onLeaveOut} />}
        {wanted !== null && (
          <p className="text-sm">
            {wanted}:{" "}
            <CaseLink href="/about" isAlone={false}>
              which, and why
            </CaseLink>
            .
          </p>
        )}
      </div>
    </Section>
  );
}

/** The answers to leave out whose case no part of a gap opens already. */
function selectOffered({ leaveOut: all, gap, facts }: Answer): Answer["leaveOut"] {
  return all.filter(
    ({ feature }) =>
      !gap.studied.some(({ features }) => features.length === facts.defining.length - 1 && !features.includes(feature)),
  );
}

function IncludingStudies({ answer }: Pick<Props, "answer">) {
  const { profile } = answer.facts;
  const included = new Map(answer.including.map((one) => [one.id, one]));
  const studies = answer.including.flatMap(({ id }) => answer.studies.find(({ study }) => study.id === id) ?? []);
  const columns: ReportColumn[] = [
    {
      name: "Such patients",
      draw: ({ study }) => {
        const one = included.get(study.id);
        return one && `${one.n} of ${one.of} ${formatWith(getSubject(profile, one.aspect))}`;
      },
    },
    {
      name: reportColumns.response.name,
      draw: (found) => (
        <>
          <span className="text-quiet">{nameResponders(found)}: </span>
          {reportColumns.response.draw(found)}
        </>
      ),
    },
    reportColumns.later,
    reportColumns.harm,
  ];
  return (
    <Block title="Others who include such patients">
      <ReportTable
        caption="Others who include such patients, and what they found"
        columns={columns}
        parts={[{ title: null, studies }]}
        hasPins
      />
    </Block>
  );
}

/** Whom the response of a study counts: the part of its patients that is like this one, where they were counted apart. */
function nameResponders({ results }: StudyAnswer): string {
  const subgroup = getFigure(results.response)?.subgroup ?? null;
  return subgroup === null ? "In the whole study" : `Of its ${formatPatientsWith(toSubject(subgroup))}`;
}

/** One tap takes the answer out of the case. */
function AnswersToLeaveOut({ answer, onLeaveOut }: Props) {
  const { profile } = answer.facts;
  return (
    <Block title="The answer worth leaving out">
      <p className="mb-2 text-sm">Without it, these studies describe the rest of this patient.</p>
      <p className="flex flex-wrap gap-2">
        {selectOffered(answer).map(({ feature, describing, patients }) => (
          <Button key={feature} onClick={() => onLeaveOut((current) => leaveOut(current, feature))}>
            Without “{nameAspect(feature, profile)}”: {pluralise(describing, "study", "studies")},{" "}
            {pluralise(patients, "patient", "patients")}
          </Button>
        ))}
      </p>
    </Block>
  );
}
