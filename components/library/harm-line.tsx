import { isGrave } from "@/lib/answer/cells";
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
  const told = harms.filter((harm) => harm.kind === "text" || harm.figure.direction !== "benefit");
  const isSeen = (harm: OtherResult) =>
    harm.kind === "count" && harm.figure.events > 0 && isOfTreated(study, harm.figure);
  // What happened to nobody, and what is counted of infusions or with others, comes after what happened to the treated.
  const first =
    told.find((harm) => (harm.kind === "text" ? isGrave(harm) : isGrave(harm.figure) && isSeen(harm))) ??
    told.find(isSeen) ??
    told[0];
  if (!first) return null;
  const others = told.filter((harm) => harm !== first);
  return (
    <NamedLine name="Harm">
      {first.kind === "count" && isOfTreated(study, first.figure) ? (
        // Without a plot, so that the name of the harm is not cut.
        <Counted figure={first.figure} isDrawn={false} />
      ) : (
        <p className="wide:not-print:line-clamp-1">{formatHarm(first)}</p>
      )}
      {others.length > 0 && <p className="text-quiet wide:hidden">{others.length} more in the opened row</p>}
    </NamedLine>
  );
}

/** Words, or a count that is not of patients, such as one of infusions: of whom it is comes with it. */
function formatHarm(harm: OtherResult): string {
  const text = formatOtherResult(harm);
  return harm.kind === "count" ? `${text} (${stripFullStop(getPopulation(harm))})` : text;
}
