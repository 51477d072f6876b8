import { useId } from "react";

type Props<Name extends string> = {
  title: string;
  /** the choices in their order, each with its words */
  names: Readonly<Record<Name, string>>;
  chosen: Name;
  onChosen: (name: Name) => void;
  /** the title is in the row, before the choices */
  isInline?: boolean;
};

/** A few choices in a row, one of which is made. */
export function RadioRow<Name extends string>({ title, names, chosen, onChosen, isInline = false }: Props<Name>) {
  const group = useId();
  const choices = (Object.keys(names) as Name[]).map((name) => (
    <label key={name} className={`flex min-h-11 items-center ${isInline ? "gap-1" : "gap-2"}`}>
      <input
        type="radio"
        name={group}
        checked={chosen === name}
        onChange={() => onChosen(name)}
        className="size-5 shrink-0 accent-accent"
      />
      {names[name]}
    </label>
  ));
  if (isInline) {
    return (
      <fieldset className="flex flex-wrap items-center gap-x-2 text-sm">
        {/* A legend never stands in a row: it is read out, and the title beside it is seen. */}
        <legend className="sr-only">{title}</legend>
        <span aria-hidden="true">{title}</span>
        {choices}
      </fieldset>
    );
  }
  return (
    <fieldset>
      <legend className="font-semibold">{title}</legend>
      <div className="flex flex-wrap gap-x-4">{choices}</div>
    </fieldset>
  );
}
