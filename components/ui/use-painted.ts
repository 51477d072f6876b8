import { startTransition, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** ms after which a page is taken as painted: one that nobody sees is not painted at all. */
const longest = 1000;

/**
 * A value once the browser has painted what shows it at once: what takes longer to draw follows from it in small steps, and
 * holds up neither that frame nor the next tap. What is printed is never behind.
 */
export function usePainted<Value extends object | null>(value: Value): Value {
  const [painted, setPainted] = useState(value);
  useEffect(() => callOncePainted(() => startTransition(() => setPainted(value))), [value]);
  useEffect(() => {
    const show = () => flushSync(() => setPainted(value));
    window.addEventListener("beforeprint", show);
    return () => window.removeEventListener("beforeprint", show);
  }, [value]);
  return painted;
}

/**
 * Calls a function once the next frame is painted.
 * @returns what cancels it
 */
function callOncePainted(act: () => void): () => void {
  let timer = setTimeout(act, longest);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
