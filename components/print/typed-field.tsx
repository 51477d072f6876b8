import type { ReactNode } from "react";
import { controlLook, Field, keptOnDevice } from "@/components/ui/field";

/** Words that are typed on the sheet: what prints of them, and the field to type them into, which does not print. */
export type Typed = { value: string; field: ReactNode };

type Props = {
  name: string;
  hint: string;
  value: string;
  maxLength: number;
  /** lines of the field; more than one lets the words break */
  lines?: number;
  onValue: (value: string) => void;
};

/** A field for words that are printed, and live nowhere but on this page while it is open. */
export function TypedField({ name, hint, value, maxLength, lines = 1, onValue }: Props) {
  return (
    <Field label={name} hint={hint}>
      {(control) => {
        const shared = { ...control, ...keptOnDevice, value, maxLength };
        return lines > 1 ? (
          <textarea
            {...shared}
            rows={lines}
            onChange={({ target }) => onValue(target.value)}
            className={`${controlLook} block w-full px-2 py-1`}
          />
        ) : (
          <input
            {...shared}
            onChange={({ target }) => onValue(target.value)}
            className={`${controlLook} w-full px-2`}
          />
        );
      }}
    </Field>
  );
}
