"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { CaseLink } from "@/components/state/case-link";
import { usePins } from "@/components/state/use-pins";
import { focusOn } from "@/components/ui/focus";
import { interfaceText } from "@/lib/format/interface-text";

/** Where the pinned studies are in view themselves. */
const pagesOfPins = ["/compare", "/summary"];
const linkLook = "flex min-h-11 items-center font-semibold";

/** At the foot of the window while anything is pinned: how many studies are, where they lead, and the way to unpin them. */
export function PinFoot() {
  const path = usePathname();
  const { pins, pin } = usePins();
  const isFollowed = useRef(false);
  // The link that was followed is gone with the bar: the reader goes on at the beginning of the page it led to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is what the effect is about
  useEffect(() => {
    if (isFollowed.current) focusOn("main");
    isFollowed.current = false;
  }, [path]);
  const follow = () => {
    isFollowed.current = true;
  };
  if (pins.length === 0 || pagesOfPins.includes(path)) return null;
  return (
    <section
      aria-label={interfaceText.pinned}
      data-pin-foot
      className="flex flex-wrap items-center justify-center gap-x-4 border-t-2 border-accent bg-surface px-3"
    >
      <p className="font-semibold">{pins.length} pinned</p>
      <CaseLink href="/compare" isAlone={false} className={linkLook} onClick={follow}>
        Compare
      </CaseLink>
      <CaseLink href="/summary" isAlone={false} className={linkLook} onClick={follow}>
        Print
      </CaseLink>
      <button
        type="button"
        aria-label="Clear the pins"
        onClick={() => {
          pin([]);
          focusOn("main");
        }}
        className={`${linkLook} text-accent underline`}
      >
        Clear
      </button>
    </section>
  );
}
