import { Button } from "@/components/ui/button";
import { goToHeading } from "@/components/ui/focus";

/** The parts of an answer below its first sentences, in their order: the heading of each, and its name in a row. */
export const answerSections = {
  figures: { title: "Study by study", name: "Figures" },
  together: { title: "What has been studied together", name: "Combinations" },
  studies: { title: "The studies", name: "Studies" },
  guidelines: { title: "What guidelines say", name: "Guidelines" },
  safety: { title: "Safety of immunoglobulin", name: "Safety" },
} as const;

export type AnswerSection = keyof typeof answerSections;

/** The way to each part that is there; nothing where none is. Buttons and not links: the address holds the case, and must go on holding it. */
export function AnswerNav({ shown }: { shown: readonly AnswerSection[] }) {
  if (shown.length === 0) return null;
  return (
    <nav aria-label="Parts of the answer" className="-mx-2 mt-3 -mb-3 flex flex-wrap border-t border-line py-1">
      {shown.map((part) => (
        <Button key={part} look="bare" className="text-sm" onClick={() => goToHeading(part)}>
          {answerSections[part].name}
        </Button>
      ))}
    </nav>
  );
}
