import type { Answer } from "@/lib/answer/answer";
import type { Profile } from "@/lib/case/schema";
import { composeAnswerHead } from "@/lib/wording/answer-head";
import { listStatedFacts } from "@/lib/wording/case-text";
import { FindingsStrip } from "./findings-strip";
import { GapStrip, hasGapStrip } from "./gap-strip";
import { Sureness, SurenessReason } from "./sureness";
import type { VerdictContent } from "./verdict";

/**
 * What the head of this answer says: the figures of such patients, or of the parts of this one that somebody studied.
 * @param onOpen opens another case: a part of this one
 */
export function describeVerdict(answer: Answer, onOpen: (part: Profile) => void): VerdictContent {
  const { facts, gap, scope, cells, nextQuestion } = answer;
  const isDescribed = cells.length > 0;
  // A case that contradicts itself describes nobody, and nothing is missing there.
  const isGap = !gap.isDescribed && gap.combinations.length > 0 && facts.contradictions.length === 0;
  const hasParts = !isDescribed && hasGapStrip(answer);
  const isWeighed = scope.covered && facts.stated.length > 0 && (isDescribed || facts.contradictions.length === 0);
  const head = composeAnswerHead(answer);
  return {
    ...head,
    isDescribed,
    isGap,
    nextQuestion,
    onlyNo:
      scope.covered && facts.stated.length === 0 && Object.values(facts.profile.features).includes("no")
        ? {
            canBeUntreated:
              facts.answers.refractory === "no" && !facts.answers.firstLine && facts.implied.firstLine !== "no",
          }
        : null,
    sureness: isWeighed && <Sureness answer={answer} className="mt-1 sm:order-2 sm:mt-2" />,
    toldElsewhere: [
      ...(isSaidByMainQuestions(facts.profile) && isDescribed ? head.rest : []),
      ...(hasParts ? gap.nearestSentences : []),
    ],
    findings: hasParts ? (
      <GapStrip answer={answer} onOpen={onOpen} />
    ) : (
      <FindingsStrip answer={answer} className="order-1 mt-1.5" />
    ),
    surenessReason: isWeighed && isDescribed && <SurenessReason answer={answer} className="order-2 mt-1" />,
  };
}

/** Whether the five questions, which stand above the answer, show all of the case. */
function isSaidByMainQuestions(profile: Profile): boolean {
  return listStatedFacts(profile).every(({ isMain, origin }) => isMain || origin === "weight");
}
