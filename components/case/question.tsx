import { memo, useId, useState } from "react";
import { Icon } from "@/components/ui/icons";
import type { Question } from "@/lib/case/questions";
import type { PatientAnswer, YesNo } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import type { Feature } from "@/lib/vocabulary/feature";

const choices: { value: YesNo; label: string }[] = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

type Props = {
  question: Question;
  given: PatientAnswer;
  /** what the other answers imply for this one, if it is not stated itself */
  implied: YesNo | null;
  /** the words for it */
  impliedText: string;
  onAnswer: (feature: Feature, answer: PatientAnswer) => void;
};

/** A radio button fills its label, so that all of it takes a tap. */
const radioLook = "absolute inset-0 cursor-pointer appearance-none";

/** A line inside the choice that has the focus, in the colour of its text. */
const focusLook = "has-focus-visible:outline-2 has-focus-visible:-outline-offset-4 has-focus-visible:outline-current";

/** A stated answer; where forced colours remove our background colours, it has the background of a selection. */
const statedLook =
  "has-checked:bg-accent has-checked:font-bold has-checked:text-accent-ink forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none";

/** What follows from other answers is marked, and not chosen. */
const impliedLook =
  "bg-accent-soft after:absolute after:inset-1 after:rounded-sm after:border-2 after:border-dashed after:border-accent after:pointer-events-none";

/**
 * One question, one tap for each answer; its name opens the sentence that says what counts. The third answer, not stated,
 * is a sign that takes the answer back. It is drawn once there is an answer, and always there for keyboard and screen reader. An answer to another question draws it
 * again only where something follows from it for this one.
 */
export const QuestionRow = memo(function QuestionRow({ question, given, implied, impliedText, onAnswer }: Props) {
  const { feature, formName, hint } = question;
  const id = useId();
  const [isExplained, setExplained] = useState(false);
  const createRadio = (value: PatientAnswer) => ({
    type: "radio",
    name: feature,
    value,
    checked: given === value,
    onChange: () => onAnswer(feature, value),
    className: radioLook,
  });
  return (
    <fieldset
      // Once opened, the hint is read as text; a description would have it read aloud twice.
      aria-describedby={
        [implied && `${id}-implied`, !isExplained && `${id}-hint`].filter(Boolean).join(" ") || undefined
      }
      className="border-t border-line first:border-t-0"
    >
      <legend className="sr-only">{formName}</legend>
      <div className="flex items-center justify-between gap-x-1">
        <div className="min-w-0 flex-1 leading-tight">
          <button
            type="button"
            aria-label={`${formName}: what counts as a yes`}
            aria-expanded={isExplained}
            aria-controls={`${id}-hint`}
            onClick={() => setExplained(!isExplained)}
            className="min-h-10.5 w-full text-left text-[0.875rem] font-semibold pointer-coarse:min-h-11"
          >
            {formName}
            {/* joined to the last word, so that the sign never stands on a line alone */}
            <span aria-hidden="true" className="whitespace-nowrap">
              {"\u2060\u00a0"}
              <span className="inline-block size-[1.15rem] rounded-full border border-edge text-center align-[0.05em] text-xs leading-4 text-accent">
                ?
              </span>
            </span>
            {implied && (
              <span id={`${id}-implied`} className="block pb-0.5 text-xs leading-tight font-normal text-quiet">
                {impliedText}
              </span>
            )}
          </button>
        </div>
        {/* A ring around all three, which nothing clips. */}
        <span className="inline-flex shrink-0 items-stretch rounded-md has-focus-visible:outline-3 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent">
          <label
            title={interfaceText.notStated}
            className={`relative flex min-h-10.5 w-6 items-center justify-center text-quiet pointer-coarse:min-h-11 pointer-coarse:w-11 hover:text-ink has-checked:w-px has-checked:opacity-0 ${focusLook}`}
          >
            <input {...createRadio("unknown")} aria-label={`${formName}: not stated`} />
            <Icon name="clear" className="size-4" />
          </label>
          <span className="inline-flex overflow-hidden rounded-md border border-edge">
            {choices.map(({ value, label }) => (
              <label
                key={value}
                className={`relative flex min-h-10 min-w-10 pointer-coarse:min-h-11 pointer-coarse:min-w-11 items-center justify-center border-l border-edge px-2 text-sm first:border-l-0 hover:bg-accent-soft ${statedLook} ${focusLook} ${implied === value ? impliedLook : "bg-surface"}`}
              >
                <input {...createRadio(value)} />
                {label}
              </label>
            ))}
          </span>
        </span>
      </div>
      <p id={`${id}-hint`} hidden={!isExplained} className="pb-1 text-sm">
        {hint}
      </p>
    </fieldset>
  );
});
