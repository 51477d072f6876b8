import type { Answer } from "@/lib/answer/answer";
import { type AnswerSection, answerSections } from "./answer-nav";
import { hasGapPanel } from "./gap-strip";
import { hasResults } from "./results";

/** The parts that the page of this answer has, in their order: nothing may lead to another. */
export function listShownSections(answer: Answer): AnswerSection[] {
  const isStated = !answer.facts.isEmpty;
  const isShown: Record<AnswerSection, boolean> = {
    figures: isStated && hasResults(answer),
    together: isStated && hasGapPanel(answer),
    studies: answer.scope.covered,
    guidelines: answer.guidelines.length > 0,
    safety: true,
  };
  return (Object.keys(answerSections) as AnswerSection[]).filter((section) => isShown[section]);
}
