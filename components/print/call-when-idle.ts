/**
 * Calls a function once, when some time has passed and the browser then has nothing else to do. Where a browser cannot
 * tell (Safari), when the time has passed.
 * @param pause ms
 * @returns what cancels it
 */
export function callWhenIdle(act: () => void, pause: number): () => void {
  let idle: number | undefined;
  const timer = setTimeout(() => {
    if (typeof requestIdleCallback === "function") idle = requestIdleCallback(act);
    else act();
  }, pause);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
