import type { Answer } from "@/lib/answer/answer";
import { composeAnswerHead } from "@/lib/wording/answer-head";
import { FindingsStrip } from "./findings-strip";
import { Sureness, SurenessReason } from "./sureness";
import type { VerdictContent } from "./verdict";

/** What the head of this answer says. */
export function describeVerdict(answer: Answer): VerdictContent {
  const { facts, gap, scope, cells, nextQuestion } = answer;
  const isDescribed = cells.length > 0;
  // A case that contradicts itself describes nobody, and nothing is missing there.
  const isGap = !gap.isDescribed && gap.combinations.length > 0 && facts.contradictions.length === 0;
  const isWeighed = scope.covered && facts.stated.length > 0 && (isDescribed || facts.contradictions.length === 0);
  return {
    ...composeAnswerHead(answer),
    isDescribed,
    isGap,
    nextQuestion,
    sureness: isWeighed && <Sureness answer={answer} className="mt-1 sm:order-2 sm:mt-2" />,
    findings: <FindingsStrip answer={answer} className="order-1 mt-1.5" />,
    surenessReason: isWeighed && isDescribed && <SurenessReason answer={answer} className="order-2 mt-1" />,
  };
}
