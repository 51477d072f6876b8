"use client";

import { useIsOnline, useOfflineState } from "@/components/state/use-offline-state";
import { composeOfflineMessage } from "@/lib/offline/offline-message";

/** One sentence: whether this works without a network and, without one, what is being shown. */
export function OfflineStatus({ version, searched }: { version: string; searched: string }) {
  const { text, isNews } = composeOfflineMessage({
    copy: useOfflineState(),
    isOnline: useIsOnline(),
    version,
    searched,
  });
  return (
    <>
      <span role="status">{isNews && text}</span>
      <span>{!isNews && text}</span>
    </>
  );
}
