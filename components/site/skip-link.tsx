"use client";

import { focusOn } from "@/components/ui/focus";

/** Jumps over the header. A button, because following an address would replace the case in the fragment. */
export function SkipLink() {
  return (
    <button
      type="button"
      onClick={() => focusOn("main")}
      className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-surface focus:p-3"
    >
      Skip to the content
    </button>
  );
}
