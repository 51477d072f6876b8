import { useId, useState } from "react";

type BoundProps = {
  label: string;
  range: { min: number; max: number };
  value: number | null;
  onValue: (value: number | null) => void;
  /** a number of fewer digits is still being typed */
  digits?: number;
};

/** A whole number that bounds a column. What was typed stays; what cannot be used is said and not used. */
export function Bound({ label, range, value, onValue, digits = 1 }: BoundProps) {
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
