"use client";

import { takeNewVersion } from "@/components/state/saved-copy";
import { useOfflineState } from "@/components/state/use-offline-state";
import { Button } from "@/components/ui/button";

/** Offers a new version once it has been saved. Nothing happens without a tap: the version in use goes on working. */
export function UpdateOffer() {
  const { isUpdateReady } = useOfflineState();
  return (
    <div role="status">
      {isUpdateReady && (
        <div
          data-update-offer
          className="flex flex-wrap items-center justify-center gap-x-4 gap-y-1 border-t-2 border-accent bg-surface p-2"
        >
          <p>A new version is ready. Your case and pins stay. Label and note must be entered again.</p>
          <Button onClick={takeNewVersion}>Use it now</Button>
        </div>
      )}
    </div>
  );
}
