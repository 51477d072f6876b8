import { SurenessMeter } from "@/components/figure/sureness-meter";
import type { Answer } from "@/lib/answer/answer";
import { capitalise } from "@/lib/format/text";
import { describeGraded, describeSureness } from "@/lib/wording/sureness";

/**
 * How sure the answer is, in one line: the best design among its studies, of which study and figure that is, and what the
 * design cannot tell. On a phone there is no room for the last above the figures: `SurenessReason` says it below them. A
 * grade that is not of the response stands below the figures there too, or it would be read as theirs. In letters of one
 * weight it takes one line.
 */
export function Sureness({ answer, className = "" }: { answer: Answer; className?: string }) {
  const { what, why } = describeSureness(answer);
  const graded = describeGraded(answer);
  return (
    <p className={`text-xs sm:text-sm [&>svg]:mx-1 ${className} ${graded?.apart ? "max-sm:order-2" : ""}`}>
      <span className="font-semibold max-sm:sr-only">{graded ? `How sure is the ${graded.of}?` : "How sure?"}</span>
      {graded && (
        <span aria-hidden="true" className="sm:hidden">
          {graded.short}:
        </span>
      )}
      <SurenessMeter sure={answer.sure} />
      <strong className="font-semibold max-sm:font-normal">{what}</strong>
      {why && <span className="max-sm:hidden">: {why}</span>}
      {graded?.apart && `. ${graded.apart}`}
    </p>
  );
}

/** On a phone, what the best design among the studies cannot tell. */
export function SurenessReason({ answer, className = "" }: { answer: Answer; className?: string }) {
  const { why } = describeSureness(answer);
  return why && <p className={`text-xs sm:hidden ${className}`}>{capitalise(why)}.</p>;
}
