"use client";

import { useId } from "react";
import type { Question } from "@/lib/profile/questions";
import type { Answer } from "@/lib/profile/schema";

const choices: { value: Answer; label: string }[] = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "unknown", label: "Not stated" },
];

type Props = {
  question: Question;
  given: Answer;
  /** what the other answers say about this one, if it is not stated itself */
  implied: "yes" | "no" | undefined;
  onAnswer: (answer: Answer) => void;
};

/** One question with its three answers, one tap each. */
export function QuestionRow({ question, given, implied, onAnswer }: Props) {
  const id = useId();
  const isImplied = given === "unknown" && implied !== undefined;
  return (
    <fieldset aria-describedby={`${id}-hint`} className="border-t border-line py-1 first:border-t-0">
      <legend className="sr-only">{question.label}</legend>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="min-w-24 flex-1 font-semibold" aria-hidden="true">
          {question.label}
        </span>
        <span className="inline-flex overflow-hidden rounded-md border border-edge">
          {choices.map(({ value, label }) => (
            <label
              key={value}
              className={`relative flex min-h-11 min-w-12 items-center justify-center border-l border-edge bg-surface px-2.5 text-sm first:border-l-0 hover:bg-accent-soft ${value === "unknown" ? "text-xs text-quiet has-checked:bg-line has-checked:text-ink" : "has-checked:bg-accent has-checked:font-bold has-checked:text-accent-ink"} has-focus-visible:outline-3 has-focus-visible:-outline-offset-4 has-focus-visible:outline-edge`}
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
      <p id={`${id}-hint`} className={`text-xs text-quiet ${isImplied ? "" : "sr-only"}`}>
        {isImplied ? `${implied === "no" ? "No" : "Yes"}, by the other answers. ` : ""}
        <span className="sr-only">{question.hint}</span>
      </p>
    </fieldset>
  );
}
