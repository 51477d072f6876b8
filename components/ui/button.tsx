import type { ComponentProps } from "react";

const looks = {
  /** what most came to this screen for; one on a screen */
  main: "border-accent px-4 bg-accent text-accent-ink hover:border-ink",
  plain: "border-edge px-4 bg-surface text-accent hover:border-accent hover:bg-accent-soft",
  bare: "border-transparent px-2 text-accent underline-offset-4 hover:underline",
};

type Props = ComponentProps<"button"> & { look?: keyof typeof looks };

/** A button that a thumb can hit. */
export function Button({ look = "plain", className = "", ...rest }: Props) {
  return (
    <button
      type="button"
      className={`min-h-11 max-w-full rounded-md border font-semibold ${looks[look]} ${className}`}
      {...rest}
    />
  );
}
