import { useId } from "react";

type Props<Name extends string> = {
  title: string;
  /** the choices in their order, each with its words */
  names: Readonly<Record<Name, string>>;
  chosen: Name;
  onChosen: (name: Name) => void;
};

/** A few choices in a row after their title, one of which is made. */
export function RadioRow<Name extends string>({ title, names, chosen, onChosen }: Props<Name>) {
  const group = useId();
  return (
    <fieldset className="flex flex-wrap items-center gap-x-2 text-sm">
      {/* A legend never stands in a row: it is read out, and the title beside it is seen. */}
      <legend className="sr-only">{title}</legend>
      <span aria-hidden="true">{title}</span>
      {(Object.keys(names) as Name[]).map((name) => (
        <label key={name} className="flex min-h-11 items-center gap-1">
          <input
            type="radio"
            name={group}
            checked={chosen === name}
            onChange={() => onChosen(name)}
            className="size-5 shrink-0 accent-accent"
          />
          {names[name]}
        </label>
      ))}
    </fieldset>
  );
}
