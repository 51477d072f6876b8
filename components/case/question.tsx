import { useId, useState } from "react";
import type { Question } from "@/lib/case/questions";
import type { PatientAnswer } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";

const choices: { value: PatientAnswer; label: string }[] = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "unknown", label: interfaceText.notStated },
];

type Props = {
  question: Question;
  given: PatientAnswer;
  /** what the other answers imply for this one, if it is not stated itself */
  implied: "yes" | "no" | undefined;
  onAnswer: (answer: PatientAnswer) => void;
};

/**
 * What a chosen answer looks like. Where forced colours remove our background colours, a stated one has the
 * background of a selection, and "Not stated" a bar.
 */
const chosen = {
  stated:
    "has-checked:bg-accent has-checked:font-bold has-checked:text-accent-ink forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none",
  unknown:
    "text-xs text-quiet has-checked:bg-line has-checked:text-ink forced-colors:has-checked:border-b-4 forced-colors:has-checked:bg-[Canvas] forced-colors:has-checked:border-b-[CanvasText]",
};

/** One question with its three answers, one tap each; its name opens the sentence that says what counts. */
export function QuestionRow({ question, given, implied, onAnswer }: Props) {
  const id = useId();
  const [isExplained, setExplained] = useState(false);
  const isImplied = given === "unknown" && implied !== undefined;
  return (
    <fieldset
      // Once opened, the hint is read as text; a description would have it read aloud twice.
      aria-describedby={isExplained ? undefined : `${id}-hint`}
      className="border-t border-line py-0.5 first:border-t-0"
    >
      <legend className="sr-only">{question.label}</legend>
      <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <button
          type="button"
          aria-label={`${question.label}: what counts as a yes`}
          aria-expanded={isExplained}
          aria-controls={`${id}-hint`}
          onClick={() => setExplained(!isExplained)}
          className="min-h-11 min-w-24 flex-1 text-left leading-snug font-semibold"
        >
          {question.label}
          {/* joined to the last word, so that the sign never stands on a line alone */}
          <span aria-hidden="true" className="whitespace-nowrap">
            {"\u2060\u00a0"}
            <span className="inline-block size-[1.15rem] rounded-full border border-edge text-center align-[0.05em] text-xs leading-4 text-accent">
              ?
            </span>
          </span>
        </button>
        {/* A ring around all three, which nothing clips, and a line inside the one that has the focus, in the colour of its text. */}
        <span className="inline-flex max-w-full flex-wrap overflow-hidden rounded-md border border-edge has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
          {choices.map(({ value, label }) => (
            <label
              key={value}
              className={`relative flex min-h-11 min-w-11 grow items-center justify-center border-l border-edge bg-surface px-2 text-sm sm:px-2.5 first:border-l-0 hover:bg-accent-soft ${value === "unknown" ? chosen.unknown : chosen.stated} has-focus-visible:outline-2 has-focus-visible:-outline-offset-4 has-focus-visible:outline-current`}
            >
              <input
                type="radio"
                name={question.feature}
                value={value}
                checked={given === value}
                onChange={() => onAnswer(value)}
                className="absolute inset-0 cursor-pointer appearance-none"
              />
              {label}
            </label>
          ))}
        </span>
      </div>
      {isImplied && (
        <p className="text-xs text-quiet">{implied === "no" ? "No" : "Yes"} (implied by your other answers)</p>
      )}
      <p id={`${id}-hint`} hidden={!isExplained} className="pb-1 text-sm">
        {question.hint}
      </p>
    </fieldset>
  );
}
