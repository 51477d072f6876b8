import { useSyncExternalStore } from "react";
import { dayOf } from "@/lib/paper/print-date";

const subscribe = (onChange: () => void) => {
  // A page may stay open over midnight: the clock is read again when it is looked at and when it is printed.
  window.addEventListener("beforeprint", onChange);
  document.addEventListener("visibilitychange", onChange);
  return () => {
    window.removeEventListener("beforeprint", onChange);
    document.removeEventListener("visibilitychange", onChange);
  };
};

/** The day by the clock of this device (2026-11-22); null where the clock shows none. */
export function useToday(): string | null {
  return useSyncExternalStore(
    subscribe,
    () => dayOf(new Date()),
    () => null,
  );
}
