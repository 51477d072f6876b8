import type { ComponentProps } from "react";
import { Icon, type IconName } from "./icons";

const looks = {
  /** what most came to this screen for; one on a screen */
  main: "border-accent px-4 bg-accent text-accent-ink hover:border-ink",
  plain: "border-edge px-4 bg-surface text-accent hover:border-accent hover:bg-accent-soft",
  /** one of several in a row that a phone must hold */
  tool: "border-edge px-2 text-sm bg-surface text-accent hover:border-accent hover:bg-accent-soft",
  bare: "border-transparent px-2 text-accent underline-offset-4 hover:underline",
};

type Look = keyof typeof looks;

/** What a button looks like, for a link that stands among buttons. */
export function getButtonLook(look: Look = "plain"): string {
  return `min-h-11 max-w-full rounded-md border font-semibold ${looks[look]}`;
}

type Props = ComponentProps<"button"> & {
  look?: Look;
  /** a sign before the words */
  icon?: IconName;
};

/** A button that a thumb can hit. */
export function Button({ look, icon, className = "", children, ...rest }: Props) {
  return (
    <button
      type="button"
      className={`${getButtonLook(look)} ${icon ? "inline-flex items-center justify-center gap-1" : ""} ${className}`}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
