import { useEffect, useState } from "react";
import { subscribeTo } from "./subscribe-to";

/** Another case was opened within the page, or cleared: it is not the one before with one more answer. */
const otherCase = "myomatch:other-case";

export function announceOtherCase(): void {
  window.dispatchEvent(new Event(otherCase));
}

/** @returns what ends it */
export function subscribeToOtherCases(onOtherCase: () => void): () => void {
  return subscribeTo(window, [otherCase], onOtherCase);
}

/**
 * How often another case was opened, also by a step back: as a key it takes away what was typed for the case before and is
 * no part of any, such as a number that cannot be used.
 */
export function useOtherCases(): number {
  const [count, setCount] = useState(0);
  useEffect(() => subscribeTo(window, [otherCase, "popstate"], () => setCount((before) => before + 1)), []);
  return count;
}
