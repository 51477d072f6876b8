import { useSyncExternalStore } from "react";
import { type OfflineState, unknownState } from "@/lib/offline/offline-state";
import { getOfflineState, subscribeToCopy } from "./saved-copy";
import { subscribeTo } from "./subscribe-to";

/** What this browser keeps of Myomatch. */
export function useOfflineState(): OfflineState {
  return useSyncExternalStore(subscribeToCopy, getOfflineState, () => unknownState);
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
  return subscribeTo(window, ["online", "offline"], onChange);
}
