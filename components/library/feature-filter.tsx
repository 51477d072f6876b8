import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { type Filters, type ShareChoice, shareChoiceNames, shareChoices } from "@/lib/browse/table-state";
import { getQuestion, questionGroups } from "@/lib/case/questions";
import { interfaceText } from "@/lib/format/interface-text";
import { type Feature, features } from "@/lib/vocabulary/feature";

type Props = { chosen: Filters["features"]; onChange: (chosen: Filters["features"]) => void };

/** Features with the share of patients that have them; each chosen one has to be met. */
export function FeatureFilter({ chosen, onChange }: Props) {
  const id = useId();
  const [next, setNext] = useState<Feature | "">("");
  const adding = useRef<HTMLSelectElement>(null);
  const put = (feature: Feature, choice: ShareChoice | null) => {
    const { [feature]: _, ...others } = chosen;
    onChange(choice ? { ...others, [feature]: choice } : others);
  };
  const inUse = features.flatMap((feature) => {
    const choice = chosen[feature];
    return choice ? [{ feature, choice }] : [];
  });
  return (
    <fieldset>
      <legend className="font-semibold">{interfaceText.features}</legend>
      {inUse.map(({ feature, choice }) => (
        <div key={feature} className="my-1 flex flex-wrap items-center gap-2">
          <label htmlFor={`${id}-${feature}`}>{getQuestion(feature).label}</label>
          <select
            id={`${id}-${feature}`}
            value={choice}
            onChange={({ target }) => put(feature, target.value as ShareChoice)}
            className="min-h-11 rounded-md border border-edge bg-surface px-2"
          >
            {(Object.keys(shareChoices) as ShareChoice[]).map((name) => (
              <option key={name} value={name}>
                {shareChoiceNames[name]}
              </option>
            ))}
          </select>
          <button
            type="button"
            aria-label={`Remove the filter on ${getQuestion(feature).label}`}
            onClick={() => {
              put(feature, null);
              adding.current?.focus();
            }}
            className="min-h-11 min-w-11 text-accent"
          >
            <span aria-hidden="true">✕</span>
          </button>
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="sr-only">
          A feature to filter on
        </label>
        <select
          id={id}
          ref={adding}
          value={next}
          onChange={({ target }) => setNext(target.value as Feature | "")}
          className="min-h-11 max-w-full rounded-md border border-edge bg-surface px-2"
        >
          <option value="">choose a feature</option>
          {questionGroups.map(({ title, questions }) => (
            <optgroup key={title} label={title}>
              {questions
                .filter(({ feature }) => !chosen[feature])
                .map(({ feature, label }) => (
                  <option key={feature} value={feature}>
                    {label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <Button
          onClick={() => {
            if (next) put(next, "all-or-most");
            setNext("");
          }}
        >
          Add feature
        </Button>
      </div>
    </fieldset>
  );
}
