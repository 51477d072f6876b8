import type { CaseChange } from "@/components/state/case-provider";
import type { Answer } from "@/lib/answer/answer";
import type { IntervalMethod } from "@/lib/stats/interval";
import { CaseTable } from "./case-table";
import { Elsewhere } from "./elsewhere";
import { TogetherStrip } from "./gap-strip";
import { GeneralParts } from "./general-parts";
import { GivenTreatment } from "./given";
import { Nearest } from "./nearest";
import { StudyByStudy } from "./study-by-study";

type Props = {
  answer: Answer;
  method: IntervalMethod;
  onMethod: (method: IntervalMethod) => void;
  /** goes on with this case, without one of its answers */
  onLeaveOut: (removal: CaseChange) => void;
};

/**
 * Everything below the head of an answer, in the order of `answerSections`. What was given is short and asked for often, so
 * it stands before the long table.
 */
export function AnswerParts({ answer, method, onMethod, onLeaveOut }: Props) {
  return (
    <>
      {!answer.facts.isEmpty && (
        <>
          <TogetherStrip answer={answer} />
          <CaseTable answer={answer} method={method} />
          <GivenTreatment answer={answer} />
          <StudyByStudy answer={answer} method={method} onMethod={onMethod} />
          <Elsewhere answer={answer} onLeaveOut={onLeaveOut} />
          <Nearest answer={answer} />
        </>
      )}
      <GeneralParts answer={answer} />
    </>
  );
}
