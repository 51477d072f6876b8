import { useId } from "react";

type Props = {
  name: string;
  hint: string;
  value: string;
  maxLength: number;
  onValue: (value: string) => void;
  className?: string;
};

/**
 * A field for words that are printed, and live nowhere but on this page while it is open. Some browsers send what they
 * check for spelling to their maker, so that is off.
 */
export function TypedField({ name, hint, value, maxLength, onValue, className = "" }: Props) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="font-semibold">
        {name}
      </label>
      <p id={`${id}-hint`} className="text-xs text-quiet">
        {hint}
      </p>
      <input
        id={id}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onValue(target.value)}
        className="min-h-11 w-full rounded-md border border-edge bg-surface px-3"
      />
    </div>
  );
}
