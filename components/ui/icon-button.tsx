import type { ComponentProps, ReactNode } from "react";

type Props = Omit<ComponentProps<"button">, "aria-label"> & {
  /** what it does and to what, for who cannot see the sign */
  label: string;
  sign: ReactNode;
};

/** A button of one sign, large enough for a finger. */
export function IconButton({ label, sign, className = "", children, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      className={`min-h-11 min-w-11 rounded-md text-accent hover:bg-accent-soft ${className}`}
      {...rest}
    >
      <span aria-hidden="true">
        {sign}
        {children}
      </span>
    </button>
  );
}
