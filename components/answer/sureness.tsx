import { SurenessMeter } from "@/components/figure/sureness-meter";
import type { Answer } from "@/lib/answer/answer";
import { describeSureness } from "@/lib/wording/sureness";

/** How sure the answer is, in one line: the best design among its studies, and what that design cannot tell. */
export function Sureness({ answer, className = "" }: { answer: Answer; className?: string }) {
  const { what, why } = describeSureness(answer);
  return (
    <p className={`flex items-baseline gap-x-2 text-xs sm:text-sm ${className}`}>
      <span className="font-semibold max-sm:sr-only">How sure?</span>
      <SurenessMeter sure={answer.sure} />
      <span>
        <strong className="font-semibold">{what}</strong>
        {/* On a phone the reason has no room above the figures; the answer below tells it in full. */}
        {why && <span className="max-sm:sr-only">: {why}</span>}
      </span>
    </p>
  );
}
