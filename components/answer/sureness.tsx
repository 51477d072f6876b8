import { SurenessMeter } from "@/components/figure/sureness-meter";
import type { Answer } from "@/lib/answer/answer";
import { capitalise } from "@/lib/format/text";
import { describeSureness, findBestStudy, nameGraded } from "@/lib/wording/sureness";

/**
 * How sure the answer is, in one line: the best design among its studies, and what that design cannot tell. On a phone
 * there is no room for the second above the figures: `SurenessReason` says it below them.
 */
export function Sureness({ answer, className = "" }: { answer: Answer; className?: string }) {
  const { what, why } = describeSureness(answer);
  const graded = nameGraded(answer);
  const best = graded === "best study" ? findBestStudy(answer) : null;
  return (
    <p className={`flex items-baseline gap-x-1.5 text-xs sm:gap-x-2 sm:text-sm ${className}`}>
      <span className="font-semibold max-sm:sr-only">
        {graded ? `How sure is the ${graded}${best ? `, ${best.name}` : ""}?` : "How sure?"}
      </span>
      {graded && (
        <span aria-hidden="true" className="font-semibold sm:hidden">
          {capitalise(graded)}:
        </span>
      )}
      <SurenessMeter sure={answer.sure} />
      <span>
        <strong className="font-semibold max-sm:font-normal">{what}</strong>
        {why && <span className="max-sm:hidden">: {why}</span>}
      </span>
    </p>
  );
}

/** On a phone, what the best design among the studies cannot tell. */
export function SurenessReason({ answer, className = "" }: { answer: Answer; className?: string }) {
  const { why } = describeSureness(answer);
  return why && <p className={`text-xs sm:hidden ${className}`}>{capitalise(why)}.</p>;
}
