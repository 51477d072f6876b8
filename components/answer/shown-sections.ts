import type { ContentsEntry } from "@/components/ui/contents";
import type { Answer } from "@/lib/answer/answer";
import { hasResults } from "@/lib/answer/study-by-study";
import { hasCaseTable } from "./case-table";
import { hasElsewhere } from "./elsewhere";
import { hasGapPanel } from "./gap-strip";
import { createEntry, listGeneralSections } from "./general-sections";

/** The parts that the page of this answer has, in their order, with how much each holds: nothing may lead to another. */
export function listShownSections(answer: Answer): ContentsEntry[] {
  const { facts, gap, describing } = answer;
  const head = createEntry("answer");
  if (facts.isEmpty) return [head, ...listGeneralSections(answer)];
  return [
    head,
    ...(hasGapPanel(answer) ? [createEntry("together")] : []),
    ...(hasCaseTable(answer) ? [createEntry("reports", describing.length)] : []),
    ...(describing.length > 0 ? [createEntry("given", describing.length)] : []),
    ...(hasResults(answer) ? [createEntry("figures", describing.length)] : []),
    ...(hasElsewhere(answer) ? [createEntry("elsewhere")] : []),
    ...(gap.nearest.length > 0 ? [createEntry("nearest", gap.nearest.length)] : []),
    ...listGeneralSections(answer),
  ];
}
