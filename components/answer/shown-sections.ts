import type { ContentsEntry } from "@/components/ui/contents";
import type { Answer } from "@/lib/answer/answer";
import { hasResults } from "@/lib/answer/study-by-study";
import { type AnswerSection, answerSections } from "./answer-nav";
import { hasCaseTable } from "./case-table";
import { hasElsewhere } from "./elsewhere";
import { hasGapPanel } from "./gap-strip";

/** A part of the page: whether it is there, and how many studies, guidelines or checks it holds. */
type Part = { isShown: boolean; count?: number };

/** The parts that the page of this answer has, in their order, with how much each holds: nothing may lead to another. */
export function listShownSections(answer: Answer): ContentsEntry[] {
  const { facts, gap, describing, studies, guidelines, safety, scope } = answer;
  const isStated = !facts.isEmpty;
  const parts: Record<AnswerSection, Part> = {
    answer: { isShown: true },
    together: { isShown: isStated && hasGapPanel(answer) },
    reports: { isShown: isStated && hasCaseTable(answer), count: describing.length },
    given: { isShown: isStated && describing.length > 0, count: describing.length },
    figures: { isShown: isStated && hasResults(answer), count: describing.length },
    elsewhere: { isShown: isStated && hasElsewhere(answer) },
    nearest: { isShown: isStated && gap.nearest.length > 0, count: gap.nearest.length },
    guidelines: { isShown: guidelines.length > 0, count: guidelines.length },
    safety: { isShown: true, count: safety.length },
    studies: { isShown: scope.covered, count: studies.length },
  };
  return (Object.keys(answerSections) as AnswerSection[]).flatMap((id): ContentsEntry[] => {
    const { isShown, count } = parts[id];
    return isShown ? [{ id, name: answerSections[id].name, ...(count && { count }) }] : [];
  });
}
