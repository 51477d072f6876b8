import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { focusOn } from "@/components/ui/focus";
import { Icon } from "@/components/ui/icons";
import type { OpenQuestion } from "@/lib/answer/next-question";
import { getQuestion } from "@/lib/case/questions";
import type { YesNo } from "@/lib/case/schema";
import { capitalise, pluralise } from "@/lib/format/text";
import type { Feature } from "@/lib/vocabulary/feature";
import type { AnswerHead } from "@/lib/wording/answer-head";
import { answerSections } from "./answer-nav";

/** What the head of an answer says. */
export type VerdictContent = AnswerHead & {
  /** whether there are figures of such patients */
  isDescribed: boolean;
  /** of the sentences, those that a phone leaves out, since the five questions say them, or the parts of the patient below */
  toldElsewhere?: readonly string[];
  /** whether nobody studied the combination, which is an answer */
  isGap: boolean;
  nextQuestion: OpenQuestion | null;
  /** where questions are answered, and all of them no: whether the patient may be one whose first treatment this would be */
  onlyNo: { canBeUntreated: boolean } | null;
  /** how sure it is, in a line above the figures; the figures; and what of the first has no room there on a phone */
  sureness?: ReactNode;
  findings?: ReactNode;
  surenessReason?: ReactNode;
};

type Props = VerdictContent & {
  /** what can be done with the answer: print it, copy it */
  actions?: ReactNode;
  onAnswer: (feature: Feature, answer: YesNo) => void;
  /** opens the further questions */
  onMore: () => void;
};

/**
 * The head of the answer: how many studies and patients, announced when it changes, the findings, how sure they are, and
 * the question that would change most. It needs nothing of the library, so that the page has it from the start.
 */
export function Verdict(props: Props) {
  const { lead, rest, mix, isDescribed, toldElsewhere, isGap, nextQuestion, actions, onAnswer } = props;
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
          className={`flex gap-2 leading-tight font-bold ${isDescribed ? "text-[clamp(1rem,4.1vw,1.25rem)] sm:text-xl xl:min-h-11 xl:pr-[28rem]" : "text-[1.125rem] sm:text-[1.25rem]"}`}
        >
          {isGap && <Icon name="gap" className="mt-0.5 text-gap" />}
          <span className="self-center">{lead}</span>
        </p>
        {/* Beside it is the place of what is said after a copy. */}
        <p className={`text-sm ${isDescribed ? "xl:pr-[28rem]" : "mt-1"}`}>
          {rest.map((sentence, place) => (
            // On a phone the figures are to be seen first.
            <span key={sentence} className={toldElsewhere?.includes(sentence) ? "max-sm:sr-only" : undefined}>
              {place > 0 && " "}
              {sentence}
            </span>
          ))}
        </p>
      </div>
      {props.onlyNo && <WaysOn {...props.onlyNo} onAnswer={onAnswer} onMore={props.onMore} />}
      {actions && (
        <div
          data-beside={isDescribed || undefined}
          className={`max-xl:order-5 ${isDescribed ? "max-xl:mt-2 xl:absolute xl:top-2 xl:right-3" : "order-5 mt-2"}`}
        >
          {actions}
        </div>
      )}
      {mix.length > 0 && <p className="text-xs text-quiet max-sm:order-3 max-sm:mt-1 sm:text-sm">{mix.join(" ")}</p>}
      {props.sureness}
      {props.findings}
      {props.surenessReason}
      {nextQuestion && isWorthAsking(nextQuestion) && <NextQuestion asked={nextQuestion} onAnswer={onAnswer} />}
    </section>
  );
}

/** After answers of no only: studies are found by what a patient has, so what that may be is offered. */
function WaysOn({
  canBeUntreated,
  onAnswer,
  onMore,
}: { canBeUntreated: boolean } & Pick<Props, "onAnswer" | "onMore">) {
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2 text-sm">
      <p className="basis-full">
        Studies are found by what a patient has. Answer one question with yes, or enter a diagnosis.
      </p>
      {canBeUntreated && (
        <Button
          onClick={() => {
            onAnswer("firstLine", "yes");
            focusOn("case");
          }}
        >
          {getQuestion("firstLine").formName}
        </Button>
      )}
      <Button onClick={onMore}>Diagnosis, age …</Button>
    </div>
  );
}

/** Whether any study is of such patients after one of the answers: where none is, they lead nowhere. */
function isWorthAsking({ describing }: OpenQuestion): boolean {
  return describing === null || describing.yes + describing.no > 0;
}

/** "If yes, 2 studies are of such patients; if no, 34." What the answer decides, in numbers of studies. */
function describeDecided({ decides, describing }: OpenQuestion): string {
  if (!describing) return `It decides the place of ${pluralise(decides, "study", "studies")}.`;
  const { yes, no } = describing;
  return `If yes, ${countOrNone(yes)} of such patients; if no, ${no === 0 ? "none" : no}.`;
}

const countOrNone = (studies: number) =>
  studies === 0 ? "no study is" : pluralise(studies, "study is", "studies are");

/** The question whose answer would move most studies, to be answered in place. */
function NextQuestion({ asked, onAnswer }: Pick<Props, "onAnswer"> & { asked: OpenQuestion }) {
  const { label } = getQuestion(asked.feature);
  return (
    <div className="order-6 mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <p>
        Would change most: <strong>{label}?</strong> {describeDecided(asked)}
      </p>
      <div className="flex gap-2">
        {(["yes", "no"] as const).map((given) => (
          <Button
            key={given}
            data-early-tap="answer"
            aria-label={`${label}: ${given}`}
            onClick={() => onAnswer(asked.feature, given)}
          >
            {capitalise(given)}
          </Button>
        ))}
      </div>
    </div>
  );
}
