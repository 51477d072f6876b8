"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import {
  columnNames,
  designs,
  type Filters,
  patientRange,
  readings,
  type ShareChoice,
  shareChoiceNames,
  shareChoices,
  yearRange,
} from "@/lib/browse/table-state";
import { getQuestion, questionGroups } from "@/lib/case/questions";
import { interfaceText } from "@/lib/format/interface-text";
import { type Feature, features } from "@/lib/vocabulary/feature";
import { kinds } from "@/lib/vocabulary/kind";
import { designNames, domainNames, outcomeDomains, sourceReadNames } from "@/lib/vocabulary/outcomes";
import { kindNames } from "@/lib/wording/group-names";

type Props = { asked: Filters; onChange: (asked: Filters) => void };

const titlesOfKinds = Object.fromEntries(kinds.map((kind) => [kind, kindNames[kind].title])) as Record<
  (typeof kinds)[number],
  string
>;

/** One filter for each thing a column tells, of the kind that fits it. */
export function FilterPanel({ asked, onChange }: Props) {
  const put = (part: Partial<Filters>) => onChange({ ...asked, ...part });
  return (
    <div className="grid gap-4 rounded-md border border-line p-3 md:grid-cols-2 xl:grid-cols-3">
      <FeatureFilters asked={asked} onChange={onChange} />
      <Choices
        title="Outcomes reported"
        hint="Each one that is chosen has to be reported."
        names={domainNames}
        all={outcomeDomains}
        chosen={asked.reports}
        onChosen={(reports) => put({ reports })}
      >
        <Check isOn={asked.isCounted} onChange={(isCounted) => put({ isCounted })}>
          as a count of patients, not in words only
        </Check>
      </Choices>
      <Choices
        title="Design"
        names={designNames}
        all={designs}
        chosen={asked.designs}
        onChosen={(picked) => put({ designs: picked })}
      />
      <fieldset>
        <legend className="font-semibold">Year and patients</legend>
        <p className="text-xs text-quiet">A sheet that does not state them is left out.</p>
        <Bound
          label="From year"
          range={yearRange}
          value={asked.fromYear}
          onValue={(fromYear) => put({ fromYear })}
          digits={4}
        />
        <Bound
          label="To year"
          range={yearRange}
          value={asked.toYear}
          onValue={(toYear) => put({ toYear })}
          digits={4}
        />
        <Bound
          label="At least this many patients"
          range={patientRange}
          value={asked.fewestPatients}
          onValue={(fewestPatients) => put({ fewestPatients })}
        />
      </fieldset>
      <Choices
        title={columnNames.reads}
        names={sourceReadNames}
        all={readings}
        chosen={asked.readings}
        onChosen={(picked) => put({ readings: picked })}
      />
      <Choices
        title="Kind of sheet"
        names={titlesOfKinds}
        all={kinds}
        chosen={asked.kinds}
        onChosen={(picked) => put({ kinds: picked })}
      />
    </div>
  );
}

/** Features with the share of patients that have them; each chosen one has to be met. */
function FeatureFilters({ asked, onChange }: Props) {
  const id = useId();
  const [next, setNext] = useState<Feature | "">("");
  const adding = useRef<HTMLSelectElement>(null);
  const put = (feature: Feature, choice: ShareChoice | null) => {
    const { [feature]: _, ...others } = asked.features;
    onChange({ ...asked, features: choice ? { ...others, [feature]: choice } : others });
  };
  const chosen = features.flatMap((feature) => {
    const choice = asked.features[feature];
    return choice ? [{ feature, choice }] : [];
  });
  return (
    <fieldset>
      <legend className="font-semibold">{interfaceText.features}</legend>
      {chosen.map(({ feature, choice }) => (
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
                .filter(({ feature }) => !asked.features[feature])
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

type ChoicesProps<Name extends string> = {
  title: string;
  hint?: string;
  names: Record<Name, string>;
  all: readonly Name[];
  chosen: readonly Name[];
  onChosen: (chosen: Name[]) => void;
  children?: ReactNode;
};

/** Names to choose any number of; none chosen asks nothing. */
function Choices<Name extends string>({ title, hint, names, all, chosen, onChosen, children }: ChoicesProps<Name>) {
  return (
    <fieldset>
      <legend className="font-semibold">{title}</legend>
      {hint && <p className="text-xs text-quiet">{hint}</p>}
      <div className="flex flex-wrap gap-x-4">
        {all.map((name) => (
          <Check
            key={name}
            isOn={chosen.includes(name)}
            onChange={(isOn) => onChosen(all.filter((other) => (other === name ? isOn : chosen.includes(other))))}
          >
            {names[name]}
          </Check>
        ))}
      </div>
      {children}
    </fieldset>
  );
}

function Check({
  isOn,
  onChange,
  children,
}: {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  children: ReactNode;
}) {
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input
        type="checkbox"
        className="size-5 accent-accent"
        checked={isOn}
        onChange={({ target }) => onChange(target.checked)}
      />
      {children}
    </label>
  );
}

type BoundProps = {
  label: string;
  range: { min: number; max: number };
  value: number | null;
  onValue: (value: number | null) => void;
  /** a number of fewer digits is still being typed */
  digits?: number;
};

/** A whole number that bounds a column. What was typed stays; what cannot be used is said and not used. */
function Bound({ label, range, value, onValue, digits = 1 }: BoundProps) {
  const id = useId();
  const [typed, setTyped] = useState({ text: value === null ? "" : `${value}`, meant: value });
  // It was changed elsewhere (a link, the back button, "clear"): show what holds now.
  if (typed.meant !== value) setTyped({ text: value === null ? "" : `${value}`, meant: value });
  const problem = typed.text.trim() !== "" && value === null && typed.text.trim().length >= digits;
  return (
    <div className="my-1">
      <p className="flex flex-wrap items-center gap-2">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          value={typed.text}
          aria-invalid={problem}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => {
            const number = wholeNumber(target.value, range);
            setTyped({ text: target.value, meant: number });
            onValue(number);
          }}
          className="min-h-11 w-24 rounded-md border border-edge bg-surface px-3 aria-invalid:border-2 aria-invalid:border-warn"
        />
      </p>
      <p id={`${id}-problem`} role="status" className="text-sm text-warn">
        {problem && `Enter a whole number from ${range.min} to ${range.max}. It is not used until then.`}
      </p>
    </div>
  );
}

function wholeNumber(text: string, { min, max }: { min: number; max: number }): number | null {
  const trimmed = text.trim();
  if (!/^\d+$/.test(trimmed)) return null;
  const number = Number(trimmed);
  return number >= min && number <= max ? number : null;
}
