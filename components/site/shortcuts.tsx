"use client";

import { useShortcuts } from "@/components/state/use-shortcuts";

/** Makes the keyboard shortcuts work on every page. */
export function Shortcuts() {
  useShortcuts();
  return null;
}
