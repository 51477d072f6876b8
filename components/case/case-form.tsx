import type { Case } from "@/components/state/case-provider";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { useFocusHandover } from "@/components/ui/focus";
import { Notice } from "@/components/ui/notice";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { describeScope } from "@/lib/answer/scope";
import { findContradictions } from "@/lib/case/contradictions";
import { deriveImpliedAnswers } from "@/lib/case/implications";
import {
  diagnosisNames,
  getQuestion,
  isAskedSingly,
  listAntibodies,
  mainGroup,
  moreGroups,
  type QuestionGroup,
  setAntibody,
} from "@/lib/case/questions";
import { ageYears, emptyProfile, getAnswer, type Profile, setAnswer, weightKg } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { writeCaseLink } from "@/lib/url-state/case";
import { antibodies, type PatientDiagnosis, patientDiagnoses } from "@/lib/vocabulary/feature";
import { ContradictionNotice } from "./contradiction";
import { QuestionRow } from "./question";

/** The five questions. Every answer counts as soon as it is given. */
export function MainQuestions({ profile, problem, change, isReady }: Case) {
  const found = findContradictions(profile);
  const { target: heading, handOver } = useFocusHandover<HTMLHeadingElement>();
  const settle = (next: Profile) => handOver(() => change(next));
  return (
    <section aria-label="The case" className="rounded-lg border border-line bg-surface px-3 py-1 sm:px-4 sm:py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <h1 id="case" ref={heading} tabIndex={-1} className="font-bold">
          This patient
        </h1>
        <Button
          look="bare"
          className="-mr-2 text-sm disabled:invisible"
          disabled={writeCaseLink(profile) === ""}
          onClick={() => settle(emptyProfile)}
        >
          Clear the case
        </Button>
      </div>
      {problem && <Notice title={interfaceText.caseUnreadable}>{problem}</Notice>}
      <div className="border-t border-line" data-empty-case={isReady ? undefined : true}>
        <Questions group={mainGroup} profile={profile} change={change} />
      </div>
      <div className="space-y-2 pb-1 empty:hidden">
        {found.map((contradiction) => (
          <ContradictionNotice key={contradiction.text} found={contradiction} onRemedy={settle} />
        ))}
      </div>
    </section>
  );
}

/** All further questions about the patient, folded until somebody wants to answer them. */
export function MoreQuestions({ profile, change, isReady }: Case) {
  const asked = moreGroups.flatMap(({ questions }) => questions);
  const answered = asked.filter(({ feature }) => getAnswer(profile, feature) !== "unknown").length;
  const stated = answered + [profile.diagnosis, profile.weightKg].filter((value) => value !== null).length;

  return (
    <div className="rounded-lg border border-line bg-surface px-3 sm:px-4">
      <Disclosure title={`More about this patient${stated > 0 ? ` (${stated} stated)` : ""}`}>
        <div className="space-y-4 pb-2" data-empty-case={isReady ? undefined : true}>
          <Select
            label="Diagnosis"
            options={patientDiagnoses.map((diagnosis) => ({
              value: diagnosis,
              label: nameDiagnosis(diagnosis, profile),
            }))}
            unchosen={interfaceText.notStated}
            value={profile.diagnosis}
            onValue={(diagnosis) => change({ ...profile, diagnosis })}
            isWide
          />
          <Select
            label="Antibody"
            hint="The one that was found. “None known” says nothing of those that were not tested."
            options={antibodies.map((antibody) => ({ value: antibody, label: getQuestion(antibody).label }))}
            unchosen="None known"
            value={listAntibodies(profile)[0] ?? null}
            onValue={(antibody) => change(setAntibody(profile, antibody))}
            isWide
          />
          <div className="flex flex-wrap gap-x-6 gap-y-3">
            <NumberField
              label="Age in years"
              unit="years"
              hint="Answers “Under 18” and “65 or over”."
              value={profile.ageYears}
              schema={ageYears}
              onValue={(years) => change({ ...profile, ageYears: years }, "replace")}
            />
            <NumberField
              label="Weight"
              unit="kg"
              hint="For dose arithmetic only."
              value={profile.weightKg}
              schema={weightKg}
              onValue={(kg) => change({ ...profile, weightKg: kg }, "replace")}
            />
          </div>
          {moreGroups
            .filter(({ questions }) => questions.some(({ feature }) => isAskedSingly(profile, feature)))
            .map((group) => (
              <div key={group.title}>
                <h2 className="mb-1 font-bold">{group.title}</h2>
                <Questions group={group} profile={profile} change={change} />
              </div>
            ))}
        </div>
      </Disclosure>
    </div>
  );
}

/** A diagnosis as it is offered; one that the library is not about says so before it is chosen. */
function nameDiagnosis(diagnosis: PatientDiagnosis, profile: Profile): string {
  const { covered } = describeScope({ profile: { ...profile, diagnosis } });
  return covered ? diagnosisNames[diagnosis] : `${diagnosisNames[diagnosis]} (not covered)`;
}

function Questions({ group, profile, change }: Pick<Case, "profile" | "change"> & { group: QuestionGroup }) {
  const known = deriveImpliedAnswers(profile);
  return group.questions
    .filter(({ feature }) => isAskedSingly(profile, feature))
    .map((question) => (
      <QuestionRow
        key={question.feature}
        question={question}
        given={getAnswer(profile, question.feature)}
        implied={known[question.feature]}
        onAnswer={(answer) => change(setAnswer(profile, question.feature, answer))}
      />
    ));
}
