import { Fragment } from "react";
import { SurenessMeter } from "@/components/figure/sureness-meter";
import type { Answer } from "@/lib/answer/answer";
import { formatCase } from "@/lib/case/questions";
import { interfaceText } from "@/lib/format/interface-text";
import { uncapitalise } from "@/lib/format/text";
import { formatHeadline } from "@/lib/paper/opening-lines";
import { describeFollowing, describeOpenQuestions } from "@/lib/paper/paper-blocks";
import { describeAnswer, describeCase } from "@/lib/paper/paper-text";
import { splitAtNames } from "@/lib/paper/references";
import { describeGraded, describeSureness } from "@/lib/wording/sureness";
import { QrCode } from "./qr-code";
import { Cited } from "./reference-numbers";
import type { Typed } from "./typed-field";

type Props = { answer: Answer; problem: string | null; label: Typed; address: string };

/**
 * The head of the sheet: the case as tags, what is not stated, how many studies there are and how sure they can be, the
 * label, and the code that opens the case.
 */
export function PaperHead({ answer, problem, label, address }: Props) {
  const { facts, scope, sure, certainty } = answer;
  const graded = describeGraded(answer);
  const tags = formatCase(facts.profile);
  const following = describeFollowing(answer);
  const open = describeOpenQuestions(answer);
  const { lead, rest } = describeAnswer(answer);
  // The headline says who describes this patient, and the tags who this is.
  const told = [...(facts.stated.length === 0 || !scope.covered ? [lead] : []), ...rest];
  return (
    <header className="flow-root space-y-1 sheet:space-y-[0.3em]">
      <p className="border-edge border-b font-bold">{interfaceText.title}</p>
      <div className="space-y-2 sheet:float-right sheet:ml-[1em] sheet:flex sheet:gap-[1em] sheet:space-y-0">
        <div className="sheet:w-[42mm]">
          <div className="paper:hidden">{label.field}</div>
          <p className="hidden min-h-[15mm] border border-edge px-[0.4em] paper:block">Label: {label.value}</p>
        </div>
        <QrCode text={address} label="QR code that opens this case" />
      </div>
      {problem || tags.length === 0 ? (
        <p>Case: {describeCase(facts.profile, problem)}</p>
      ) : (
        <ul aria-label="Case" className="space-x-1 sheet:space-x-[0.3em] [&>li]:mb-[0.2em] [&>li]:inline-block">
          {tags.map((tag) => (
            <li key={tag} className="border border-edge px-1.5 font-semibold sheet:px-[0.4em]">
              {tag}
            </li>
          ))}
          {following.map((text) => (
            <li key={text} className="border border-line px-1.5 sheet:px-[0.4em]">
              {text}
            </li>
          ))}
          {open && <li className="text-quiet">{open}</li>}
        </ul>
      )}
      <p className="text-[1.6em] leading-[1.15] font-bold">{formatHeadline(answer)}</p>
      {scope.covered && (
        <p className="sheet:inline">
          <SurenessMeter sure={sure} />{" "}
          {graded && (
            <strong>
              {graded.short}: {uncapitalise(describeSureness(answer).what)}.{" "}
            </strong>
          )}
          {graded?.apart} {certainty}{" "}
        </p>
      )}
      <p data-part="verdict" className="sheet:inline">
        {told.map((sentence) => (
          <Fragment key={sentence}>
            {splitAtNames(sentence, answer.studies).map(({ text, study }) => (
              <Fragment key={text}>
                {text}
                {study && <Cited study={study} />}
              </Fragment>
            ))}{" "}
          </Fragment>
        ))}
      </p>
      {facts.contradictions.map(({ text }) => (
        <p key={text}>⚠ {text} Both were matched as stated.</p>
      ))}
    </header>
  );
}
