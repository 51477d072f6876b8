import { Fragment } from "react";
import { CaseLink } from "@/components/state/case-link";
import { Button } from "@/components/ui/button";
import type { Answer } from "@/lib/answer/answer";
import { getQuestion } from "@/lib/case/questions";
import type { YesNo } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { capitalise, pluralise } from "@/lib/format/text";
import type { Feature } from "@/lib/vocabulary/feature";
import { AnswerNav, type AnswerSection } from "./answer-nav";
import { FindingsStrip } from "./findings-strip";

type Props = {
  answer: Answer;
  /** the parts of the answer below */
  shown: readonly AnswerSection[];
  onAnswer: (feature: Feature, answer: YesNo) => void;
};

/** The answer in a sentence or two, announced when it changes, with the question that would sharpen it most. */
export function Verdict({ answer, shown, onAnswer }: Props) {
  const { verdict, gap, nextQuestion } = answer;
  const [lead, ...rest] = verdict.sentences;
  const isCounted = answer.cells.length > 0;
  const isGap = !gap.isDescribed && gap.combinations.length > 0;
  return (
    <section
      aria-label="The answer"
      className={`rounded-lg border-2 p-3 sm:p-4 ${isGap ? "border-gap bg-gap-soft" : "border-accent bg-surface"}`}
    >
      <p role="status" className="text-sm sm:text-base">
        <strong className="block text-base leading-snug sm:text-lg">{lead}</strong>
        {/* Where there is a strip, it holds the figures; the sentences on paper say the same. */}
        {!isCounted &&
          rest.map((text) => (
            <Fragment key={text}>
              {" "}
              <span className="mt-1 block">{text}</span>
            </Fragment>
          ))}
      </p>
      <FindingsStrip answer={answer} />
      <div className="mt-3 flex flex-wrap items-center gap-2 text-sm">
        {nextQuestion && (
          <p>
            Most useful next question: <strong>{getQuestion(nextQuestion.feature).label}</strong>? It moves{" "}
            {pluralise(nextQuestion.decides, "study", "studies")}.
          </p>
        )}
        <div className="flex grow flex-wrap items-center gap-2">
          {nextQuestion &&
            (["yes", "no"] as const).map((given) => (
              <Button
                key={given}
                aria-label={`${getQuestion(nextQuestion.feature).label}: ${given}`}
                onClick={() => onAnswer(nextQuestion.feature, given)}
              >
                {capitalise(given)}
              </Button>
            ))}
          <CaseLink href="/summary" className="ml-auto text-base font-semibold first:ml-0">
            {interfaceText.onePage}
          </CaseLink>
        </div>
      </div>
      <AnswerNav shown={shown} />
    </section>
  );
}
