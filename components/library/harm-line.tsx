import type { OtherResult } from "@/lib/answer/reply";
import { isOfTreated } from "@/lib/answer/result";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { stripFullStop } from "@/lib/format/text";
import { formatOtherResult, getPopulation } from "@/lib/wording/result-text";
import { Counted } from "./counted";
import { NamedLine } from "./named-line";

/**
 * The gravest harm that a study tells, so that no response stands without it, and how many more its opened row has; nothing
 * where the study tells none.
 */
export function HarmLine({ study, harms }: Pick<StudyAnswer, "study" | "harms">) {
  // That an adverse event passed is no harm.
  const [first, ...others] = harms.filter((harm) => harm.kind === "text" || harm.figure.direction !== "benefit");
  if (!first) return null;
  return (
    <NamedLine name="Harm">
      {first.kind === "count" && isOfTreated(study, first.figure) ? (
        // Without a plot, so that the name of the harm is not cut.
        <Counted figure={first.figure} isDrawn={false} />
      ) : (
        <p className="wide:not-print:line-clamp-1">{describeOthers(first)}</p>
      )}
      {others.length > 0 && <p className="text-quiet wide:hidden">{others.length} more in the opened row</p>}
    </NamedLine>
  );
}

/** Words, or a count that is not of patients, such as one of infusions: of whom it is comes with it. */
function describeOthers(harm: OtherResult): string {
  const text = formatOtherResult(harm);
  return harm.kind === "count" ? `${text} (${stripFullStop(getPopulation(harm))})` : text;
}
