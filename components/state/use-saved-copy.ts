import { useSyncExternalStore } from "react";
import { currentCopy, type OfflineState, subscribeToCopy, unknownCopy } from "./saved-copy";

/** What this browser keeps of Myomatch. */
export function useSavedCopy(): OfflineState {
  return useSyncExternalStore(subscribeToCopy, currentCopy, () => unknownCopy);
}

/** Whether the browser has a network. It may have one and reach nothing, so "yes" is no promise. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(
    subscribeToNetwork,
    () => navigator.onLine,
    () => true,
  );
}

function subscribeToNetwork(onChange: () => void): () => void {
  const events = ["online", "offline"];
  for (const event of events) window.addEventListener(event, onChange);
  return () => {
    for (const event of events) window.removeEventListener(event, onChange);
  };
}
