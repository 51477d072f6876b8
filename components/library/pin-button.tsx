"use client";

import { useState } from "react";
import { usePins } from "@/components/state/use-pins";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { MAX_PINS } from "@/lib/url-state/pins";

type Props = {
  id: string;
  name: string;
  isPinned: boolean;
  onToggle: (id: string) => boolean;
  /** with words beside the sign, where there is space for them */
  isWide?: boolean;
};

/** Pins a study to compare and to print. One too many is refused with a sentence, beside the button that was pressed. */
export function PinButton({ id, name, isPinned, onToggle, isWide = false }: Props) {
  const [isRefused, setIsRefused] = useState(false);
  return (
    <>
      <IconButton
        label={`Pin ${name}`}
        sign={<Icon name="star" isFilled={isPinned} className="inline" />}
        aria-pressed={isPinned}
        title={isPinned ? "Pinned" : "Pin to compare and to print"}
        onClick={() => setIsRefused(!onToggle(id))}
        onBlur={() => setIsRefused(false)}
        className={isWide ? "border-2 border-accent px-4 font-semibold" : ""}
      >
        {isWide && (isPinned ? " Pinned" : " Pin")}
      </IconButton>
      {isRefused && (
        <span role="alert" className="block text-xs font-semibold text-warn">
          Limit reached: {MAX_PINS} pinned studies. Unpin one first.
        </span>
      )}
    </>
  );
}

/** The pin of one study on a page of its own. */
export function SheetPin({ id, name }: Pick<Props, "id" | "name">) {
  const { pins, toggle } = usePins();
  return <PinButton id={id} name={name} isPinned={pins.includes(id)} onToggle={toggle} isWide />;
}
