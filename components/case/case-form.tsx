"use client";

import { useId, useRef } from "react";
import type { Case } from "@/components/state/case-provider";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { NumberField } from "@/components/ui/number-field";
import { deriveImpliedAnswers, findContradictions } from "@/lib/case/implications";
import { diagnosisNames, mainGroup, moreGroups, type QuestionGroup } from "@/lib/case/questions";
import { ageYears, emptyProfile, getAnswer, type Profile, weightKg, withAnswer } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { writeCaseLink } from "@/lib/url-state/case";
import { diagnoses } from "@/lib/vocabulary/feature";
import { ContradictionNotice } from "./contradiction";
import { QuestionRow } from "./question";

/** The five questions. Every answer counts as soon as it is given. */
export function MainQuestions({ profile, problem, change }: Case) {
  const found = findContradictions(profile);
  const heading = useRef<HTMLHeadingElement>(null);
  // A button that disappears with its job done hands the focus on, or the keyboard would start from nowhere.
  const settle = (next: Profile) => {
    change(next);
    heading.current?.focus();
  };
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
      <Questions group={mainGroup} profile={profile} change={change} />
      <div className="space-y-2 pb-1 empty:hidden">
        {found.map((one) => (
          <ContradictionNotice key={one.text} found={one} onRemedy={settle} />
        ))}
      </div>
    </section>
  );
}

/** Everything else that may be said of a patient, folded until somebody wants to say it. */
export function MoreQuestions({ profile, change }: Case) {
  const diagnosisId = useId();
  const asked = moreGroups.flatMap(({ questions }) => questions);
  const answered = asked.filter(({ feature }) => getAnswer(profile, feature) !== "unknown").length;
  const stated = answered + [profile.diagnosis, profile.weightKg].filter((value) => value !== null).length;

  return (
    <div className="rounded-lg border border-line bg-surface px-3 sm:px-4">
      <details>
        <summary className="flex min-h-11 items-center font-semibold text-accent">
          More about this patient{stated > 0 ? ` (${stated} stated)` : ""}
        </summary>
        <div className="space-y-4 pb-2">
          <div>
            <label htmlFor={diagnosisId} className="font-semibold">
              Diagnosis
            </label>
            <select
              id={diagnosisId}
              value={profile.diagnosis ?? ""}
              onChange={({ target }) =>
                change({ ...profile, diagnosis: diagnoses.find((diagnosis) => diagnosis === target.value) ?? null })
              }
              className="mt-1 block min-h-11 w-full rounded-md border border-edge bg-surface px-2"
            >
              <option value="">{interfaceText.notStated}</option>
              {diagnoses.map((diagnosis) => (
                <option key={diagnosis} value={diagnosis}>
                  {diagnosisNames[diagnosis]}
                </option>
              ))}
            </select>
          </div>
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
          {moreGroups.map((group) => (
            <div key={group.title}>
              <h2 className="mb-1 font-bold">{group.title}</h2>
              <Questions group={group} profile={profile} change={change} />
            </div>
          ))}
        </div>
      </details>
    </div>
  );
}

function Questions({ group, profile, change }: Pick<Case, "profile" | "change"> & { group: QuestionGroup }) {
  const known = deriveImpliedAnswers(profile);
  return group.questions.map((question) => (
    <QuestionRow
      key={question.feature}
      question={question}
      given={getAnswer(profile, question.feature)}
      implied={known[question.feature]}
      onAnswer={(answer) => change(withAnswer(profile, question.feature, answer))}
    />
  ));
}
