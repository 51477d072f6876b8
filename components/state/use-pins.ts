import { useCallback, useMemo } from "react";
import { MAX_PINS, readPins, writePins } from "@/lib/url-state/pins";
import { getCurrentPart, usePart, writePart } from "./fragment";

/** The pinned studies and the ways to change them. They are kept in their part of the URL fragment and nowhere else. */
type Pins = {
  pins: readonly string[];
  /** what is wrong with the pins of the link that was opened, or null */
  problem: string | null;
  /** Pins a study, or unpins it. Returns false, and changes nothing, where the limit is reached. */
  toggle: (id: string) => boolean;
  /** Pins exactly these. */
  pin: (ids: readonly string[]) => void;
};

/** The pinned studies of this page. Pinning adds no step to the history: Back leaves the page and does not unpin. */
export function usePins(): Pins {
  const part = usePart("pins");
  const read = useMemo(() => readPins(part ?? ""), [part]);
  const pins = useMemo(() => (read.ok ? read.value : []), [read]);
  const pin = useCallback((ids: readonly string[]) => writePart("pins", writePins(ids), "replace"), []);
  // Reads the address when it is pressed, so that a pin draws no row again but its own.
  const toggle = useCallback(
    (id: string) => {
      const now = readPins(getCurrentPart("pins"));
      const pinned = now.ok ? now.value : [];
      const isPinned = pinned.includes(id);
      if (!isPinned && pinned.length >= MAX_PINS) return false;
      pin(isPinned ? pinned.filter((pinnedId) => pinnedId !== id) : [...pinned, id]);
      return true;
    },
    [pin],
  );
  return { pins, problem: read.ok ? null : read.message, toggle, pin };
}
