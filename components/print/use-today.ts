import { useSyncExternalStore } from "react";
import { subscribeTo } from "@/components/state/subscribe-to";
import { getDay } from "@/lib/paper/print-date";

/** A page may stay open over midnight: the clock is read again when it is looked at and when it is printed. */
function subscribe(onChange: () => void): () => void {
  // "visibilitychange" comes up to the window from the document
  return subscribeTo(window, ["beforeprint", "visibilitychange"], onChange);
}

/** The day by the clock of this device (2026-11-22); null where the clock shows none. */
export function useToday(): string | null {
  return useSyncExternalStore(
    subscribe,
    () => getDay(new Date()),
    () => null,
  );
}
