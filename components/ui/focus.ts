import { type RefObject, useCallback, useRef } from "react";

/**
 * For a button that disappears once it was used. The focus goes to where the reader goes on: without that, the keyboard and
 * the screen reader would start again from the top of the page.
 * @returns `target`, for the element that takes the focus, and `handOver`, which does the job and moves the focus
 */
export function useFocusHandover<Target extends HTMLElement>(): {
  target: RefObject<Target | null>;
  handOver: (act: () => void) => void;
} {
  const target = useRef<Target>(null);
  const handOver = useCallback((act: () => void) => {
    act();
    target.current?.focus();
  }, []);
  return { target, handOver };
}

/** Moves the focus to a part of the page that is always there: the content below the header, or the case. */
export function focusOn(id: "main" | "case"): void {
  document.getElementById(id)?.focus();
}

/** Goes to the heading of a part of the page. No link does: the address holds the case, and must go on holding it. */
export function goToHeading(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
