import type { ButtonHTMLAttributes } from "react";

/** A button that a thumb can hit. */
export function Button({ className = "", ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      className={`min-h-11 max-w-full rounded-md border-2 border-accent bg-surface px-4 font-semibold text-accent hover:bg-accent-soft ${className}`}
      {...rest}
    />
  );
}
