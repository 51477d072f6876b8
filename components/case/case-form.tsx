import { memo, useCallback, useDeferredValue, useState } from "react";
import type { Case, ChangeCase } from "@/components/state/case-provider";
import { announceOtherCase, useOtherCases } from "@/components/state/other-case";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { goToHeading, useFocusHandover } from "@/components/ui/focus";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { describeScope } from "@/lib/answer/scope";
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
import {
  ageRange,
  emptyProfile,
  findRangeFault,
  getAnswer,
  type PatientAnswer,
  type Profile,
  setAnswer,
  weightRange,
} from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { writeCaseLink } from "@/lib/url-state/case";
import { antibodies, type Feature, type PatientDiagnosis, patientDiagnoses } from "@/lib/vocabulary/feature";
import { describeImplied } from "@/lib/wording/case-text";
import { QuestionRow } from "./question";

/** What the further questions are about, on the line that opens them. */
const moreTitle = "More: diagnosis, age, treatment";

const moreId = "more-questions";

/** Opens the further questions and goes to the first of them, the diagnosis. */
export function openMoreQuestions(): void {
  const more = document.getElementById(moreId);
  if (!(more instanceof HTMLDetailsElement)) return;
  more.open = true;
  more.querySelector("select")?.focus();
}

const findAgeFault = (typed: unknown) => findRangeFault(typed, ageRange);
const findWeightFault = (typed: unknown) => findRangeFault(typed, weightRange);

/** The five questions. Every answer counts as soon as it is given. */
export function MainQuestions({ profile, change, isReady }: Case) {
  const { target: heading, handOver } = useFocusHandover<HTMLHeadingElement>();
  return (
    <section
      aria-label="The case"
      className="rounded-lg border border-line bg-surface px-2 max-lg:rounded-b-none lg:pt-1"
    >
      {/* A phone has no room for a heading that its reader does not need: five questions say what they are. */}
      <div className="flex items-center justify-between gap-x-2">
        <h1 id="case" ref={heading} tabIndex={-1} className="scroll-mt-20 font-bold max-lg:sr-only">
          This patient
        </h1>
        <ClearButton
          profile={profile}
          className="-mr-2 max-lg:hidden"
          onClear={() => handOver(() => change(() => emptyProfile))}
        />
      </div>
      <div className="lg:border-t lg:border-line" data-empty-case={isReady ? undefined : true}>
        <Questions group={mainGroup} profile={profile} change={change} />
      </div>
    </section>
  );
}

/** Takes every answer away; without any, it keeps its place and is not there. */
export function ClearButton({
  profile,
  onClear,
  className = "",
}: {
  profile: Profile;
  onClear: () => void;
  className?: string;
}) {
  return (
    <Button
      look="bare"
      className={`text-sm disabled:invisible ${className}`}
      disabled={writeCaseLink(profile) === ""}
      onClick={() => {
        announceOtherCase();
        onClear();
      }}
    >
      Clear the case
    </Button>
  );
}

/**
 * All further questions about the patient, folded until somebody wants to answer them. They are half of what the page
 * holds, so a browser is not sent them: they are drawn once the program runs, when the browser has time for them. So do
 * they follow an answer that was given elsewhere; once one was given here, they follow at once.
 */
export function MoreQuestions({
  profile,
  change,
  isReady,
  lead,
}: Pick<Case, "profile" | "change" | "isReady"> & {
  /** what the answer says first; null while nothing is stated */
  lead: string | null;
}) {
  const isDrawn = useDeferredValue(isReady);
  const later = useDeferredValue(profile);
  const [isUsed, setUsed] = useState(false);
  const changeHere = useCallback<ChangeCase>(
    (update, step) => {
      setUsed(true);
      change(update, step);
    },
    [change],
  );
  return (
    <Disclosure id={moreId} title={moreTitle}>
      {isDrawn ? (
        <FurtherQuestions profile={isUsed ? profile : later} change={changeHere} />
      ) : (
        <p className="pb-2 text-sm" data-empty-case={isReady ? undefined : true}>
          Loading the questions …
        </p>
      )}
      {lead !== null && <WayToAnswer lead={lead} />}
    </Disclosure>
  );
}

/**
 * On a phone the questions push the answer out of the window: what it says first stays in view at the foot, with the way
 * to it. Who hears the page is told of the answer when it changes.
 */
function WayToAnswer({ lead }: { lead: string }) {
  return (
    <div className="sticky bottom-0 -mx-2 flex items-center justify-between gap-2 border-t border-edge bg-surface px-2 lg:hidden">
      <span aria-hidden="true" className="min-w-0 leading-tight">
        {lead}
      </span>
      <Button look="bare" className="shrink-0 text-sm" onClick={() => goToHeading("answer")}>
        See the answer
      </Button>
    </div>
  );
}

const FurtherQuestions = memo(function FurtherQuestions({ profile, change }: Pick<Case, "profile" | "change">) {
  const others = useOtherCases();
  return (
    <div className="space-y-4 pb-2">
      <Select
        label="Diagnosis"
        options={patientDiagnoses.map((diagnosis) => ({
          value: diagnosis,
          label: nameDiagnosis(diagnosis, profile),
        }))}
        unchosen={interfaceText.notStated}
        value={profile.diagnosis}
        onValue={(diagnosis) => change((current) => ({ ...current, diagnosis }))}
        isWide
      />
      <Select
        label="Antibody"
        hint="The one that was found. “None known” says nothing of those that were not tested."
        options={antibodies.map((antibody) => ({ value: antibody, label: getQuestion(antibody).label }))}
        unchosen="None known"
        value={listAntibodies(profile)[0] ?? null}
        onValue={(antibody) => change((current) => setAntibody(current, antibody))}
        isWide
      />
      <div key={others} className="flex flex-wrap gap-x-6 gap-y-3">
        <NumberField
          label="Age in years"
          unit="years"
          hint="Answers “Under 18” and “65 or over”."
          value={profile.ageYears}
          findFault={findAgeFault}
          onValue={(years) => change((current) => ({ ...current, ageYears: years }), "replace")}
        />
        <NumberField
          label="Weight"
          unit="kg"
          hint="For dose arithmetic only."
          value={profile.weightKg}
          findFault={findWeightFault}
          onValue={(kg) => change((current) => ({ ...current, weightKg: kg }), "replace")}
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
  );
});

/** A diagnosis as it is offered; one that the library is not about says so before it is chosen, in as many letters as the field holds. */
function nameDiagnosis(diagnosis: PatientDiagnosis, profile: Profile): string {
  const { covered } = describeScope({ profile: { ...profile, diagnosis } });
  return covered ? diagnosisNames[diagnosis] : `${diagnosisNames[diagnosis].replace(/ myositis$/, "")} (not covered)`;
}

function Questions({ group, profile, change }: Pick<Case, "profile" | "change"> & { group: QuestionGroup }) {
  const known = deriveImpliedAnswers(profile);
  // The same function for every case, so that only what changed is drawn again.
  const answer = useCallback(
    (feature: Feature, given: PatientAnswer) => change((current) => setAnswer(current, feature, given)),
    [change],
  );
  return group.questions
    .filter(({ feature }) => isAskedSingly(profile, feature))
    .map((question) => {
      const text = describeImplied(profile, question.feature, known[question.feature]);
      return (
        <QuestionRow
          key={question.feature}
          question={question}
          given={getAnswer(profile, question.feature)}
          implied={(text && known[question.feature]) || null}
          impliedText={text ?? ""}
          onAnswer={answer}
        />
      );
    });
}
