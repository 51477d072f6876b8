import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import type { Answer } from "@/lib/answer/answer";
import { getQuestion } from "@/lib/case/questions";
import type { YesNo } from "@/lib/case/schema";
import { capitalise, pluralise } from "@/lib/format/text";
import type { Feature } from "@/lib/vocabulary/feature";
import { composeAnswerHead } from "@/lib/wording/answer-head";
import { answerSections } from "./answer-nav";
import { FindingsStrip } from "./findings-strip";
import { Sureness, SurenessReason } from "./sureness";

type Props = {
  answer: Answer;
  /** what can be done with the answer: print it, copy it */
  actions?: ReactNode;
  onAnswer: (feature: Feature, answer: YesNo) => void;
};

/**
 * The head of the answer: how many studies and patients, announced when it changes, the findings, how sure they are, and
 * the question that would change most.
 */
export function Verdict({ answer, actions, onAnswer }: Props) {
  const { facts, gap, scope } = answer;
  const { lead, rest, mix } = composeAnswerHead(answer);
  const isDescribed = answer.cells.length > 0;
  // A case that contradicts itself describes nobody, and nothing is missing there.
  const isGap = !gap.isDescribed && gap.combinations.length > 0 && facts.contradictions.length === 0;
  const isWeighed = scope.covered && facts.stated.length > 0 && (isDescribed || facts.contradictions.length === 0);
  // What only takes room above the figures on a phone stands below them there. Nothing that takes the focus is moved
  // but the actions, which a phone has within reach of the thumb.
  return (
    <section
      aria-labelledby="answer"
      className={`relative flex flex-col rounded-lg border bg-surface px-2 py-2 sm:px-3 ${isGap ? "border-gap border-l-4" : "border-accent"}`}
    >
      <h2 id="answer" tabIndex={-1} className="sr-only">
        {answerSections.answer.title}
      </h2>
      <div role="status" className={isDescribed ? "" : "max-w-[70ch]"}>
        <p
          className={`flex gap-2 leading-tight font-bold ${isDescribed ? "text-[clamp(1rem,4.6vw,1.25rem)] sm:text-xl xl:min-h-11 xl:pr-[28rem]" : "text-[1.125rem] sm:text-[1.25rem]"}`}
        >
          {isGap && <Icon name="gap" className="mt-0.5 text-gap" />}
          <span className="self-center">{lead}</span>
        </p>
        <p className={`text-sm ${isDescribed ? "max-sm:sr-only" : "mt-1"}`}>{rest.join(" ")}</p>
      </div>
      {actions && (
        <div
          className={`max-xl:order-5 ${isDescribed ? "max-xl:mt-2 xl:absolute xl:top-2 xl:right-3" : "order-5 mt-2"}`}
        >
          {actions}
        </div>
      )}
      {mix.length > 0 && <p className="text-xs text-quiet max-sm:order-3 max-sm:mt-1 sm:text-sm">{mix.join(" ")}</p>}
      {isWeighed && <Sureness answer={answer} className="mt-1 sm:order-2 sm:mt-2" />}
      <FindingsStrip answer={answer} className="order-1 mt-1.5" />
      {isWeighed && isDescribed && <SurenessReason answer={answer} className="order-2 mt-1" />}
      <NextQuestion answer={answer} onAnswer={onAnswer} />
    </section>
  );
}

/** The question whose answer would move most studies, to be answered in place. */
function NextQuestion({ answer: { nextQuestion }, onAnswer }: Pick<Props, "answer" | "onAnswer">) {
  if (!nextQuestion) return null;
  const { label } = getQuestion(nextQuestion.feature);
  return (
    <div className="order-6 mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <p>
        Would change most: <strong>{label}?</strong> {pluralise(nextQuestion.decides, "study moves", "studies move")}.
      </p>
      <div className="flex gap-2">
        {(["yes", "no"] as const).map((given) => (
          <Button key={given} aria-label={`${label}: ${given}`} onClick={() => onAnswer(nextQuestion.feature, given)}>
            {capitalise(given)}
          </Button>
        ))}
      </div>
    </div>
  );
}
