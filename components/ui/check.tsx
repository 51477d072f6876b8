import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"input">, "type" | "checked" | "onChange"> & {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
};

/** A box to tick. Its label is its children; a tap anywhere on the line counts. */
export function Check({ isOn, onChange, className = "", children, ...rest }: Props) {
  return (
    <label className={`flex min-h-11 items-center gap-2 ${className}`}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => onChange(target.checked)}
        className="size-5 shrink-0 accent-accent"
        {...rest}
      />
      {children}
    </label>
  );
}
