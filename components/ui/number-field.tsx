"use client";

import { useId, useState } from "react";

import type { weightKg } from "@/lib/case/schema";

type Props = {
  label: string;
  unit: string;
  hint: string;
  value: number | null;
  schema: typeof weightKg;
  onValue: (value: number | null) => void;
};

/** A number that may be left out. What was typed stays as typed; what cannot be used is said and not used. */
export function NumberField({ label, unit, hint, value, schema, onValue }: Props) {
  const id = useId();
  const [typed, setTyped] = useState({ text: value === null ? "" : `${value}`, meant: value });
  // The case was changed elsewhere (a link, the back button): show what it holds now.
  if (typed.meant !== value) setTyped({ text: value === null ? "" : `${value}`, meant: value });

  const { problem } = read(typed.text);

  function read(text: string): { number: number | null; problem: string | null } {
    if (text.trim() === "") return { number: null, problem: null };
    const plain = text.trim().replace(",", ".");
    // Number() would also take "0x40" and "1e2", which nobody means.
    const parsed = schema.safeParse(/^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain);
    if (parsed.success) return { number: parsed.data, problem: null };
    return { number: null, problem: parsed.error.issues[0]?.message ?? "" };
  }

  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-xs text-quiet">
        {hint}
      </p>
      <p className="mt-1 flex items-center gap-2">
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={typed.text}
          aria-describedby={`${id}-hint ${id}-problem`}
          aria-invalid={problem !== null}
          onChange={({ target }) => {
            const { number } = read(target.value);
            setTyped({ text: target.value, meant: number });
            onValue(number);
          }}
          className="min-h-11 w-24 rounded-md border border-edge bg-surface px-3 aria-invalid:border-2 aria-invalid:border-warn"
        />
        <span>{unit}</span>
      </p>
      <p id={`${id}-problem`} role="status" className="text-sm font-semibold text-warn">
        {problem && (
          <>
            <span aria-hidden="true">⚠ </span>
            {problem} It is not used until then.
          </>
        )}
      </p>
    </div>
  );
}
