import { StudyLink } from "@/components/library/study-link";
import { CaseLink } from "@/components/state/case-link";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import type { Answer } from "@/lib/answer/answer";
import { leaveOut } from "@/lib/answer/leave-out";
import { getFigure } from "@/lib/answer/result";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { formatWantedReports } from "@/lib/answer/wanted-reports";
import { getSubject } from "@/lib/case/facts";
import type { Profile } from "@/lib/case/schema";
import { pluralise } from "@/lib/format/text";
import { formatPatientsWith, formatWith, toSubject } from "@/lib/vocabulary/phrases";
import { nameAspect } from "@/lib/wording/match-reasons";
import { formatResult } from "@/lib/wording/result-text";
import { Block } from "./block";

type Props = { answer: Answer; onLeaveOut: (without: Profile) => void };

/**
 * Where few or none describe this patient: who treated such patients among others, which answer hides most studies, and
 * which known reports the library does not hold.
 */
export function Elsewhere({ answer, onLeaveOut }: Props) {
  const wanted = formatWantedReports(answer.wanted);
  if (answer.including.length + answer.leaveOut.length === 0 && wanted === null) return null;
  return (
    <Section title="Where else to look">
      <div className="space-y-4">
        {answer.including.length > 0 && <IncludingStudies answer={answer} />}
        {answer.leaveOut.length > 0 && <AnswersToLeaveOut answer={answer} onLeaveOut={onLeaveOut} />}
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

function IncludingStudies({ answer }: Pick<Props, "answer">) {
  const { profile } = answer.facts;
  return (
    <Block title="Others who include such patients">
      <ul className="space-y-2">
        {answer.including.map(({ id, aspect, n, of }) => {
          const found = answer.studies.find(({ study }) => study.id === id);
          return (
            found && (
              <li key={id} className="border-l-2 border-line pl-3">
                <StudyLink study={found.study} />: {n} of {of} {formatWith(getSubject(profile, aspect))}.{" "}
                <span className="text-sm text-quiet">
                  Response {nameResponders(found)}: {formatResult(found.results.response, found.study.reads)}.
                </span>
              </li>
            )
          );
        })}
      </ul>
    </Block>
  );
}

/** Whom the response of a study counts: the part of its patients that is like this one, where they were counted apart. */
function nameResponders({ results }: StudyAnswer): string {
  const subgroup = getFigure(results.response)?.subgroup ?? null;
  return subgroup === null ? "in the whole study" : `of its ${formatPatientsWith(toSubject(subgroup))}`;
}

/** One tap takes the answer out of the case. */
function AnswersToLeaveOut({ answer, onLeaveOut }: Props) {
  const { profile } = answer.facts;
  return (
    <Block title="The answer worth leaving out">
      <p className="mb-2 text-sm">Without it, these studies describe the rest of this patient.</p>
      <p className="flex flex-wrap gap-2">
        {answer.leaveOut.map(({ feature, describing, patients }) => (
          <Button key={feature} onClick={() => onLeaveOut(leaveOut(profile, feature))}>
            Without “{nameAspect(feature, profile)}”: {pluralise(describing, "study", "studies")},{" "}
            {pluralise(patients, "patient", "patients")}
          </Button>
        ))}
      </p>
    </Block>
  );
}
