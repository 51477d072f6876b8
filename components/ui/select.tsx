import type { ComponentProps } from "react";
import { controlLook, Field, type FieldProps } from "./field";

type Option<Value extends string> = { value: Value; label: string };
type Group<Value extends string> = { title: string; options: readonly Option<Value>[] };

type Props<Value extends string> = Omit<FieldProps, "problem"> & {
  options: readonly (Option<Value> | Group<Value>)[];
  /** null where nothing is chosen */
  value: Value | null;
  onValue: (value: Value | null) => void;
  /** the words for "nothing is chosen"; without them something always is */
  unchosen?: string;
  isWide?: boolean;
  ref?: ComponentProps<"select">["ref"];
};

/** One of a few named choices, in groups where there are many. */
export function Select<Value extends string>({
  options,
  value,
  onValue,
  unchosen,
  isWide = false,
  ref,
  ...field
}: Props<Value>) {
  const choices = options.flatMap((entry) => ("options" in entry ? entry.options : [entry]));
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          ref={ref}
          value={value ?? ""}
          onChange={({ target }) => onValue(choices.find((choice) => choice.value === target.value)?.value ?? null)}
          className={`${controlLook} px-2 ${isWide ? "mt-1 block w-full" : ""}`}
        >
          {unchosen && <option value="">{unchosen}</option>}
          {options.map((entry) =>
            "options" in entry ? (
              <optgroup key={entry.title} label={entry.title}>
                {entry.options.map(drawOption)}
              </optgroup>
            ) : (
              drawOption(entry)
            ),
          )}
        </select>
      )}
    </Field>
  );
}

function drawOption({ value, label }: Option<string>) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
