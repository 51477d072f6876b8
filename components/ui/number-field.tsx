import { useState } from "react";
import { controlLook, Field, type FieldProps } from "./field";

type Props = Omit<FieldProps, "problem"> & {
  value: number | null;
  /** says in a sentence which numbers it takes; null where it takes what was typed: a number, or text that is none */
  findFault: (typed: number | string) => string | null;
  onValue: (value: number | null) => void;
  unit?: string;
  isWhole?: boolean;
  /** what is shorter is still being typed, and no fault yet */
  minLength?: number;
};

/** A number that may be left out. What was typed stays as typed; what cannot be used is explained and not used. */
export function NumberField({ value, findFault, onValue, unit, isWhole = false, minLength = 1, ...field }: Props) {
  const [typed, setTyped] = useState({ text: value === null ? "" : `${value}`, meant: value });
  // The value was changed elsewhere (a link, the back button): show what it is now.
  if (typed.meant !== value) setTyped({ text: value === null ? "" : `${value}`, meant: value });
  const { problem } = readNumber(typed.text, findFault);
  const isTyping = typed.text.trim().length < minLength;

  return (
    <Field {...field} problem={problem === null || isTyping ? null : `${problem} It is not used until then.`}>
      {(control) => (
        <span className={`flex flex-wrap items-center gap-2 ${field.labelPlace === "beside" ? "" : "mt-1"}`}>
          <input
            {...control}
            inputMode={isWhole ? "numeric" : "decimal"}
            autoComplete="off"
            value={typed.text}
            onChange={({ target }) => {
              const { number } = readNumber(target.value, findFault);
              setTyped({ text: target.value, meant: number });
              onValue(number);
            }}
            className={`${controlLook} w-24 min-w-0 px-3`}
          />
          {unit && <span>{unit}</span>}
        </span>
      )}
    </Field>
  );
}

type ReadNumber = { number: number | null; problem: string | null };

/** Reads a typed number, with a point or a comma; nothing typed is no number and no problem. */
export function readNumber(text: string, findFault: Props["findFault"]): ReadNumber {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return { number: null, problem: null };
  // Number() would also take "0x40" and "1e2", which nobody means.
  const number = /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
  const problem = findFault(number ?? plain);
  return { number: problem === null ? number : null, problem };
}
