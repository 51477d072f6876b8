import { useId } from "react";

type Props<Name extends string> = {
  /** read out before the choices; the choices themselves say enough to the eye */
  title: string;
  /** the choices in their order, each with its words */
  names: Readonly<Record<Name, string>>;
  chosen: Name;
  onChosen: (name: Name) => void;
  className?: string;
};

/** A few choices as chips, one of which is made: its border is thick and its words are bold. */
export function Chips<Name extends string>({ title, names, chosen, onChosen, className = "" }: Props<Name>) {
  const group = useId();
  return (
    <fieldset className={className}>
      <legend className="sr-only">{title}</legend>
      <div className="flex flex-wrap gap-1.5">
        {(Object.keys(names) as Name[]).map((name) => (
          <label
            key={name}
            className="relative inline-flex min-h-11 min-w-11 cursor-pointer items-center justify-center rounded-md border border-edge bg-surface px-2.5 text-sm has-checked:border-2 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent wide:pointer-fine:min-h-9"
          >
            <input
              type="radio"
              name={group}
              checked={chosen === name}
              onChange={() => onChosen(name)}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            {names[name]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
