import { type ReactNode, useId } from "react";

/** What connects a control with its label, its hint and its error. It goes on the `input`, `select` or `textarea` as it is. */
type ControlProps = { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean | undefined };

export type FieldProps = {
  label: string;
  /** where the label stands; hidden, it is read out only */
  labelPlace?: "above" | "beside" | "hidden";
  hint?: string;
  /** what is wrong with what was entered, null where nothing is; left out where nothing can be */
  problem?: string | null;
  className?: string;
};

/** The look of every control that takes text or a choice: tall enough for a finger, with a border in the colour of its state. */
export const controlLook =
  "min-h-11 max-w-full rounded-md border border-edge bg-surface aria-invalid:border-2 aria-invalid:border-warn";

/** For words that must stay on the device: some browsers send what they check for spelling to their maker. */
export const keptOnDevice = { autoComplete: "off", autoCorrect: "off", spellCheck: false } as const;

/** A control with its label, its hint and what is wrong with its value, all of which a screen reader reads with it. */
export function Field({
  label,
  labelPlace = "above",
  hint,
  problem,
  className = "",
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem !== undefined && `${id}-problem`].filter(Boolean).join(" ");
  const control = children({
    id,
    "aria-describedby": described || undefined,
    "aria-invalid": problem === undefined ? undefined : problem !== null,
  });
  const labelLooks = { above: "font-semibold", beside: "", hidden: "sr-only" };
  const name = (
    <label htmlFor={id} className={labelLooks[labelPlace]}>
      {label}
    </label>
  );
  const help = hint && (
    <p id={`${id}-hint`} className="text-xs text-quiet">
      {hint}
    </p>
  );
  return (
    <div className={`min-w-0 ${className}`}>
      {labelPlace === "beside" ? (
        <>
          <div className="flex flex-wrap items-center gap-2">
            {name}
            {control}
          </div>
          {help}
        </>
      ) : (
        <>
          {name}
          {help}
          {control}
        </>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} role="status" className="text-sm font-semibold text-warn">
          {problem && (
            <>
              <span aria-hidden="true">⚠ </span>
              {problem}
            </>
          )}
        </p>
      )}
    </div>
  );
}
