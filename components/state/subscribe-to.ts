/**
 * Listens to some events of one target.
 * @returns what ends it
 */
export function subscribeTo(target: EventTarget, events: readonly string[], onEvent: () => void): () => void {
  for (const event of events) target.addEventListener(event, onEvent);
  return () => {
    for (const event of events) target.removeEventListener(event, onEvent);
  };
}
